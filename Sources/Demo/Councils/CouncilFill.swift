import Councils
import Kernel
import Roster
import SQLStore
import Synchronization

/// Founds the hospital's organizations and fills their seats, by the same verbs as everybody does.
struct CouncilFill {
  private let hospital: FictionalHospital
  private let writer: any SQLWriter
  /// The day on which the year's seats were filled.
  private let day: Day
  private var chance: Chance
  private let drawn: World
  /// Those who train on that day and today in good standing, by program.
  private let candidates: [ProgramID: [Appointment]]

  init(_ hospital: FictionalHospital, _ writer: any SQLWriter) {
    self.hospital = hospital
    self.writer = writer
    let year = AcademicYear(containing: hospital.today, start: .july1)
    day = min(year.firstDay.adding(days: 7), hospital.today.adding(days: -1))
    chance = Chance(hospital.seed, .councils)
    drawn = Self.world(hospital.seed, at: day.moment(hour: 12))
    let day = day
    candidates = Dictionary(
      grouping: hospital.currentAppointments.filter {
        $0.standing == .active && $0.startsOn <= day && $0.endsOn > hospital.today
      }, by: \.program)
  }

  /// Does it.
  mutating func fill() throws {
    for plan in CouncilPlan.all { try found(plan) }
    // Numbers of members are renewed on the first day of a month.
    let today = hospital.today
    try PublishedCount.release(
      on: today.adding(days: 1 - today.parts.day), writer: writer)
    // What people were told then was mailed then.
    try writer.execute("UPDATE notice SET mailed_at = at WHERE mailed_at IS NULL")
  }

  /// A world whose chance is the hospital's own, and goes on from one fill to the next.
  var world: World { drawn }

  private static func world(_ seed: UInt64, at moment: Instant) -> World {
    let chance = Mutex(Chance(seed, .councils, 1))
    return World(
      now: { moment },
      randomBytes: { count in
        chance.withLock { chance in
          (0..<count).map { _ in UInt8(truncatingIfNeeded: chance.next() >> 32) }
        }
      })
  }

  private func viewer(
    _ person: PersonID, _ role: Role, _ scope: Scope = .institution, on day: Day, hour: Int = 11
  ) -> Viewer {
    Viewer(
      person: person, grants: [Grant(role: role, scope: scope)], now: day.moment(hour: hour),
      today: day)
  }

  private func office(on day: Day, hour: Int = 11) throws -> Viewer {
    guard let person = hospital.cast[.office] else { throw Absent() }
    return viewer(person, .office, on: day, hour: hour)
  }
}

extension CouncilFill {
  private mutating func found(_ plan: CouncilPlan) throws {
    let opened = try office(on: hospital.opened.adding(days: 60))
    var draft = plan.draft
    draft.name = plan.formerName ?? draft.name
    let id = try Organization.found(draft, by: opened, in: drawn, to: writer)
    if let charter = plan.charter {
      try Charter.keep(charter, of: id, by: opened, in: drawn, to: writer)
    }
    let before = try office(on: day.adding(days: -3))
    if plan.formerName != nil {
      try Organization.edit(id, plan.draft, by: before, to: writer)
    }
    for rule in plan.rules {
      let rule = try SeatRule.add(rule, to: id, by: opened, in: drawn, writer: writer)
      try fill(rule, plan)
    }
    if plan.draft.kind == .committee, plan.closedBecause == nil { try require(id, opened) }
    if plan.meets { try meet(id) }
    if plan.draft.joining == .open {
      try AssociationFill(
        hospital: hospital, id: id, capacities: plan.draft.capacities, world: drawn,
        writer: writer
      ).fill(&chance, by: before)
    }
    if let reason = plan.closedBecause {
      try Organization.close(
        id, ClosingDraft(day: day.adding(days: -30), reason: reason), by: before, writer: writer)
    }
  }

  private mutating func meet(_ id: OrganizationID) throws {
    let seated: [PersonID] = try writer.rows(
      """
      SELECT person_id FROM seating WHERE organization_id = \(id) AND place = 'holder'
      ORDER BY number, id
      """
    ).map { try $0.id("person_id") }
    try MeetingFill(
      hospital: hospital, id: id, delegates: seated, world: drawn, writer: writer
    ).fill(from: day, by: try office(on: day), &chance)
  }

