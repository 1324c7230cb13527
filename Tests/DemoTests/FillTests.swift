import Demo
import Foundation
import Kernel
import Roster
import SQLStore
import StoreTestSupport
import Testing

@Suite struct FillTests {
  @Test(arguments: Engine.available)
  func `a filled store has what the hospital has`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let counts = try await store.read { reader in
        try [
          "person", "appointment", "program", "department", "site", "sponsor", "role_grant",
          "program_site", "directory_entry",
        ].map { try reader.number(SQLQuery(trusted: "SELECT count(*) FROM \($0)")) }
      }
      #expect(
        counts == [
          usual.people.count, usual.appointments.count, 120, 30, 4, 2, usual.grants.count,
          usual.programs.reduce(0) { $0 + $1.sites.count }, usual.people.count,
        ])
      let people = try await store.read { reader in
        try reader.all(Person.self, "SELECT \(personColumns) FROM person ORDER BY id")
      }
      #expect(people == usual.people.sorted { $0.id < $1.id })
    }
  }

  @Test(arguments: Engine.available)
  func `the directory counts the people of the hospital`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let viewer = try await viewer(.office, store)
      let current = usual.currentAppointments
      let largest = try #require(usual.programs.max { $0.places < $1.places })
      let queries = [
        DirectoryQuery(capacity: .trainee), DirectoryQuery(capacity: .faculty),
        DirectoryQuery(capacity: .staff), DirectoryQuery(program: largest.id),
        DirectoryQuery(site: usual.sites[2].id), DirectoryQuery(level: 3),
        DirectoryQuery(presence: .upcoming),
      ]
      let counts = try await store.read { reader in
        try queries.map { try Directory.count($0, viewer: viewer, reader: reader) }
      }
      #expect(
        counts == [
          current.count, 600, 60, current.count { $0.program == largest.id },
          current.count { $0.site == usual.sites[2].id }, current.count { $0.level == 3 },
          upcomingPeople,
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `sign in as finds its people, each with their roles`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let offers = try await store.read { try DemonstrationRole.offers(reader: $0) }
      #expect(offers.map(\.role) == DemonstrationRole.allCases)
      #expect(
        offers.map { Optional($0.person) } == DemonstrationRole.allCases.map { usual.cast[$0] })
      var roles: [DemonstrationRole: [Role]] = [:]
      for role in DemonstrationRole.allCases {
        roles[role] = Set(try await viewer(role, store).grants.map(\.role)).sorted {
          $0.rawValue < $1.rawValue
        }
      }
      #expect(
        roles == [
          .resident: [], .fellow: [], .chiefResident: [], .mentor: [],
          .programDirector: [.programDirector], .programCoordinator: [.programCoordinator],
          .office: [.office], .dio: [.dio], .steward: [.steward], .adviser: [.adviser],
          .administrator: [.administrator],
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `the audit trail is whole and tells of every role and import`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let (verdict, acts, times, imports) = try await store.read { reader in
        let rows = try reader.rows("SELECT act, at FROM audit_entry ORDER BY number")
        return (
          try Audit.verify(reader), try rows.map { try $0.text("act") },
          try rows.map { try $0.text("at") },
          try reader.number("SELECT count(*) FROM roster_import WHERE state = 'imported'")
        )
      }
      guard case .sound(let entries, _) = verdict else {
        Issue.record("\(verdict)")
        return
      }
      #expect(entries == acts.count)
      #expect((300...2000).contains(entries))
      #expect(times == times.sorted())
      #expect(acts.first == "settings.changed")
      #expect(acts.last == "demonstration.filled")
      #expect(
        acts.count { $0 == "role.granted" || $0 == "deputy.named" } == usual.grants.count)
      #expect(acts.count { $0 == "roster.imported" } == imports)
      #expect(imports == 29)
    }
  }

  @Test(arguments: Engine.available)
  func `every page has something to show`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      let resident = try #require(usual.cast[.resident])
      let (settings, seed, jobs, mails, notices, reads) = try await store.read { reader in
        (
          try Settings(reader: reader), try DemonstrationFill.seed(in: reader),
          Set(try Job.latest(state: nil, before: nil, reader: reader).map(\.state)),
          Set(try Outbox.latest(state: nil, before: nil, reader: reader).map(\.state)),
          try Notice.list(for: resident, before: nil, reader: reader),
          try reader.number("SELECT count(*) FROM record_read WHERE person_id = \(resident)")
        )
      }
      #expect(
        settings
          == Settings(institutionName: usual.name, timeZoneName: "America/New_York"))
      #expect(seed == FictionalHospital.usualSeed)
      #expect(jobs == [.done, .failed])
      #expect(mails == [.sent, .dead])
      #expect(notices.count == 5)
      #expect(reads == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `a store with people in it is refused and stays as it was`(engine: Engine) async throws {
    try await withFilled(engine) { store in
      await #expect(throws: DemonstrationRefusal.notEmpty) {
        try await DemonstrationFill.fill(
          store, with: FictionalHospital(seed: 5, today: usual.today), in: testWorld)
      }
      let seed = try await store.read { try DemonstrationFill.seed(in: $0) }
      #expect(seed == FictionalHospital.usualSeed)
    }
  }

  @Test func `a store without a demonstration says so`() async throws {
    try await withStore(.sqlite) { store in
      let (seed, offers) = try await store.read { reader in
        (
          try DemonstrationFill.seed(in: reader), try DemonstrationRole.offers(reader: reader)
        )
      }
      #expect(seed == nil)
      #expect(offers == [])
    }
  }

  private var upcomingPeople: Int {
    Dictionary(grouping: usual.appointments, by: \.person).values.count { appointments in
      Appointment.leading(appointments, on: usual.today)?.presence(on: usual.today) == .upcoming
    }
  }

  private func viewer(
    _ role: DemonstrationRole, _ store: any Store
  ) async throws -> Viewer {
    let person = try #require(usual.cast[role])
    return try await store.read { reader in
      try Viewer(
        person: person, now: testWorld.now(), today: usual.today, reader: reader)
    }
  }
}

/// The columns of a person.
private let personColumns: SQLQuery =
  "id, personnel_number, family_name, given_name, preferred_name, degrees, address, capacity"
