import Kernel
import Matching
import Mentoring
import Roster
import SQLStore

/// Founds the hospital's mentoring programs: of one the pairs meet, in another people enroll, by
/// the same verbs as everybody does.
struct MentoringFill {
  let hospital: FictionalHospital
  let writer: any SQLWriter
  let office: PersonID
  var chance: Chance
  private let drawn: World
  private var terms: [MentoringTerm] = []
  private var placesOfShown = 2

  /// - Returns: nil where the hospital has no office that could run it.
  init?(_ hospital: FictionalHospital, _ drawn: World, _ writer: any SQLWriter) {
    guard let office = hospital.cast[.office] else { return nil }
    self.hospital = hospital
    self.drawn = drawn
    self.writer = writer
    self.office = office
    chance = Chance(hospital.seed, .mentoring)
  }

  /// Does it.
  mutating func fill() throws {
    try addTerms()
    let neighbors = try found(MentoringPlan.neighbors, on: hospital.today.adding(days: -455))
    let footing = try loadFooting()
    try fillLastYear(of: neighbors, asking: footing)
    try fillNeighbors(neighbors, asking: footing)
    try fillScholars(asking: footing)
    placesOfShown = 5
    try fillRequests()
    try fillPeers()
    try fillRankings()
    try fillResources()
  }

  private mutating func addTerms() throws {
    let day = hospital.today.adding(days: -460)
    for (kind, names) in MentoringPlan.words {
      for name in names {
        try MentoringTerm.add(
          name, to: kind, by: viewer(office, day), in: world(day), writer: writer)
      }
    }
    terms = try MentoringTerm.all(viewer: viewer(office, day), reader: writer)
  }

  /// A cycle whose pairs meet; the resident and the mentor of the demonstration are one of them.
  private mutating func fillNeighbors(
    _ program: ID<MentoringProgram>, asking instrument: ID<Instrument>?
  ) throws {
    let cycle = try begin(
      "Neighbors in Medicine: This year", of: program,
      Dates(enrollFrom: -90, enrollUntil: -65, beginsOn: -55, endsOn: 245))
    try choose(instrument, for: cycle, on: hospital.today.adding(days: -90))
    let trainees = chance.shuffled(
      hospital.currentAppointments.filter { $0.standing == .active }.map(\.person))
    let mentees = [hospital.cast[.resident]].compactMap(\.self) + trainees.prefix(23)
    let mentors = [hospital.cast[.mentor]].compactMap(\.self) + faculty(100..<113)
    var enrollments: [PersonID: ID<Enrollment>] = [:]
    for (place, person) in (unique(mentees) + unique(mentors)).enumerated() {
      let part: Enrollment.Part = mentors.contains(person) ? .mentor : .mentee
      enrollments[person] = try enroll(
        person, part, in: cycle, on: hospital.today.adding(days: -88 + place % 20),
        isApproved: true)
    }
    let day = hospital.today.adding(days: -58)
    let keeper = viewer(office, day)
    if let mentee = hospital.cast[.resident].flatMap({ enrollments[$0] }),
      let mentor = hospital.cast[.mentor].flatMap({ enrollments[$0] })
    {
      try MentoringDecision(
        .lock, mentee: mentee, mentor: mentor, because: "They have worked together before."
      ).keep(in: cycle, by: keeper, writer: writer)
    }
    try publish(cycle, on: day)
    try goOn(
      cycle, from: hospital.today.adding(days: -55), until: hospital.today.adding(days: 245))
    for person in unique(mentees + mentors) where chance.happens(800) {
      try answer(cycle, by: person, on: day.adding(days: 1 + chance.below(25)))
    }
  }

  /// Matches a cycle and publishes its pairs.
  func publish(_ cycle: ID<MentoringCycle>, on day: Day) throws {
    let keeper = viewer(office, day)
    try MentoringCycle.move(cycle, to: .matching, by: keeper, in: world(day), writer: writer)
    let solved = try MatchingRun.prepare(cycle, viewer: keeper, reader: writer).solve()
    let run = try MatchingRun.keep(
      solved, of: cycle, by: keeper, in: world(day), writer: writer)
    try MatchingRun.publish(run, by: keeper, in: world(day), writer: writer)
  }

