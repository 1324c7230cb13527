import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct RoleGrantTests {
  @Test(arguments: Engine.available)
  func `the office grants a coordinator, and the trail says so`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world, before) = (stage.cast, stage.world, try await stage.lastAct())
      let grant = try await stage.act(as: cast.office) { viewer, writer in
        try RoleGrant.grant(
          draft(.programCoordinator, cast.faculty, .program(cast.generalSurgery)), by: viewer,
          in: world, to: writer)
      }
      let viewer = try await stage.see(as: cast.faculty) { viewer, _ in viewer }
      #expect(
        viewer.grants == [
          Grant(role: .programCoordinator, scope: .program(cast.generalSurgery))
        ])
      #expect(grant.grantedBy == cast.office)
      #expect(
        try await stage.acts(after: before)
          == ["role.granted: {Program} coordinator, General Surgery, from 2026-11-02"])
    }
  }

  @Test(arguments: Engine.available)
  func `only those whose roles allow it grant a role`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let directing = try await onlyGrant(of: cast.director, stage)
      try await stage.act(as: cast.office) { viewer, writer in
        try RoleGrant.revoke(directing, by: viewer, in: stage.world, to: writer)
      }
      var allowed: [Role: [String]] = [:]
      for role in Role.allCases {
        let scope: Scope = role.isOfProgram ? .program(cast.internalMedicine) : .institution
        allowed[role] = try await stage.allowed { viewer, writer in
          try RoleGrant.grant(
            draft(role, cast.faculty, scope), by: viewer, in: world, to: writer)
        }
      }
      #expect(
        allowed == [
          .administrator: ["administrator"], .dio: ["administrator"],
          .steward: ["administrator"], .adviser: ["administrator"],
          .office: ["administrator", "office"],
          .programDirector: ["administrator", "office"],
          .programCoordinator: ["administrator", "office"],
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `a role that needs a program is refused for the institution`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      for role in [Role.programDirector, .programCoordinator] {
        await expectRefusal(.scopeNotOfRole(role), stage) {
          draft(role, cast.faculty, .institution)
        }
      }
      await expectRefusal(.scopeNotOfRole(.dio), stage) {
        draft(.dio, cast.faculty, .program(cast.internalMedicine))
      }
      await expectRefusal(.endsBeforeStart, stage) {
        var draft = draft(.office, cast.faculty, .institution)
        draft.term = Term(from: day("2026-11-05"), to: day("2026-11-04"))
        return draft
      }
    }
  }

  @Test(arguments: Engine.available)
  func `someone who holds the role already is named`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      await expectRefusal(.alreadyHeld(.office, by: "Olga Olgason"), stage) {
        draft(.office, cast.office, .institution)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `unknown people and programs are absent`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let unknown = "0199f000-0000-7000-8000-000000000000"
      for draft in [
        draft(.office, PersonID(stored: unknown), .institution),
        draft(.programDirector, cast.faculty, .program(ProgramID(stored: unknown))),
        draft(.office, cast.faculty, .site(SiteID(stored: unknown))),
      ] {
        await #expect(throws: Absent.self) { try await grant(draft, stage) }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a program has one director at a time`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      var next = draft(.programDirector, cast.faculty, .program(cast.internalMedicine))
      await expectRefusal(.directorStands(name: "Pia Piason"), stage) { next }
      let standing = try await stage.see(as: cast.office) { viewer, reader in
        try RoleLine.held(by: cast.director, viewer: viewer, reader: reader)
      }
      try await stage.act(as: cast.office) { viewer, writer in
        try RoleGrant.end(
          standing[0].grant.id, on: day("2026-12-31"), by: viewer, in: stage.world, to: writer)
      }
      await expectRefusal(.directorStands(name: "Pia Piason"), stage) { next }
      next.term = Term(from: day("2027-01-01"))
      try await grant(next, stage)
    }
  }

  @Test(arguments: Engine.available)
  func `of two directors who are granted at once one is refused`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      let program = try await stage.act(as: cast.office) { viewer, writer in
        try Program.add(
          ProgramDraft(name: "Geriatrics", department: cast.medicine), sponsor: cast.health,
          by: viewer, in: world, to: writer)
      }
      let outcomes = await withTaskGroup(of: RosterRefusal?.self) { group in
        for person in [cast.faculty, cast.dio, cast.steward, cast.adviser] {
          group.addTask {
            do {
              try await grant(draft(.programDirector, person, .program(program)), stage)
              return nil
            } catch {
              return error as? RosterRefusal ?? .notAllowed
            }
          }
        }
        return await group.reduce(into: [RosterRefusal?]()) { $0.append($1) }
      }
      let names = try await stage.see(as: cast.trainee) { viewer, reader in
        try RoleLine.held(in: .program(program), viewer: viewer, reader: reader).map(\.personName)
      }
      #expect(names.count == 1)
      let winner = names.first ?? ""
      #expect(outcomes.count { $0 == nil } == 1)
      #expect(outcomes.compactMap(\.self).allSatisfy { $0 == .directorStands(name: winner) })
    }
  }

  @Test(arguments: Engine.available)
  func `the last administrator stays`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let first = try await onlyGrant(of: cast.administrator, stage)
      await #expect(throws: RosterRefusal.lastAdministrator) {
        try await stage.act(as: cast.administrator) {
          try RoleGrant.revoke(first, by: $0, in: stage.world, to: $1)
        }
      }
      await #expect(throws: RosterRefusal.lastAdministrator) {
        try await stage.act(as: cast.administrator) {
          try RoleGrant.end(first, on: day("2027-06-30"), by: $0, in: stage.world, to: $1)
        }
      }
      // An administrator who runs out is none to rely on.
      var second = draft(.administrator, cast.faculty, .institution)
      second.term.endsOn = day("2027-06-30")
      try await grant(second, stage)
      await #expect(throws: RosterRefusal.lastAdministrator) {
        try await stage.act(as: cast.administrator) {
          try RoleGrant.revoke(first, by: $0, in: stage.world, to: $1)
        }
      }
      try await grant(draft(.administrator, cast.steward, .institution), stage)
      try await stage.act(as: cast.administrator) { viewer, writer in
        try RoleGrant.revoke(first, by: viewer, in: stage.world, to: writer)
      }
      let grants = try await stage.see(as: cast.administrator) { viewer, _ in viewer.grants }
      #expect(grants == [])
    }
  }

  @Test(arguments: Engine.available)
  func `of two last administrators who revoke each other one stays`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let second = try await grant(draft(.administrator, cast.faculty, .institution), stage)
      let first = try await onlyGrant(of: cast.administrator, stage)
      async let one: Void = stage.act(as: cast.administrator) {
        try RoleGrant.revoke(second.id, by: $0, in: stage.world, to: $1)
      }
      async let other: Void = stage.act(as: cast.faculty) {
        try RoleGrant.revoke(first, by: $0, in: stage.world, to: $1)
      }
      _ = try? await one
      _ = try? await other
      let left = try await stage.store.read {
        try $0.number(
          """
          SELECT count(*) FROM role_grant WHERE role = 'administrator' AND revoked_at IS NULL
          """)
      }
      #expect(left == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a role is taken away by those who may grant it, once`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, before) = (stage.cast, try await stage.lastAct())
      let held = try await onlyGrant(of: cast.coordinator, stage)
      for person in [cast.coordinator, cast.director, cast.dio, cast.trainee] {
        await #expect(throws: RosterRefusal.notAllowed) {
          try await stage.act(as: person) {
            try RoleGrant.revoke(held, by: $0, in: stage.world, to: $1)
          }
        }
      }
      try await stage.act(as: cast.office) {
        try RoleGrant.revoke(held, by: $0, in: stage.world, to: $1)
      }
      await #expect(throws: RosterRefusal.grantIsOver) {
        try await stage.act(as: cast.office) {
          try RoleGrant.revoke(held, by: $0, in: stage.world, to: $1)
        }
      }
      #expect(
        try await stage.acts(after: before)
          == ["role.revoked: {Program} coordinator, Internal Medicine"])
    }
  }

  @Test(arguments: Engine.available)
  func `the first administrator is made once`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let world = stage.world
      await #expect(throws: RosterRefusal.alreadyBegun) {
        try await stage.store.write { writer in
          try FirstAdministrator.appoint(
            PersonDraft(name: PersonName(given: "Eve", family: ""), capacity: .staff),
            on: TestWorld.today, in: world, to: writer)
        }
      }
    }
  }

  private func draft(_ role: Role, _ person: PersonID, _ scope: Scope) -> GrantDraft {
    GrantDraft(person: person, role: role, scope: scope, term: Term(from: TestWorld.today))
  }

  @discardableResult
  private func grant(_ draft: GrantDraft, _ stage: Stage) async throws -> RoleGrant {
    let world = stage.world
    return try await stage.act(as: stage.cast.administrator) { viewer, writer in
      try RoleGrant.grant(draft, by: viewer, in: world, to: writer)
    }
  }

  private func expectRefusal(
    _ refusal: RosterRefusal, _ stage: Stage, _ draft: () -> GrantDraft
  ) async {
    let draft = draft()
    await #expect(throws: refusal) { try await grant(draft, stage) }
  }

  private func onlyGrant(of person: PersonID, _ stage: Stage) async throws -> ID<RoleGrant> {
    let lines = try await stage.see(as: stage.cast.administrator) { viewer, reader in
      try RoleLine.held(by: person, viewer: viewer, reader: reader)
    }
    return try #require(lines.count == 1 ? lines.first : nil).grant.id
  }
}
