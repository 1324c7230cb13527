import Kernel
import Mentoring
import Roster
import SQLStore

/// Cycles in which people come together otherwise: mentees ask, peers are paired, both sides rank.
extension MentoringFill {
  private static let dates = Dates(enrollFrom: -40, enrollUntil: -20, beginsOn: -12, endsOn: 200)

  /// Mentees ask: one request was accepted, one declined, and two wait, one of them for the mentor
  /// of the demonstration.
  mutating func fillRequests() throws {
    let today = hospital.today
    let program = try found(MentoringPlan.asking, on: today.adding(days: -40))
    let cycle = try begin("Ask a Colleague: Winter", of: program, Self.dates, by: .requests)
    let mentors = [hospital.cast[.mentor]].compactMap(\.self) + faculty(130..<135)
    let mentees = try unpaired(4)
    let offers = try mentors.map {
      try enroll($0, .mentor, in: cycle, on: today.adding(days: -38), isApproved: true)
    }
    for person in mentees {
      try enroll(person, .mentee, in: cycle, on: today.adding(days: -35), isApproved: true)
    }
    let keeper = viewer(office, today.adding(days: -19))
    for state in [MentoringCycle.State.matching, .active] {
      try MentoringCycle.move(
        cycle, to: state, by: keeper, in: world(keeper.today), writer: writer)
    }
    let accepted = try ask(offers[1], by: mentees[0], on: today.adding(days: -15))
    try MentoringRequest.accept(
      accepted, by: viewer(mentors[1], today.adding(days: -13)),
      in: world(today.adding(days: -13)), writer: writer)
    let declined = try ask(offers[2], by: mentees[1], on: today.adding(days: -9))
    try MentoringRequest.decline(
      declined, by: viewer(mentors[2], today.adding(days: -8)),
      in: world(today.adding(days: -8)), writer: writer)
    _ = try ask(offers[0], by: mentees[2], on: today.adding(days: -2))
    _ = try ask(offers[3], by: mentees[1], on: today.adding(days: -1))
  }

  private mutating func ask(
    _ mentor: ID<Enrollment>, by person: PersonID, on day: Day
  ) throws -> ID<MentoringRequest> {
    try MentoringRequest.ask(
      RequestDraft(to: mentor, chance.pick(MentoringPlan.hopes)), by: viewer(person, day),
      in: world(day), writer: writer)
  }

  /// Peers of whom pairs were made; the chief resident is one of them.
  mutating func fillPeers() throws {
    let today = hospital.today
    let program = try found(MentoringPlan.peers, on: today.adding(days: -40))
    let cycle = try begin("Two Heads: Winter", of: program, Self.dates, as: .peers)
    let chief = [hospital.cast[.chiefResident]].compactMap(\.self)
    for (place, person) in (chief + (try unpaired(8))).enumerated() {
      try enroll(
        person, .both, in: cycle, on: today.adding(days: -38 + place), isApproved: true)
    }
    try publish(cycle, on: today.adding(days: -18))
  }

  /// Both sides rank at present; the mentor of the demonstration has ranked.
  mutating func fillRankings() throws {
    let today = hospital.today
    let program = try found(MentoringPlan.ranking, on: today.adding(days: -40))
    let cycle = try begin("Year of Teaching: Winter", of: program, Self.dates, by: .rankings)
    let mentors = [hospital.cast[.mentor]].compactMap(\.self) + faculty(136..<141)
    let mentees = try unpaired(6)
    let offers = try mentors.map {
      try enroll($0, .mentor, in: cycle, on: today.adding(days: -38), isApproved: true)
    }
    let wishes = try mentees.map {
      try enroll($0, .mentee, in: cycle, on: today.adding(days: -35), isApproved: true)
    }
    try MentoringCycle.move(
      cycle, to: .matching, by: viewer(office, today.adding(days: -19)),
      in: world(today.adding(days: -19)), writer: writer)
    for person in mentees.prefix(4) { try rank(.mentor, offers, in: cycle, by: person) }
    for person in mentors.prefix(3) { try rank(.mentee, wishes, in: cycle, by: person) }
  }

  private mutating func rank(
    _ side: PairSide, _ people: [ID<Enrollment>], in cycle: ID<MentoringCycle>, by person: PersonID
  ) throws {
    let order = chance.shuffled(people).prefix(3)
    let typed = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { (Ranking.field($0 + 1), $1.text) })
    let day = hospital.today.adding(days: -10)
    try Ranking.keep(side, in: cycle, by: viewer(person, day), writer: writer) {
      typed[$0] ?? ""
    }
  }

  /// Trainees who are shown nowhere else.
  private mutating func unpaired(_ count: Int) throws -> [PersonID] {
    let shown = Set(hospital.cast.values)
    return Array(
      chance.shuffled(
        hospital.currentAppointments.filter { $0.standing == .active && !shown.contains($0.person) }
          .map(\.person)
      ).prefix(count))
  }
}
