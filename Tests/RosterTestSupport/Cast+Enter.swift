package import Kernel
package import Roster
package import SQLStore
import StoreTestSupport

/// Lends a store of an engine with the cast in it.
package func withStage<Answer>(
  _ engine: Engine, trace: StatementTrace? = nil, _ body: (Stage) async throws -> Answer
) async throws -> Answer {
  try await withStore(engine, trace: trace) { store in
    let world = TestWorld.make()
    let cast = try await store.write { try Cast.enter(in: world, $0) }
    _ = trace?.take()
    return try await body(Stage(store: store, world: world, cast: cast))
  }
}

extension Cast {
  package static func enter(in world: World, _ writer: any SQLWriter) throws -> Cast {
    var cast = Cast()
    cast.administrator = try FirstAdministrator.appoint(
      PersonDraft(
        name: PersonName(given: "Ada", family: "Abel"), capacity: .staff,
        address: "ada@hospital.example"),
      on: TestWorld.today, in: world, to: writer)
    let admin = try Stage.viewer(cast.administrator, TestWorld.today, writer)
    try cast.build(admin, world, writer)
    try cast.hire(admin, world, writer)
    try cast.enroll(admin, world, writer)
    return cast
  }

  private mutating func build(
    _ admin: Viewer, _ world: World, _ writer: any SQLWriter
  ) throws {
    medicine = try Department.add(named: "Medicine", by: admin, in: world, to: writer)
    surgery = try Department.add(named: "Surgery", by: admin, in: world, to: writer)
    university = try Site.add(named: "University Hospital", by: admin, in: world, to: writer)
    veterans = try Site.add(named: "Veterans Medical Center", by: admin, in: world, to: writer)
    health = try Sponsor.add(named: "Health System", by: admin, in: world, to: writer)
    community = try Sponsor.add(named: "Community Partners", by: admin, in: world, to: writer)
    internalMedicine = try Program.add(
      ProgramDraft(
        name: "Internal Medicine", accreditationNumber: "1401500004", department: medicine,
        directorAddress: "pia@hospital.example"),
      sponsor: health, by: admin, in: world, to: writer)
    generalSurgery = try Program.add(
      ProgramDraft(name: "General Surgery", department: surgery), sponsor: health, by: admin,
      in: world, to: writer)
  }

  private mutating func hire(
    _ admin: Viewer, _ world: World, _ writer: any SQLWriter
  ) throws {
    func hire(_ given: String, _ capacity: Capacity = .staff) throws -> PersonID {
      try Person.add(
        PersonDraft(
          name: PersonName(given: given, family: "\(given)son"), capacity: capacity,
          address: "\(given.lowercased())@hospital.example"),
        by: admin, in: world, to: writer)
    }
    @discardableResult
    func grant(
      _ role: Role, _ person: PersonID, _ scope: Scope = .institution
    ) throws -> ID<RoleGrant> {
      try RoleGrant.grant(
        GrantDraft(
          person: person, role: role, scope: scope, term: Term(from: TestWorld.today)),
        by: admin, in: world, to: writer
      ).id
    }
    office = try hire("Olga")
    try grant(.office, office)
    dio = try hire("Dora", .faculty)
    try grant(.dio, dio)
    director = try hire("Pia", .faculty)
    directing = try grant(.programDirector, director, .program(internalMedicine))
    coordinator = try hire("Carl")
    try grant(.programCoordinator, coordinator, .program(internalMedicine))
    surgeon = try hire("Gus", .faculty)
    try grant(.programDirector, surgeon, .program(generalSurgery))
    steward = try hire("Stella")
    try grant(.steward, steward)
    adviser = try hire("Alex")
    try grant(.adviser, adviser)
    faculty = try hire("Frank", .faculty)
  }

  private mutating func enroll(
    _ admin: Viewer, _ world: World, _ writer: any SQLWriter
  ) throws {
    func enroll(
      _ name: PersonName, _ number: String, _ draft: AppointmentDraft
    ) throws -> (PersonID, ID<Appointment>) {
      let person = try Person.add(
        PersonDraft(
          name: name, capacity: .trainee, personnelNumber: number, degrees: "MD",
          address: "\(number.lowercased())@hospital.example"),
        by: admin, in: world, to: writer)
      return (
        person, try Appointment.add(draft, to: person, by: admin, in: world, writer: writer)
      )
    }
    (trainee, training) = try enroll(
      PersonName(given: "Theresa", family: "Núñez", preferred: "Tess"), "P1",
      .of(internalMedicine, university, 2, ("2025-07-01", "2028-06-30")))
    (other, _) = try enroll(
      PersonName(given: "Sam", family: "Okafor"), "P2",
      .of(generalSurgery, veterans, 3, ("2024-07-01", "2029-06-30"), .leave))
    (former, _) = try enroll(
      PersonName(given: "Fay", family: "Larsen"), "P3",
      .of(internalMedicine, university, 3, ("2023-07-01", "2026-06-30"), .graduated))
    (upcoming, _) = try enroll(
      PersonName(given: "Uma", family: "Patel"), "P4",
      .of(internalMedicine, nil, 1, ("2027-07-01", "2030-06-30")))
  }
}

extension AppointmentDraft {
  package static func of(
    _ program: ProgramID, _ site: SiteID?, _ level: Int, _ days: (from: String, to: String),
    _ standing: Standing = .active
  ) -> AppointmentDraft {
    AppointmentDraft(
      program: program, site: site, level: level, standing: standing, startsOn: day(days.from),
      endsOn: day(days.to))
  }
}
