import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// Roles of people who leave with the old year: the trainee's training ends on June 30, 2028.
@Suite struct RoleRolloverTests {
  private static let firstDay = "2028-07-01"

  /// The stage on the first day after the trainee's training.
  private func withLeaver(
    _ engine: Engine, _ body: (RolloverStage) async throws -> Void
  ) async throws {
    try await withRollover(engine) { stage in
      try await body(
        stage.on(Self.firstDay, of: AcademicYear(startYear: 2028, start: .july1)))
    }
  }

  private func grant(
    _ role: Role, _ scope: Scope, to person: PersonID, from first: String, _ stage: Stage
  ) async throws -> ID<RoleGrant> {
    try await stage.act(as: stage.cast.administrator) { viewer, writer in
      try RoleGrant.grant(
        GrantDraft(person: person, role: role, scope: scope, term: Term(from: day(first))),
        by: viewer, in: stage.world, to: writer
      ).id
    }
  }

  private func lastDay(_ id: ID<RoleGrant>, _ stage: RolloverStage) async throws -> String? {
    try await stage.stage.store.read { try RoleGrant.find(id, in: $0).endsOn?.text }
  }

  private func heading(
    _ stage: RolloverStage,
    _ roles: @escaping @Sendable (RolloverRoles, any SQLReader) throws -> Capped<RoleLine>
  ) async throws -> [String] {
    try await stage.stage.see(as: stage.stage.cast.office, on: stage.today) {
      [year = stage.year] viewer, reader in
      let rollover = try Rollover.to(year, viewer: viewer, reader: reader)
      return try roles(RolloverRoles(rollover, viewer: viewer), reader).first.map {
        "\($0.personName): \($0.grant.role.rawValue)"
      }
    }
  }

  /// What the roles do in the step, as the pages hand it over.
  private func company(_ viewer: Viewer) -> RolloverCompany {
    RolloverCompany(
      plan: { _, _ in [] },
      carryOut: { try RoleRollover($0, $1).carryOut(by: viewer) },
      dependents: { try RoleRollover.dependents(on: $0, reader: $1) },
      undo: { try RoleRollover($0, $1).undo(by: viewer) })
  }

  private func turn(_ stage: RolloverStage) async throws -> ID<Rollover> {
    let occasion = try await stage.occasion()
    let id = try await stage.confirm()
    let company = try company(#require(occasion.viewer))
    try await Rollover.carryOut(id, with: company, on: occasion)
    return id
  }

  private func undo(_ id: ID<Rollover>, _ stage: RolloverStage) async throws {
    let occasion = try await stage.occasion()
    try await Rollover.undo(
      id, with: try company(#require(occasion.viewer)), on: occasion)
  }

  @Test(arguments: Engine.available)
  func `the role of someone who leaves ends with the old year, and an undo lets it go on`(
    engine: Engine
  ) async throws {
    try await withLeaver(engine) { stage in
      let cast = stage.stage.cast
      let scope = Scope.program(cast.generalSurgery)
      let coordinating = try await grant(
        .programCoordinator, scope, to: cast.trainee, from: "2026-11-15", stage.stage)
      let running = try await grant(
        .administrator, .institution, to: cast.trainee, from: "2026-11-15", stage.stage)
      let coming = try await grant(
        .adviser, .institution, to: cast.trainee, from: Self.firstDay, stage.stage)
      let staying = try await grant(
        .programCoordinator, scope, to: cast.faculty, from: "2026-11-15", stage.stage)
      #expect(
        try await heading(stage) { try $0.ofLeavers($1) } == ["Tess Núñez: program_coordinator"])
      #expect(
        try await heading(stage) { try $0.leavingAdministrators($1) }
          == ["Tess Núñez: administrator"])
      try await stage.stage.store.write { try Directory.turnDay(stage.today, in: $0) }
      let before = try await stage.tables()
      let done = try await turn(stage)
      #expect(try await lastDay(coordinating, stage) == "2028-06-30")
      for id in [running, coming, staying] { #expect(try await lastDay(id, stage) == nil) }
      #expect(try await heading(stage) { try $0.ofLeavers($1) }.isEmpty)
      #expect(
        try await stage.stage.acts().contains(
          "role.ended: {Program} coordinator, General Surgery, until 2028-06-30"))
      try await undo(done, stage)
      #expect(try await stage.tables() == before)
      #expect(
        try await stage.stage.acts().contains(
          "role.continued: {Program} coordinator, General Surgery"))
    }
  }

  @Test(arguments: Engine.available)
  func `a role that was taken away since stays so when the rollover is undone`(
    engine: Engine
  ) async throws {
    try await withLeaver(engine) { stage in
      let cast = stage.stage.cast
      let coordinating = try await grant(
        .programCoordinator, .program(cast.generalSurgery), to: cast.trainee, from: "2026-11-15",
        stage.stage)
      let done = try await turn(stage)
      try await stage.stage.store.write { writer in
        try writer.execute(
          "UPDATE role_grant SET revoked_at = \(TestWorld.now) WHERE id = \(coordinating)")
      }
      try await undo(done, stage)
      #expect(try await lastDay(coordinating, stage) == "2028-06-30")
    }
  }

  @Test(arguments: Engine.available)
  func `a new director of the program stands in the way of an undo and is named`(
    engine: Engine
  ) async throws {
    try await withLeaver(engine) { stage in
      let cast = stage.stage.cast
      let scope = Scope.program(cast.generalSurgery)
      try await stage.stage.store.write { writer in
        try writer.execute(
          "UPDATE role_grant SET ends_on = '2027-12-31' WHERE person_id = \(cast.surgeon)")
      }
      _ = try await grant(
        .programDirector, scope, to: cast.trainee, from: "2028-01-01", stage.stage)
      let done = try await turn(stage)
      _ = try await grant(
        .programDirector, scope, to: cast.faculty, from: Self.firstDay, stage.stage)
      await #expect(
        throws: RolloverRefusal.builtUpon(["Frank Frankson directs General Surgery since."])
      ) { try await undo(done, stage) }
    }
  }
}
