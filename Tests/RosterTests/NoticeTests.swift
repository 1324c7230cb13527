import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct NoticeTests {
  @Test(arguments: Engine.available)
  func `people are told of roles that others give and take`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.office) { viewer, writer in
        try writer.execute("DELETE FROM notice")
        let grant = try RoleGrant.grant(
          GrantDraft(
            person: cast.faculty, role: .programCoordinator,
            scope: .program(cast.generalSurgery), term: Term(from: day("2027-01-01"))),
          by: viewer, in: world, to: writer)
        try RoleGrant.nameDeputy(
          of: grant.id, DeputyDraft(person: cast.steward, term: Term(from: day("2027-01-01"))),
          by: viewer, in: world, to: writer)
        try RoleGrant.end(
          grant.id, on: day("2027-06-30"), by: viewer, in: world, to: writer)
        try RoleGrant.revoke(grant.id, by: viewer, in: world, to: writer)
      }
      let role = "Program coordinator, General Surgery"
      let faculty = try await notices(of: cast.faculty, stage)
      #expect(
        faculty == [
          "Olga Olgason gave you a role: \(role), from January 1, 2027.",
          "Stella Stellason is now your deputy: \(role), from January 1, 2027.",
          "Olga Olgason set June 30, 2027 as the last day of your role: \(role).",
          "Olga Olgason ended your role: \(role).",
        ])
      let steward = try await notices(of: cast.steward, stage)
      #expect(
        steward == ["You are now deputy of Frank Frankson: \(role), from January 1, 2027."])
      let office = try await notices(of: cast.office, stage)
      #expect(office == [])
    }
  }

  @Test(arguments: Engine.available)
  func `people are told who opened their record, once a day for each`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      for reader in [cast.office, cast.office, cast.director, cast.trainee] {
        try await stage.act(as: reader) { viewer, writer in
          _ = try PersonnelRecord.open(cast.trainee, viewer: viewer, in: world, to: writer)
        }
      }
      let told = try await notices(of: cast.trainee, stage)
      #expect(
        told == [
          "Olga Olgason opened your personnel record.",
          "Pia Piason opened your personnel record.",
        ])
    }
  }

  private func notices(of person: PersonID, _ stage: Stage) async throws -> [String] {
    try await stage.store.read { reader in
      try Notice.list(for: person, before: nil, reader: reader).map(\.sentence).reversed()
    }
  }
}
