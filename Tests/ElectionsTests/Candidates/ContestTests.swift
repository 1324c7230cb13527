import CustomDump
import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What comes of elections in which there is nothing to vote on.
@Suite struct ContestTests {
  private func declare(
    _ id: ElectionID, by person: PersonID, _ ward: Ward, at now: Instant = Ward.between
  ) async -> String? {
    let world = ward.stage.world
    return await refusalCode {
      try await ward.act(as: person, at: now) { viewer, writer in
        _ = try Election.declareUncontested(id, by: viewer, in: world, writer: writer)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `as many candidates as seats are elected without a vote, and it is said so`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      for person in [ward.lee, ward.kim] { try await ward.stand(person, in: id) }
      #expect(await refusalCode { try await ward.open(id) } == "not-ready")
      #expect(await declare(id, by: ward.chief, ward) == "only-election-officer")
      #expect(await declare(id, by: ward.officer, ward, at: Ward.nominating) == "not-ready")
      #expect(await declare(id, by: ward.officer, ward) == nil)
      #expect(try await ward.election(id).state == .certified)
      let seated = try await ward.stage.store.read { reader in
        try reader.rows(
          """
          SELECT directory_entry.name AS name, evidence FROM seating
          JOIN directory_entry ON directory_entry.person_id = seating.person_id
          ORDER BY directory_entry.name
          """
        ).map { "\(try $0.text("name")): \(try $0.text("evidence"))" }
      }
      expectNoDifference(
        seated,
        [
          "Kim Doe: Delegates 2026, elected without a vote",
          "Lee Doe: Delegates 2026, elected without a vote",
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `with more candidates than seats, or two of one department, there is a vote`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      var draft = ward.draft
      draft.onePer = .department
      let id = try await ward.announce(draft)
      for person in [ward.lee, ward.chief] { try await ward.stand(person, in: id) }
      #expect(await declare(id, by: ward.officer, ward) == "needs-vote")
      try await ward.open(id)
      #expect(try await ward.election(id).state == .voting)
    }
  }

  @Test(arguments: Engine.available)
  func `without candidates nobody is elected, and it can be called off`(
    _ engine: Engine
  ) async throws {
    try await withWard(engine) { ward in
      let id = try await ward.announce(ward.draft)
      #expect(await declare(id, by: ward.officer, ward) == "not-ready")
      #expect(await refusalCode { try await ward.open(id) } == "not-ready")
      let world = ward.stage.world
      try await ward.act(as: ward.chief, at: Ward.between) { viewer, writer in
        try Election.callOff(
          id, because: "Nobody stood.", by: viewer, in: world, writer: writer)
      }
      #expect(try await ward.election(id).state == .calledOff)
    }
  }
}