  /// A cycle in which people enroll, some of whom the office has not read yet.
  private mutating func fillScholars(asking instrument: ID<Instrument>?) throws {
    let program = try found(MentoringPlan.scholars, on: hospital.today.adding(days: -10))
    let cycle = try begin(
      "First Paper: Spring", of: program,
      Dates(enrollFrom: -10, enrollUntil: 20, beginsOn: 40, endsOn: 340))
    try choose(instrument, for: cycle, on: hospital.today.adding(days: -10))
    let trainees = chance.shuffled(
      hospital.currentAppointments.filter { $0.standing == .active }.map(\.person))
    let shown = Set(hospital.cast.values)
    let mentees = trainees.filter { !shown.contains($0) }.prefix(7)
    for (place, person) in (mentees + faculty(120..<124)).enumerated() {
      try enroll(
        person, place < 7 ? .mentee : .mentor, in: cycle,
        on: hospital.today.adding(days: -9 + place % 9), isApproved: place % 3 != 0)
    }
  }

  /// The days of a cycle, counted from today.
  struct Dates {
    let enrollFrom, enrollUntil, beginsOn, endsOn: Int
  }

  func found(
    _ program: MentoringProgramDraft, on day: Day
  ) throws -> ID<MentoringProgram> {
    try MentoringProgram.found(
      program, by: viewer(office, day), in: world(day), writer: writer)
  }

  /// Begins a cycle on its first day of enrollment.
  func begin(
    _ title: String, of program: ID<MentoringProgram>, _ dates: Dates,
    as shape: MentoringCycle.Shape = .pairs, by mode: MentoringCycle.Mode = .office
  ) throws -> ID<MentoringCycle> {
    let today = hospital.today
    let first = today.adding(days: dates.enrollFrom)
    var plan = MentoringCycle.Plan(
      enrollFrom: first, enrollUntil: today.adding(days: dates.enrollUntil),
      beginsOn: today.adding(days: dates.beginsOn), endsOn: today.adding(days: dates.endsOn))
    plan.shape = shape
    plan.mode = mode
    return try MentoringCycle.begin(
      CycleDraft(title: title, plan: plan), of: program, by: viewer(office, first),
      in: world(first), writer: writer)
  }

  @discardableResult
  mutating func enroll(
    _ person: PersonID, _ part: Enrollment.Part, in cycle: ID<MentoringCycle>, on day: Day,
    isApproved: Bool
  ) throws -> ID<Enrollment> {
    var draft = EnrollmentDraft(
      part: part, places: part.isMentor ? places(of: person) : nil, commitment: 1)
    draft.terms = terms.filter { _ in chance.happens(300) }.map(\.id)
    draft.hours = WeekHours(
      (0..<6).map { _ in (day: chance.below(5), block: chance.below(WeekHours.blocks)) })
    if part.isMentee { draft.goals = chance.pick(MentoringPlan.hopes) }
    let id = try Enrollment.submit(
      draft, in: cycle, by: viewer(person, day), at: world(day), writer: writer)
    if isApproved {
      let office = viewer(office, day)
      let read = try Enrollment.find(id, viewer: office, reader: writer).read
      try Enrollment.decide(read, .approve, by: office, in: world(day), writer: writer)
    }
    return id
  }

  /// The mentor of the demonstration takes on more once the pairs of this year are made.
  private func places(of person: PersonID) -> Int {
    person == hospital.cast[.mentor] ? placesOfShown : 2
  }

  /// Members of the faculty by their places in the list, without those who are shown otherwise.
  func faculty(_ places: Range<Int>) -> [PersonID] {
    let shown = Set(hospital.cast.values)
    let all = hospital.people.filter { $0.capacity == .faculty }.map(\.id)
      .filter { !shown.contains($0) && hospital.deactivated[$0] == nil }
    return places.filter(all.indices.contains).map { all[$0] }
  }

  func unique(_ people: [PersonID]) -> [PersonID] {
    var seen: Set<PersonID> = []
    return people.filter { seen.insert($0).inserted }
  }

  func viewer(_ person: PersonID, _ day: Day) -> Viewer {
    Viewer(
      person: person,
      grants: person == office ? [Grant(role: .office, scope: .institution)] : [],
      now: day.moment(hour: 12), today: day)
  }

  func world(_ day: Day) -> World {
    var world = drawn
    world.now = { day.moment(hour: 12) }
    return world
  }
}
