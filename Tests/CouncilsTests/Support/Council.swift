import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// A council with a seat for each department, and two programs in Medicine whose directors can both
/// fill it.
struct Council: Sendable {
  let stage: Stage
  let organization: OrganizationID
  let rule: ID<SeatRule>
  /// A second program of Medicine, directed by Frank, with a trainee of its own.
  let neurology: ProgramID
  let neurologist: PersonID

  var cast: Cast { stage.cast }
  var medicine: Seat { Seat(rule: rule, unit: .department(cast.medicine)) }
  var surgery: Seat { Seat(rule: rule, unit: .department(cast.surgery)) }

  /// Puts someone forward.
  @discardableResult
  func putForward(
    _ person: PersonID, for seat: Seat, by actor: PersonID?, asAlternate: Bool = false,
    from first: Day? = nil
  ) async throws -> Nomination {
    let world = stage.world
    return try await stage.act(as: actor) { viewer, writer in
      try Nomination.putForward(
        NominationDraft(
          seat: seat, person: person, startsOn: first, asAlternate: asAlternate), by: viewer,
        in: world, writer: writer)
    }
  }

  /// Approves a nomination.
  @discardableResult
  func approve(
    _ id: ID<Nomination>, by actor: PersonID?, asAlternate: Bool = false,
    on today: Day = TestWorld.today
  ) async throws -> Seating {
    let world = stage.world
    return try await stage.act(as: actor, on: today) { viewer, writer in
      try Nomination.approve(
        id, asAlternate: asAlternate, by: viewer, in: world, writer: writer
      ).seating
    }
  }

  /// All seatings as `name place from to (ended)`, in the order in which they came.
  func seatings() async throws -> [String] {
    try await stage.store.read { reader in
      try reader.rows(
        """
        SELECT directory_entry.name AS name, place, starts_on, ends_on, ended_on, ended_as
        FROM seating JOIN directory_entry ON directory_entry.person_id = seating.person_id
        ORDER BY seated_at, seating.id
        """
      ).map { row in
        let ended = try row.textOrNil("ended_on").map { " \($0) \(try row.text("ended_as"))" }
        return "\(try row.text("name")): \(try row.text("place")) \(try row.text("starts_on"))"
          + " to \(try row.text("ends_on"))" + (ended ?? "")
      }
    }
  }

  /// Turns the day, and settles the seats.
  func turn(to today: Day) async throws {
    let world = stage.world
    try await Directory.turnDay(today, in: stage.store)
    try await stage.store.write { writer in
      _ = try SeatSettling(on: today, at: TestWorld.now, in: world, writer).settle()
    }
  }
}

/// Lends a council on an engine.
func withCouncil<Answer>(
  _ engine: Engine, alternates: Int = 1, years: Int = 1,
  _ body: (Council) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let (cast, world) = (stage.cast, stage.world)
    let council = try await stage.act(as: cast.office) { viewer, writer in
      let organization = try Organization.found(
        OrganizationDraft(
          name: "Technology Council", kind: .council, purpose: "Leads technology projects.",
          joining: .seats), by: viewer, in: world, to: writer)
      let rule = try SeatRule.add(
        SeatRuleDraft(
          title: "Representative", kind: .eachDepartment, years: years, alternates: alternates),
        to: organization, by: viewer, in: world, writer: writer)
      let neurology = try Program.add(
        ProgramDraft(name: "Neurology", department: cast.medicine), sponsor: cast.health,
        by: viewer, in: world, to: writer)
      try RoleGrant.grant(
        GrantDraft(
          person: cast.faculty, role: .programDirector, scope: .program(neurology),
          term: Term(from: TestWorld.today)), by: viewer, in: world, to: writer)
      let neurologist = try Person.add(
        PersonDraft(
          name: PersonName(given: "نور", family: "حداد"), capacity: .trainee,
          address: "nour@hospital.example"), by: viewer, in: world, to: writer)
      try Appointment.add(
        .of(neurology, cast.university, 2, ("2025-07-01", "2029-06-30")), to: neurologist,
        by: viewer, in: world, writer: writer)
      return Council(
        stage: stage, organization: organization, rule: rule, neurology: neurology,
        neurologist: neurologist)
    }
    return try await body(council)
  }
}

/// The refusal that an act meets; nil where it is carried out.
func refusal(_ act: () async throws -> Void) async -> String? {
  do {
    try await act()
    return nil
  } catch let refusal as any Refusal {
    return refusal.code
  } catch {
    return "\(error)"
  }
}
