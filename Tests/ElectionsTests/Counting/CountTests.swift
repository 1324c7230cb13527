import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Tally
import Testing

/// What is counted when an election is closed, and that anyone can count it again.
@Suite struct CountTests {
  /// Numbers beside each other.
  private func figures(_ numbers: Int...) -> [Int] { numbers }

  @Test(arguments: Engine.available)
  func `the count is that of the ballots, and the published file repeats it byte for byte`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(candidates: 4, voters: 9, seats: 2)) { poll in
      let cast = [[1, 2], [1, 2], [1], [2, 3], [3, 2], [3], [4, 3], [4]]
      for (voter, ranking) in zip(poll.voters, cast) { try await poll.cast(ranking, by: voter) }
      try await poll.close()

      let result = try #require(try await poll.result())
      let election = try await poll.found()
      #expect(figures(result.electors, result.voted, result.ballots) == [9, 8, 8])
      #expect(result.unreadable == 0)
      #expect(result.agrees)
      let counting = try #require(result.counting)
      let seed = try #require(election.lotSeed)
      #expect(counting.blt.hasPrefix("4 2\n"))
      #expect(counting.constraints == "")
      let file = try Tally.Election(blt: Array(counting.blt.utf8))
      #expect(file.papers.total == 8)
      let names = poll.candidates.indices.map { "Candidate \($0 + 1)" }
      #expect(file.candidates.map(\.name) == names)
      let independent = try Tally.Election(
        title: "Council of 2026", seats: 2, candidates: names.map { Tally.Candidate($0) },
        papers: cast.reversed().map { Paper(ranking: $0) })
      let report = try ScottishSTV().count(independent, lot: .seed(seed))
      #expect(result.report == report.json)
      #expect(try counting.report().json == result.report)
      #expect(result.elected.map(\.name) == report.elected.map { "Candidate \($0)" })
    }
  }

  @Test(arguments: Engine.available)
  func `at most one of a department is elected, and only as many seats as departments are filled`(
    _ engine: Engine
  ) async throws {
    let plan = Poll.Plan(candidates: 4, voters: 6, seats: 3, onePer: .department)
    try await withPoll(engine, plan) { poll in
      // Candidates 1 and 3 are of Medicine, 2 and 4 of Surgery.
      for voter in poll.voters.prefix(4) { try await poll.cast([1, 3, 4], by: voter) }
      for voter in poll.voters.suffix(2) { try await poll.cast([3, 1, 2], by: voter) }
      try await poll.close()
      let result = try #require(try await poll.result())
      #expect(
        result.counting?.constraints == """
          group,minimum,maximum,candidates
          group 1,0,1,1 3
          group 2,0,1,2 4

          """)
      #expect(result.counting?.blt.hasPrefix("4 2\n") == true)
      // Two papers go on to 2 from 3, who cannot be elected beside 1, and one vote to 4.
      #expect(result.elected.map(\.person) == [poll.candidates[0], poll.candidates[1]])
    }
  }

  @Test(arguments: Engine.available)
  func `ballots for someone who withdrew after the opening go on to the next choice`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      for voter in poll.voters.prefix(3) { try await poll.cast([1, 3], by: voter) }
      try await poll.store.write { writer in
        try writer.execute("UPDATE candidate SET state = 'withdrawn' WHERE position = 1")
      }
      try await poll.cast([2], by: poll.voters[3])
      try await poll.close()
      let result = try #require(try await poll.result())
      #expect(result.elected.map(\.person) == [poll.candidates[2]])
      #expect(result.counting?.blt.hasPrefix("3 1\n-1\n") == true)
      #expect(figures(result.ballots, result.unreadable) == [4, 0])
    }
  }

  @Test(arguments: Engine.available)
  func `where all withdrew nobody is elected, and the result says why`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      try await poll.store.write { try $0.execute("UPDATE candidate SET state = 'withdrawn'") }
      try await poll.close()
      let result = try #require(try await poll.result())
      #expect(result.problem == "Nobody stood for election.")
      #expect(result.elected == [] && result.counting == nil && result.ballots == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `an election in which nobody voted is closed and counted`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      try await poll.close()
      let result = try #require(try await poll.result())
      #expect(figures(result.electors, result.voted, result.ballots) == [4, 0, 0])
      #expect(try await poll.count("SELECT count(*) FROM elector") == 4)
      #expect(try result.counting?.report().json == result.report)
    }
  }

  @Test(arguments: Engine.available)
  func `boxes that someone else put in or damaged are told in the result and not counted`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      try await poll.cast([2], by: poll.voters[1])
      try await poll.store.write { writer in
        let (election, box) = (poll.election, [UInt8](repeating: 9, count: 87))
        try writer.execute("INSERT INTO sealed_ballot VALUES ('forged', \(election), \(box))")
      }
      try await poll.close()
      let result = try #require(try await poll.result())
      #expect(figures(result.voted, result.ballots, result.unreadable) == [2, 3, 1])
      #expect(!result.agrees)
      #expect(try await poll.count("SELECT count(*) FROM ballot") == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `a receipt says that the ballot is in the list, and another code says no`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let (mine, other) = (BallotReceipt(in: poll.world), BallotReceipt(in: poll.world))
      try await poll.cast([1], by: poll.voters[0], receipt: mine)
      try await poll.close()
      let (election, viewer) = (poll.election, poll.viewer(poll.officer, at: Poll.after))
      let answers = try await poll.store.read { reader in
        try [mine, other].map {
          try ReceiptList.holds($0, in: election, viewer: viewer, reader: reader)
        }
      }
      #expect(answers == [true, false])
      let voter = poll.viewer(poll.voters[0], at: Poll.after)
      let files = try await poll.store.read { reader in
        try [viewer, voter].map {
          try ReceiptList.file(of: election, viewer: $0, reader: reader)
        }
      }
      #expect(files == ["", ""])
    }
  }

  @Test func `a receipt is read as people type it`() throws {
    let receipt = BallotReceipt(in: TestWorld.make())
    let typed = receipt.text.uppercased().replacingOccurrences(of: "-", with: " ")
      .replacingOccurrences(of: "0", with: "O")
    #expect(BallotReceipt(typed: typed) == receipt)
    #expect(receipt.text.split(separator: "-").map(\.count) == [5, 5, 5, 5, 6])
    #expect(BallotReceipt(typed: String(receipt.text.dropLast())) == nil)
    #expect(BallotReceipt(typed: receipt.text.dropLast() + "u") == nil)
    #expect("\(receipt)" == "BallotReceipt(not shown)")
  }
}
