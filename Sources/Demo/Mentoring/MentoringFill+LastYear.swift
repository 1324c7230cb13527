import Kernel
import Mentoring
import Roster
import SQLStore

/// Last year's cycle, which is over: pairs that met and were completed, one that was declined and
/// one that ended early, the figures of its questionnaire, and the certificates of its mentors.
extension MentoringFill {
  private static let dates = Dates(
    enrollFrom: -455, enrollUntil: -430, beginsOn: -420, endsOn: -150)

  /// Goes through it from enrollment to certificates.
  mutating func fillLastYear(
    of program: ID<MentoringProgram>, asking instrument: ID<Instrument>?
  ) throws {
    // Of its own, so that what follows is drawn as if there had been no last year.
    let present = chance
    chance = Chance(hospital.seed, .pastMentoring)
    defer { chance = present }
    let today = hospital.today
    let cycle = try begin("Neighbors in Medicine: Last year", of: program, Self.dates)
    let (enrolled, matched) = (today.adding(days: -450), today.adding(days: -425))
    try choose(instrument, for: cycle, on: enrolled)
    let people = try thoseHere(on: enrolled)
    for (person, part) in people {
      try enroll(person, part, in: cycle, on: enrolled, isApproved: true)
    }
    try publish(cycle, on: matched)
    for (person, _) in people where chance.happens(900) {
      try answer(cycle, by: person, on: matched.adding(days: 1 + chance.below(28)))
    }
    try live(cycle)
    try close(cycle, on: today.adding(days: Self.dates.endsOn + 5))
  }

  /// Trainees and members of the faculty who were here on a day and still are.
  private mutating func thoseHere(on day: Day) throws -> [(PersonID, Enrollment.Part)] {
    let shown = Set(hospital.cast.values)
    let trainees = chance.shuffled(
      hospital.currentAppointments.filter { $0.standing == .active }.map(\.person))
    let training = try Training.of(Array(trainees.prefix(200)), on: day, reader: writer)
    let mentees = trainees.filter { person in
      training[person]?.capacity == .trainee && training[person]?.presence == .current
        && !shown.contains(person)
    }
    let mentors = [hospital.cast[.mentor]].compactMap(\.self) + faculty(60..<73)
    return unique(Array(mentees.prefix(22))).map { ($0, .mentee) } + mentors.map { ($0, .mentor) }
  }

  /// What becomes of the pairs: the third is declined, the sixth ends early, all others meet until
  /// the end and are completed.
  private mutating func live(_ cycle: ID<MentoringCycle>) throws {
    let begins = hospital.today.adding(days: Self.dates.beginsOn)
    let last = hospital.today.adding(days: Self.dates.endsOn - 2)
    let pairs = try MentoringPair.all(in: cycle, viewer: viewer(office, begins), reader: writer)
    var completed: [MentoringPair] = []
    for (place, pair) in pairs.enumerated() {
      switch (pair.mentor == hospital.cast[.mentor], place) {
      case (false, 2): try decline(pair, on: begins.adding(days: -3))
      case (false, 5): try goOn(pair, from: begins, until: begins.adding(days: 80), .endedEarly)
      default: completed.append(pair)
      }
    }
    try answerAgain(cycle, unique(completed.flatMap { [$0.mentee, $0.mentor] }), on: last)
    for pair in completed { try goOn(pair, from: begins, until: last, .completed) }
  }

  private func decline(_ pair: MentoringPair, on day: Day) throws {
    try MentoringPair.decline(
      pair.id, by: viewer(pair.mentee, day), in: world(day), writer: writer)
  }

  private mutating func goOn(
    _ pair: MentoringPair, from begins: Day, until last: Day, _ end: MentoringPair.State
  ) throws {
    try agree(
      pair, on: begins.adding(days: 8), until: hospital.today.adding(days: Self.dates.endsOn))
    try meet(pair, from: begins.adding(days: 6), until: last)
    try MentoringPair.end(
      pair.id, as: end, by: viewer(pair.mentor, last), in: world(last), writer: writer)
  }

  /// Closes the cycle, counts its figures when their days are over, and gives the certificates; one
  /// had to be given anew.
  private func close(_ cycle: ID<MentoringCycle>, on day: Day) throws {
    let keeper = viewer(office, day)
    try MentoringCycle.move(cycle, to: .closed, by: keeper, in: world(day), writer: writer)
    try InstrumentMorning.pass(in: world(hospital.today.adding(days: -120)), writer: writer)
    try MentorCertificate.issue(in: cycle, by: keeper, in: world(day), writer: writer)
    let wrong = try MentorCertificate.all(in: cycle, viewer: keeper, reader: writer)
      .first { $0.person != hospital.cast[.mentor] }
    guard let wrong else { return }
    let later = day.adding(days: 9)
    try MentorCertificate.revoke(
      wrong.id, because: "It was given before the last meeting was noted.",
      by: viewer(office, later), in: world(later), writer: writer)
    try MentorCertificate.issueAnew(
      wrong.id, by: viewer(office, later), in: world(later), writer: writer)
  }
}
