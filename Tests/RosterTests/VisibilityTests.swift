import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@Suite struct VisibilityTests {
  private static let everybodySignedIn = [
    "administrator", "office", "dio", "director", "coordinator", "other director", "steward",
    "adviser", "faculty", "trainee", "other trainee",
  ]

  @Test(arguments: Engine.available)
  func `who is here is seen by everybody signed in`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      for person in [stage.cast.trainee, stage.cast.faculty, stage.cast.administrator] {
        let viewers = try await entryViewers(of: person, stage)
        #expect(viewers == Self.everybodySignedIn)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who left or is to come is seen by those who answer for them`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let answering = ["administrator", "office", "dio", "director", "coordinator"]
      for person in [stage.cast.former, stage.cast.upcoming] {
        let viewers = try await entryViewers(of: person, stage)
        #expect(viewers == answering)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `everybody sees themselves, whatever they are`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      for person in [cast.upcoming, cast.former] {
        let name = try await stage.see(as: person) { viewer, reader in
          try Person.profile(person, viewer: viewer, reader: reader).entry.person
        }
        #expect(name == person)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `lists, counts and exports show the same people as pages`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let everyone = [
        stage.cast.trainee, stage.cast.other, stage.cast.former, stage.cast.upcoming,
        stage.cast.faculty, stage.cast.administrator,
      ]
      for (role, person) in stage.cast.viewers {
        for presence in Presence.allCases {
          let query = DirectoryQuery(presence: presence)
          let seen = try await stage.see(as: person) { viewer, reader in
            var exported: [PersonID] = []
            try Directory.forEach(query, viewer: viewer, reader: reader) {
              exported.append($0.person)
            }
            let listed = try Directory.page(query, viewer: viewer, reader: reader).entries
            let opened = everyone.filter { person in
              let entry = try? Directory.entry(of: person, viewer: viewer, reader: reader)
              return entry?.presence == presence
            }
            return (
              listed.map(\.person), exported,
              try Directory.count(query, viewer: viewer, reader: reader), opened
            )
          }
          #expect(seen.0 == seen.1, "\(role), \(presence)")
          #expect(seen.0.count == seen.2, "\(role), \(presence)")
          #expect(Set(seen.3) == Set(everyone).intersection(seen.0), "\(role), \(presence)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `records are opened by the person and those who answer for them`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      func openers(_ person: PersonID) async throws -> [String] {
        try await stage.allowed { viewer, writer in
          _ = try PersonnelRecord.open(person, viewer: viewer, in: world, to: writer)
        }
      }
      let office = ["administrator", "office", "dio"]
      let ofTrainee = try await openers(cast.trainee)
      #expect(ofTrainee == office + ["director", "coordinator", "trainee"])
      #expect(try await openers(cast.other) == office + ["other director", "other trainee"])
      #expect(try await openers(cast.former) == office + ["director", "coordinator"])
      #expect(try await openers(cast.faculty) == office + ["faculty"])
    }
  }

  @Test(arguments: Engine.available)
  func `a program sees the standing in its own appointments alone`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      // Sam, on leave from surgery, was in medicine before.
      try await stage.act(as: cast.office) { viewer, writer in
        try Appointment.add(
          .of(cast.internalMedicine, nil, 1, ("2023-07-01", "2024-06-30"), .withdrawn),
          to: cast.other, by: viewer, in: world, writer: writer)
      }
      func standings(_ viewer: PersonID) async throws -> [Standing?] {
        try await stage.act(as: viewer) { viewer, writer in
          try PersonnelRecord.open(cast.other, viewer: viewer, in: world, to: writer)
            .appointments.map(\.standing)
        }
      }
      #expect(try await standings(cast.office) == [.leave, .withdrawn])
      #expect(try await standings(cast.other) == [.leave, .withdrawn])
      #expect(try await standings(cast.surgeon) == [.leave, nil])
      #expect(try await standings(cast.director) == [nil, .withdrawn])
    }
  }

  @Test(arguments: Engine.available)
  func `a profile never has standing, and its last day only for those who answer`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      func lines(_ viewer: PersonID) async throws -> [AppointmentLine] {
        try await stage.see(as: viewer) { viewer, reader in
          try Person.profile(cast.other, viewer: viewer, reader: reader).appointments
        }
      }
      for viewer in [cast.surgeon, cast.office, cast.other, cast.faculty, cast.trainee] {
        let standings = try await lines(viewer).map(\.standing)
        #expect(standings == [nil])
      }
      #expect(try await lines(cast.surgeon)[0].endsOn == day("2029-06-30"))
      #expect(try await lines(cast.faculty)[0].endsOn == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `the office of a site sees who left it and opens their records`(
    engine: Engine
  ) async throws {
    try await withStage(engine) { stage in
      let (cast, world) = (stage.cast, stage.world)
      try await stage.act(as: cast.administrator) { viewer, writer in
        try RoleGrant.grant(
          GrantDraft(
            person: cast.faculty, role: .office, scope: .site(cast.university),
            term: Term(from: TestWorld.today)),
          by: viewer, in: world, to: writer)
      }
      let viewers = try await stage.see(as: cast.faculty) { viewer, reader in
        try Directory.page(
          DirectoryQuery(presence: .former), viewer: viewer, reader: reader
        ).entries.map(\.person)
      }
      #expect(viewers == [cast.former])
      try await stage.act(as: cast.faculty) { viewer, writer in
        _ = try PersonnelRecord.open(cast.trainee, viewer: viewer, in: world, to: writer)
      }
      await #expect(throws: Absent.self) {
        try await stage.act(as: cast.faculty) { viewer, writer in
          try PersonnelRecord.open(cast.other, viewer: viewer, in: world, to: writer)
        }
      }
      // Part of the office keeps nothing: it is not the whole office.
      await #expect(throws: RosterRefusal.notAllowed) {
        try await stage.act(as: cast.faculty) {
          try Person.deactivate(cast.trainee, by: $0, to: $1)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `places and programs are seen by everybody signed in`(engine: Engine) async throws {
    try await withStage(engine) { stage in
      let cast = stage.cast
      let visible = try await stage.visible { viewer, reader in
        _ = try Program.profile(cast.internalMedicine, viewer: viewer, reader: reader)
        _ = try Department.find(cast.medicine, viewer: viewer, reader: reader)
        _ = try Site.find(cast.university, viewer: viewer, reader: reader)
        _ = try Sponsor.find(cast.health, viewer: viewer, reader: reader)
      }
      #expect(visible == Self.everybodySignedIn)
      let counts = try await stage.see(as: nil) { viewer, reader in
        [
          try Program.list(viewer: viewer, reader: reader).entries.count,
          try Department.list(viewer: viewer, reader: reader).entries.count,
          try Site.list(viewer: viewer, reader: reader).entries.count,
          try Sponsor.list(viewer: viewer, reader: reader).entries.count,
          try Headcount.bySite(viewer: viewer, reader: reader).total,
          try Headcount.bySponsor(viewer: viewer, reader: reader).total,
          try PlaceChoice.sites(viewer: viewer, reader: reader).count,
          try ProgramPick.offers(viewer: viewer, reader: reader).count,
          try RoleLine.held(in: .institution, viewer: viewer, reader: reader).count,
        ]
      }
      #expect(counts == Array(repeating: 0, count: 9))
    }
  }

  private func entryViewers(of person: PersonID, _ stage: Stage) async throws -> [String] {
    try await stage.visible { viewer, reader in
      _ = try Directory.entry(of: person, viewer: viewer, reader: reader)
    }
  }
}
