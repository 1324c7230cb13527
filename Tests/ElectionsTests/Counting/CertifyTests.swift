import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who certifies a result, and what comes of it.
@Suite struct CertifyTests {
  @Test(arguments: Engine.available)
  func `whoever is elected takes a seat, with the election as evidence`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(seats: 2)) { poll in
      for voter in poll.voters { try await poll.cast([2, 1], by: voter) }
      try await poll.close()
      try await poll.certify()
      let seated = try await poll.store.read { reader in
        try reader.rows(
          "SELECT person_id, place, evidence FROM seating ORDER BY number"
        ).map { try [$0.text("person_id"), $0.text("place"), $0.text("evidence")] }
      }
      let evidence = "Elected by peers: Council of 2026"
      #expect(
        seated == [
          [poll.candidates[1].text, "holder", evidence],
          [poll.candidates[0].text, "holder", evidence],
        ])
      #expect(try await poll.found().state == .certified)
      #expect(try await poll.result()?.elected.map(\.isSeated) == [true, true])
    }
  }

  @Test(arguments: Engine.available)
  func `before it is certified a result is the election officer's alone, and small counts nobody's`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      for voter in poll.voters { try await poll.cast([2, 1], by: voter) }
      func seen(by person: PersonID?) async throws -> ElectionResult? {
        let (id, viewer) = (poll.election, poll.viewer(person, at: Poll.after))
        return try await poll.store.read {
          try ElectionResult.find(id, viewer: viewer, reader: $0)
        }
      }
      let others = [poll.voters[0], poll.candidates[1], poll.stage.cast.office, nil]
      #expect(try await seen(by: poll.officer) == nil)
      try await poll.close()
      #expect(try await seen(by: poll.officer)?.elected.count == 1)
      for person in others { #expect(try await seen(by: person) == nil) }
      try await poll.certify()
      let result = try #require(try await seen(by: poll.voters[0]))
      #expect(result.isWithheld)
      #expect(result.counting == nil)
      #expect(result.report.isEmpty)
      #expect(try await poll.result()?.counting != nil)
    }
  }

  @Test(arguments: Engine.available)
  func `someone elected who cannot take the seat does not hold the others up`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine, Poll.Plan(seats: 2)) { poll in
      for voter in poll.voters { try await poll.cast([3, 1], by: voter) }
      try await poll.close()
      let third = poll.candidates[2]
      try await poll.store.write { writer in
        try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(third)")
      }
      try await poll.certify()
      let elected = try #require(try await poll.result()).elected
      #expect(elected.map(\.person) == [third, poll.candidates[0]])
      #expect(elected.map(\.isSeated) == [false, true])
      #expect(elected.map { $0.obstacle.isEmpty } == [false, true])
    }
  }

  @Test(arguments: Engine.available)
  func `only the election officer closes and certifies, each once and in its time`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      let (early, now) = (TestWorld.now, Poll.after)
      let office = poll.stage.cast.office
      let foreign = try await ballotRefusal {
        try await Election.close(
          poll.election, by: poll.viewer(office, at: now), in: poll.world, poll.store)
      }
      let tooEarly = try await ballotRefusal { try await poll.close(at: early) }
      let unclosed = try await ballotRefusal { try await poll.certify() }
      #expect([foreign, tooEarly, unclosed] == [.notYours, .tooEarly, .notClosed])
      try await poll.close()
      let stranger = try await ballotRefusal { try await poll.certify(by: office) }
      try await poll.certify()
      let again = try await ballotRefusal { try await poll.certify() }
      #expect([stranger, again] == [.notYours, .notClosed])
    }
  }

  @Test(arguments: Engine.available)
  func `of two who certify at once one does and each winner has one seat`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      try await poll.close()
      let refused = try await withThrowingTaskGroup(of: BallotRefusal?.self) { group in
        for _ in 1...2 { group.addTask { try await ballotRefusal { try await poll.certify() } } }
        return try await group.reduce(into: [BallotRefusal]()) { all, one in
          if let one { all.append(one) }
        }
      }
      #expect(refused == [.notClosed])
      #expect(try await poll.count("SELECT count(*) FROM seating") == 1)
    }
  }
}