  /// What the accreditor asks of the committee that oversees all programs.
  private func require(_ id: OrganizationID, _ viewer: Viewer) throws {
    let required: [(SeatCategory, Int)] = [
      (.dio, 1), (.programDirector, 2), (.peerSelectedTrainee, 2), (.qualityOfficer, 1),
    ]
    for (category, number) in required {
      try CompositionRule.add(
        CompositionRuleDraft(
          category: category, atLeast: number, source: "Institutional Requirements I.B.1",
          effectiveFrom: hospital.opened), to: id, by: viewer, in: drawn, writer: writer)
    }
  }

  private mutating func fill(_ id: ID<SeatRule>, _ plan: CouncilPlan) throws {
    let rule = try SeatRule.find(id, viewer: try office(on: day), reader: writer).rule
    switch rule.kind {
    case .appointed: try appoint(rule)
    case .peerSelected: try elect(rule)
    case .eachDepartment, .eachProgram, .eachSite, .atLarge: try nominate(rule, plan)
    case .exOfficio: return
    }
  }

  private mutating func appoint(_ rule: SeatRule) throws {
    let faculty =
      rule.category == .programDirector
      ? hospital.programs.compactMap { hospital.directorGrant(of: $0.id)?.person }
      : hospital.active(.faculty).map(\.id)
    for person in chance.shuffled(faculty).prefix(rule.seats) {
      try Seating.appoint(
        person, to: rule.id, by: try office(on: day), in: drawn, writer: writer)
    }
  }

  private mutating func elect(_ rule: SeatRule) throws {
    let year = AcademicYear(containing: day, start: .july1)
    let able = Set(candidates.values.joined().map(\.person))
    let chiefs = hospital.chiefResidents.filter(able.contains)
    // A large council has seats left, for which there is an election.
    let seated = rule.seats > 4 ? rule.seats - 3 : rule.seats
    for person in chance.shuffled(chiefs).prefix(seated) {
      try Seating.seat(
        Elected(person, to: rule.id, evidence: "Election of May \(year.startYear)"),
        by: try office(on: day), in: drawn, writer: writer)
    }
  }
}

extension CouncilFill {
  /// Puts trainees forward: most are released, some still wait, some seats stay vacant.
  private mutating func nominate(_ rule: SeatRule, _ plan: CouncilPlan) throws {
    for (unit, programs) in places(of: rule.kind) {
      let seats = rule.kind == .atLarge ? rule.seats - 1 : rule.seats
      for _ in 0..<seats {
        let isFilled = chance.below(100) < plan.filled
        guard isFilled || chance.happens(500) else { continue }
        try nominate(Seat(rule: rule.id, unit: unit), from: programs, isFilled: isFilled)
      }
    }
  }

  private func places(of kind: SeatRule.Kind) -> [(Scope, [FictionalHospital.Program])] {
    switch kind {
    case .eachDepartment:
      hospital.departments.map { department in
        (.department(department.id), hospital.programs.filter { $0.department == department.id })
      }
    case .eachProgram: hospital.programs.map { (.program($0.id), [$0]) }
    default: [(.institution, hospital.programs)]
    }
  }

  private mutating func nominate(
    _ seat: Seat, from programs: [FictionalHospital.Program], isFilled: Bool
  ) throws {
    let candidates = programs.flatMap { self.candidates[$0.id] ?? [] }
    guard !candidates.isEmpty else { return }
    let candidate = chance.pick(candidates)
    guard let director = hospital.directorGrant(of: candidate.program)?.person,
      director != candidate.person
    else { return }
    // Who waits was put forward lately, a few of them longer ago than they should wait.
    let asked =
      isFilled ? day : hospital.today.adding(days: -1 - chance.below(chance.happens(250) ? 24 : 6))
    guard asked >= candidate.startsOn else { return }
    let trainee = Viewer(
      person: candidate.person, grants: [], now: asked.moment(hour: 11), today: asked)
    var world = drawn
    world.now = { asked.moment(hour: 11) }
    do {
      let nomination = try Nomination.putForward(
        NominationDraft(seat: seat, person: candidate.person), by: trainee, in: world,
        writer: writer)
      guard isFilled else { return }
      try Nomination.approve(
        nomination.id,
        by: viewer(
          director, .programDirector, .program(candidate.program), on: asked, hour: 15),
        in: world, writer: writer)
    } catch is CouncilRefusal {
      // Whoever is drawn twice, or cannot stand after all, leaves the seat vacant.
    }
  }
}
