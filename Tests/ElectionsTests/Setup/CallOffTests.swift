import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// An open election that is called off leaves no ballot behind.
@Suite struct CallOffTests {
  private func callOff(
    _ poll: Poll, by person: PersonID? = nil, _ reason: String = "A candidate was left out.",
    in world: World? = nil
  ) async -> String? {
    await refusalCode {
      try await Election.callOff(
        poll.election, because: reason, by: poll.viewer(person ?? poll.officer),
        in: world ?? poll.world, poll.store)
    }
  }

  @Test(arguments: Engine.available)
  func `its election officer calls an open election off, and ballots and key are gone unread`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      for voter in poll.voters.prefix(3) { try await poll.cast([2, 1], by: voter) }
      for person in [poll.stage.cast.office, poll.stage.cast.administrator, poll.voters[0]] {
        #expect(await callOff(poll, by: person) == "not-yours-to-run")
      }
      #expect(await callOff(poll, " ") == "reason")
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 3)
      #expect(await callOff(poll) == nil)

      let election = try await poll.found()
      #expect(election.state == .calledOff)
      #expect(election.endedBecause == "A candidate was left out.")
      for table: SQLQuery in ["sealed_ballot", "ballot", "ballot_receipt", "election_result"] {
        #expect(try await poll.count("SELECT count(*) FROM \(table)") == 0)
      }
      #expect(poll.keys.elections() == [])
      #expect(try await poll.count("SELECT count(*) FROM elector") == 4)
      let acts = try await poll.stage.acts().filter { $0.hasPrefix("election.") }
      #expect(acts == ["election.called_off: Council of 2026"])
      let told = try await poll.texts(
        "SELECT sentence FROM notice WHERE path = \(election.path) ORDER BY id")
      #expect(told.count == poll.voters.count + poll.candidates.count)
      #expect(
        Set(told) == [
          "“Council of 2026” was called off. The ballots were destroyed, and nobody has read them."
        ])
      #expect(await callOff(poll) == "wrong-state")
    }
  }

  @Test(arguments: Engine.available)
  func `no ballot is taken and none is counted once it is called off`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      #expect(await callOff(poll) == nil)
      let late = try await ballotRefusal { try await poll.cast([1], by: poll.voters[1]) }
      let count = try await ballotRefusal { try await poll.close() }
      #expect(late == .notOpen && count == .tooEarly)
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `with its key lost an election is called off, and its officers were told once of the loss`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      var lost = poll.world
      lost.urnKeys = MemoryUrnKeys()
      lost.now = { Poll.after }
      for _ in 1...2 {
        #expect(try await Election.closeDue(in: lost, poll.store).waiting == 1)
      }
      let path = try await poll.found().path
      let told = try await poll.texts(
        "SELECT sentence FROM notice WHERE path = \(path) AND person = \(poll.officer) ORDER BY id")
      #expect(
        told == [
          "“Council of 2026” cannot be counted: the key to its ballots is not on the server. "
            + "Whoever runs the server may have it. Otherwise the election officer calls the "
            + "election off."
        ])
      #expect(await callOff(poll, "The key is lost.", in: lost) == nil)
      #expect(try await poll.found().endedBecause == "The key is lost.")
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `what was counted is not called off, by nobody`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      try await poll.close()
      #expect(await callOff(poll) == "wrong-state")
      try await poll.certify()
      #expect(await callOff(poll) == "wrong-state")
      #expect(try await poll.found().state == .certified)
    }
  }

  @Test(arguments: Engine.available)
  func `of casting and calling off at once no ballot is left over`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(voters: 12)) { poll in
      try await poll.cast([2], by: poll.voters[0])
      await withTaskGroup(of: Void.self) { group in
        for voter in poll.voters.dropFirst() {
          group.addTask { _ = try? await poll.cast([1], by: voter) }
        }
        group.addTask { _ = await callOff(poll) }
      }
      let state = try await poll.found().state
      let left = try await poll.count("SELECT count(*) FROM sealed_ballot")
      #expect(state == .calledOff && left == 0)
    }
  }
}
