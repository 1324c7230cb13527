import Kernel
import Mentoring
import Roster
import SQLStore

/// Last year's cycle, which is over: pairs that met and were completed, one that was declined and
/// one that ended early, and the certificates of their mentors.
extension MentoringFill {
  private static let firstDay = -420
  private static let meetingFrom = -385
  private static let lasting = 300

  /// Goes through it from enrollment to certificates.
  mutating func fillLastYear() throws {
    // Of its own, so that what follows is drawn as if there had been no last year.
    let usual = chance
    chance = Chance(hospital.seed, .mentoring, 1)
    defer { chance = usual }
    let cycle = try begin(
      MentoringPlan.neighbors, "Last year", enrollingFrom: Self.firstDay, lasting: 25,
      meetingFrom: Self.meetingFrom)
    let first = hospital.today.adding(days: Self.firstDay)
    let trainees = chance.shuffled(
      hospital.currentAppointments.filter { $0.standing == .active && $0.startsOn < first }
        .map(\.person))
    let mentees = trainees.filter { $0 != hospital.cast[.resident] }.prefix(14)
    let mentors = [hospital.cast[.mentor]].compactMap(\.self) + faculty(94..<104)
    for (place, person) in mentees.enumerated() where !mentees.prefix(place).contains(person) {
      try enroll(
        person, .mentee, in: cycle, on: first.adding(days: 1 + place), isApproved: true)
    }
    for (place, person) in mentors.enumerated() {
      try enroll(
        person, .mentor, in: cycle, on: first.adding(days: 2 + place), isApproved: true)
    }
    try match(cycle, on: first.adding(days: 30))
    let keeper = viewer(office, first.adding(days: 30))
    let pairs = try MentoringPair.all(in: cycle, viewer: keeper, reader: writer)
    for (place, pair) in pairs.enumerated() { try live(pair, place) }
    try close(cycle)
  }

  /// What becomes of a pair: the third is declined, the sixth ends early, all others are completed.
  private mutating func live(_ pair: MentoringPair, _ place: Int) throws {
    let begins = hospital.today.adding(days: Self.meetingFrom)
    let ends = begins.adding(days: Self.lasting)
    let isShown = pair.mentor == hospital.cast[.mentor]
    guard isShown || place != 2 else {
      let day = begins.adding(days: -3)
      return try MentoringPair.decline(
        pair.id, by: viewer(pair.mentee, day), in: world(day), writer: writer)
    }
    try agree(pair, on: begins.adding(days: 8), until: ends)
    let endsEarly = !isShown && place == 5
    let last = endsEarly ? begins.adding(days: 80) : ends
    var day = begins.adding(days: 6 + chance.below(20))
    while day < last {
      let writing = chance.happens(700) ? pair.mentee : pair.mentor
      try CheckIn.keep(
        CheckInDraft(
          metOn: day, minutes: chance.pick([30, 30, 45, 60]),
          manner: chance.pick([.inPerson, .inPerson, .video])), of: pair.id,
        by: viewer(writing, day), in: world(day), writer: writer)
      day = day.adding(days: chance.within(21...49))
    }
    try MentoringPair.end(
      pair.id, as: endsEarly ? .endedEarly : .completed, by: viewer(pair.mentor, last),
      in: world(last), writer: writer)
  }

  private func agree(_ pair: MentoringPair, on day: Day, until ends: Day) throws {
    try Agreement.propose(
      AgreementDraft(
        aims: "One honest talk a month, and a plan for what comes after the training.",
        meetEvery: 4, confidence: "What we say stays between us, unless someone may come to harm.",
        endsOn: ends), for: pair.id, by: viewer(pair.mentee, day), in: world(day),
      writer: writer)
    let next = day.adding(days: 2)
    try Agreement.sign(
      version: 1, of: pair.id, by: viewer(pair.mentor, next), in: world(next), writer: writer)
  }

  /// Closes the cycle and gives the certificates; one had to be given anew.
  private func close(_ cycle: ID<MentoringCycle>) throws {
    let day = hospital.today.adding(days: Self.meetingFrom + Self.lasting + 5)
    let keeper = viewer(office, day)
    try MentoringCycle.move(cycle, to: .closed, by: keeper, writer: writer)
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
