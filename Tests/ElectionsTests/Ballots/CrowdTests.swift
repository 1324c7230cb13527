import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Many voters in the same minute.
@Suite struct CrowdTests {
  /// Somebody's ballot, and when it is cast.
  private struct Paper: Sendable {
    let voter: PersonID
    let ranking: [Int]
    let receipt: BallotReceipt
    let moment: Instant
  }

  /// How an attempt ended.
  private enum End: Equatable, Sendable {
    case acknowledged
    case refused(BallotRefusal)
  }

  private func papers(of voters: [PersonID], in poll: Poll) -> [Paper] {
    voters.enumerated().map { number, voter in
      let first = number % 5
      return Paper(
        voter: voter, ranking: (0...(number % 4)).map { (first + $0) % 5 + 1 },
        receipt: BallotReceipt(in: poll.world),
        moment: Instant(milliseconds: TestWorld.now.milliseconds + Int64(number % 1000 * 60)))
    }
  }

  private func cast(_ paper: Paper, in poll: Poll) async throws -> End {
    do {
      try await poll.cast(
        paper.ranking, by: paper.voter, receipt: paper.receipt, at: paper.moment)
      return .acknowledged
    } catch let refusal as BallotRefusal {
      return .refused(refusal)
    }
  }

  /// Casts all at once; tells of each that is acknowledged.
  private func castAll(
    _ papers: [Paper], in poll: Poll, told: AsyncStream<Void>.Continuation? = nil
  ) async throws -> [End] {
    try await withThrowingTaskGroup(of: (Int, End).self) { group in
      for (place, paper) in papers.enumerated() {
        group.addTask {
          let end = try await cast(paper, in: poll)
          if end == .acknowledged { told?.yield() }
          return (place, end)
        }
      }
      var ends: [Int: End] = [:]
      for try await (place, end) in group { ends[place] = end }
      told?.finish()
      return papers.indices.compactMap { ends[$0] }
    }
  }

  /// What stands in the count: ballots and receipts, sorted.
  private func counted(_ poll: Poll) async throws -> (ballots: [String], receipts: [String]) {
    (
      try await poll.texts("SELECT ranking FROM ballot").sorted(),
      try await poll.texts("SELECT digest FROM ballot_receipt").sorted()
    )
  }

  private func text(_ paper: Paper) -> String {
    paper.ranking.map(String.init).joined(separator: " ")
  }

  @Test(arguments: Engine.available)
  func `a thousand who vote in one minute are all told yes and counted once, as they voted`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(candidates: 5, voters: 1000)) { poll in
      let papers = papers(of: poll.voters, in: poll)
      let ends = try await castAll(papers, in: poll)
      #expect(ends == Array(repeating: .acknowledged, count: 1000))
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1000)
      #expect(try await poll.count("SELECT count(*) FROM elector WHERE has_voted") == 1000)
      // Each of them once more, all at once, with another paper.
      let again = try await castAll(self.papers(of: poll.voters.reversed(), in: poll), in: poll)
      #expect(again == Array(repeating: .refused(.alreadyVoted), count: 1000))
      try await poll.close()
      let found = try await counted(poll)
      #expect(found.ballots == papers.map(text).sorted())
      #expect(found.receipts == papers.map(\.receipt.digest).sorted())
      let result = try await poll.result()
      #expect(result?.voted == 1000 && result?.ballots == 1000 && result?.unreadable == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `closing among those who vote counts whoever was told yes, and all others hear it is over`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(candidates: 5, voters: 260)) { poll in
      let papers = papers(of: poll.voters, in: poll)
      let (early, late) = (Array(papers.prefix(220)), Array(papers.suffix(40)))
      let (acknowledgments, told) = AsyncStream.makeStream(of: Void.self)
      async let closing: Void = closeAmong(acknowledgments, after: 30, in: poll)
      let ends = try await castAll(early, in: poll, told: told)
      try await closing
      let inTime = zip(early, ends).filter { $1 == .acknowledged }.map(\.0)
      let refused = zip(early, ends).filter { $1 == .refused(.notOpen) }.map(\.0)
      #expect(inTime.count >= 30 && inTime.count + refused.count == 220)
      // Their clock still says that voting is open.
      let after = try await castAll(refused + late, in: poll)
      #expect(Set(after.map { "\($0)" }) == ["\(End.refused(.notOpen))"])
      #expect(BallotRefusal.notOpen.kind == .conflict)

      let found = try await counted(poll)
      #expect(found.ballots == inTime.map(text).sorted())
      #expect(found.receipts == inTime.map(\.receipt.digest).sorted())
      let voted = try await poll.texts("SELECT person_id FROM elector WHERE has_voted")
      #expect(voted.sorted() == inTime.map(\.voter.text).sorted())
      for (table, rows) in [("election_result", 1), ("elector", 260), ("sealed_ballot", 0)] {
        #expect(
          try await poll.count(SQLQuery(trusted: "SELECT count(*) FROM \(table)")) == rows)
      }
      #expect(
        try await poll.count("SELECT count(*) FROM audit_entry WHERE act = 'election.closed'")
          == 1)
      #expect(poll.keys.elections() == [])
    }
  }

  /// Two devices of the officer and two servers' jobs close at once, as soon as so many have voted.
  private func closeAmong(
    _ acknowledgments: AsyncStream<Void>, after count: Int, in poll: Poll
  ) async throws {
    var seen = 0
    for await _ in acknowledgments {
      seen += 1
      if seen == count { break }
    }
    var later = poll.world
    later.now = { Poll.after }
    try await withThrowingTaskGroup(of: Void.self) { [later] group in
      for _ in 1...2 {
        group.addTask { try await poll.close() }
        group.addTask { _ = try await Election.closeDue(in: later, poll.store) }
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: Engine.available)
  func `of a hundred who vote from two devices at once each counts once`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(candidates: 5, voters: 100)) { poll in
      let (first, second) = (
        papers(of: poll.voters, in: poll), papers(of: poll.voters, in: poll)
      )
      let ends = try await castAll(first + second, in: poll)
      let counts = zip(first + second, ends).filter { $1 == .acknowledged }.map(\.0)
      #expect(counts.map(\.voter.text).sorted() == poll.voters.map(\.text).sorted())
      #expect(ends.count { $0 == .refused(.alreadyVoted) } == 100)
      try await poll.close()
      #expect(try await counted(poll).receipts == counts.map(\.receipt.digest).sorted())
    }
  }
}
