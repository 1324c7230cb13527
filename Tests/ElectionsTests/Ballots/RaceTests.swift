import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What happens when many act in the same moment.
@Suite struct RaceTests {
  /// How an attempt ended.
  private enum End: Equatable, Sendable {
    case acknowledged(String)
    case refused(BallotRefusal)
  }

  /// Casts for everybody at once.
  private func cast(_ ballots: [(voter: PersonID, ranking: [Int])], in poll: Poll) async throws
    -> [End]
  {
    try await withThrowingTaskGroup(of: End.self) { group in
      for (voter, ranking) in ballots {
        group.addTask {
          let receipt = BallotReceipt(in: poll.world)
          do {
            try await poll.cast(ranking, by: voter, receipt: receipt)
            return .acknowledged(receipt.digest)
          } catch let refusal as BallotRefusal {
            return .refused(refusal)
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private func acknowledged(_ ends: [End]) -> [String] {
    ends.compactMap { end in
      if case .acknowledged(let digest) = end { digest } else { nil }
    }.sorted()
  }

  @Test(arguments: Engine.available)
  func `of two devices that cast at once one counts and the other is told so`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      for voter in poll.voters {
        let ends = try await cast([(voter, [1]), (voter, [2])], in: poll)
        #expect(acknowledged(ends).count == 1)
        #expect(ends.contains(.refused(.alreadyVoted)))
      }
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == poll.voters.count)
    }
  }

  @Test(arguments: Engine.available)
  func `of a form that is sent four times at once one ballot counts and all are told yes`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let receipt = BallotReceipt(in: poll.world)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...4 {
          group.addTask { try await poll.cast([2, 1], by: poll.voters[0], receipt: receipt) }
        }
        try await group.waitForAll()
      }
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `two hundred who vote at once are all counted once`(_ engine: Engine) async throws {
    try await withPoll(engine, Poll.Plan(voters: 200)) { poll in
      let ends = try await cast(poll.voters.map { ($0, [1, 2, 3]) }, in: poll)
      #expect(acknowledged(ends).count == 200)
      try await poll.close()
      let result = try await poll.result()
      #expect(result?.voted == 200 && result?.ballots == 200 && result?.unreadable == 0)
      let listed = try await poll.texts("SELECT digest FROM ballot_receipt ORDER BY digest")
      #expect(listed == acknowledged(ends))
    }
  }

  @Test(arguments: Engine.available)
  func `a ballot that meets the closing is in the count or refused, never lost`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(voters: 60)) { poll in
      async let closing: Void = poll.close()
      let ends = try await cast(poll.voters.map { ($0, [3, 1]) }, in: poll)
      try await closing
      let refused = ends.filter { $0 == .refused(.notOpen) }.count
      #expect(acknowledged(ends).count + refused == 60)
      let listed = try await poll.texts("SELECT digest FROM ballot_receipt ORDER BY digest")
      #expect(listed == acknowledged(ends))
      #expect(try await poll.count("SELECT count(*) FROM ballot") == listed.count)
      #expect(try await poll.count("SELECT count(*) FROM elector WHERE has_voted") == listed.count)
    }
  }

  @Test(arguments: Engine.available)
  func `of an officer and a job that close at once one counts and both find it closed`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      for voter in poll.voters { try await poll.cast([1, 2], by: voter) }
      var later = poll.world
      later.now = { Poll.after }
      try await withThrowingTaskGroup(of: Void.self) { [later] group in
        group.addTask { try await poll.close() }
        group.addTask { try await poll.close() }
        group.addTask { _ = try await Election.closeDue(in: later, poll.store) }
        try await group.waitForAll()
      }
      #expect(try await poll.count("SELECT count(*) FROM election_result") == 1)
      #expect(try await poll.count("SELECT count(*) FROM ballot") == 4)
      #expect(
        try await poll.count("SELECT count(*) FROM audit_entry WHERE act = 'election.closed'")
          == 1)
      #expect(poll.keys.elections() == [])
    }
  }
}
