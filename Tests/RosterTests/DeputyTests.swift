import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct DeputyTests {
  @Test(arguments: Engine.available)
  func `a deputy acts as long as the role itself holds`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      let directing = try await grants(of: cast.director, stage)[0]
      try await name(cast.faculty, in: directing, as: cast.director, stage)
      #expect(
        try await stage.acts(after: before)
          == ["deputy.named: Deputy: {Program} director, Internal Medicine, from 2026-11-02"])
      let deputy = try await stage.see(as: cast.faculty) { viewer, _ in viewer }
      #expect(
        deputy.grants == [
          Grant(role: .programDirector, scope: .program(cast.internalMedicine))
        ])
      let lines = try await stage.see(as: cast.trainee) { viewer, reader in
        try RoleLine.held(in: .program(cast.internalMedicine), viewer: viewer, reader: reader)
      }
      #expect(
        lines.map { "\($0.personName), \($0.grant.role.title), for \($0.principal?.name ?? "-")" }
          == [
            "Carl Carlson, {Program} coordinator, for -",
            "Frank Frankson, {Program} director, for Pia Piason",
            "Pia Piason, {Program} director, for -",
          ])
      try await stage.act(as: cast.office) {
        try RoleGrant.revoke(directing, by: $0, in: stage.world, to: $1)
      }
      let after = try await stage.see(as: cast.faculty) { viewer, _ in viewer.grants }
      #expect(after == [])
      #expect(try await grants(of: cast.faculty, stage) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `only the person, the office and administrators name one`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let directing = try await grants(of: cast.director, stage)[0]
      let world = stage.world
      let allowed = try await stage.allowed { viewer, writer in
        try RoleGrant.nameDeputy(
          of: directing, DeputyDraft(person: cast.faculty, term: Term(from: TestWorld.today)),
          by: viewer, in: world, to: writer)
      }
      #expect(allowed == ["administrator", "office", "director"])
    }
  }

  @Test(arguments: Engine.available)
  func `the office makes no deputies of administrators`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let administering = try await grants(of: cast.administrator, stage)[0]
      await #expect(throws: RosterRefusal.notAllowed) {
        try await name(cast.office, in: administering, as: cast.office, stage)
      }
      try await name(cast.office, in: administering, as: cast.administrator, stage)
    }
  }

  @Test(arguments: Engine.available)
  func `what a deputy cannot be is refused`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let directing = try await grants(of: cast.director, stage)[0]
      await #expect(throws: RosterRefusal.deputyOfOneself) {
        try await name(cast.director, in: directing, as: cast.director, stage)
      }
      let deputizing = try await name(cast.faculty, in: directing, as: cast.director, stage)
      await #expect(throws: RosterRefusal.deputyOfDeputy) {
        try await name(cast.dio, in: deputizing.id, as: cast.faculty, stage)
      }
      await #expect(throws: RosterRefusal.deputyOfDeputy) {
        try await name(cast.dio, in: deputizing.id, as: cast.office, stage)
      }
      // A deputy is not the person whose role it is.
      await #expect(throws: RosterRefusal.notAllowed) {
        try await name(cast.dio, in: directing, as: cast.faculty, stage)
      }
      await #expect(
        throws: RosterRefusal.alreadyHeld(.programDirector, by: "Frank Frankson")
      ) {
        try await name(cast.faculty, in: directing, as: cast.director, stage)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a deputy begins and ends within the role`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let directing = try await grants(of: cast.director, stage)[0]
      try await name(
        cast.faculty, in: directing, as: cast.director, stage,
        for: Term(from: day("2026-11-10"), to: day("2026-11-20")))
      for (today, isDeputy) in [
        ("2026-11-09", false), ("2026-11-10", true), ("2026-11-20", true), ("2026-11-21", false),
      ] {
        let viewer = try await stage.see(as: cast.faculty, on: day(today)) { viewer, _ in viewer }
        #expect(viewer.holds(.programDirector) == isDeputy, "\(today)")
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try RoleGrant.end(directing, on: day("2026-12-31"), by: viewer, in: stage.world, to: writer)
      }
      await #expect(throws: RosterRefusal.grantIsOver) {
        try await name(
          cast.dio, in: directing, as: cast.director, stage,
          for: Term(from: day("2027-01-01")))
      }
      await #expect(throws: RosterRefusal.endsBeforeStart) {
        try await name(
          cast.dio, in: directing, as: cast.director, stage,
          for: Term(from: day("2026-12-02"), to: day("2026-12-01")))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the person whose role it is ends the deputy`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let directing = try await grants(of: cast.director, stage)[0]
      let deputy = try await name(cast.faculty, in: directing, as: cast.director, stage)
      await #expect(throws: RosterRefusal.notAllowed) {
        try await stage.act(as: cast.coordinator) {
          try RoleGrant.revoke(deputy.id, by: $0, in: stage.world, to: $1)
        }
      }
      try await stage.act(as: cast.director) { viewer, writer in
        try RoleGrant.revoke(deputy.id, by: viewer, in: stage.world, to: writer)
      }
      #expect(try await grants(of: cast.faculty, stage) == [])
    }
  }

  private func grants(of person: PersonID, _ stage: Stage) async throws -> [ID<RoleGrant>] {
    try await stage.see(as: stage.cast.administrator) { viewer, reader in
      try RoleLine.held(by: person, viewer: viewer, reader: reader).map(\.grant.id)
    }
  }

  @discardableResult
  private func name(
    _ person: PersonID, in grant: ID<RoleGrant>, as actor: PersonID, _ stage: Stage,
    for term: Term = Term(from: TestWorld.today)
  ) async throws -> RoleGrant {
    let world = stage.world
    return try await stage.act(as: actor) { viewer, writer in
      try RoleGrant.nameDeputy(
        of: grant, DeputyDraft(person: person, term: term), by: viewer, in: world, to: writer)
    }
  }
}
