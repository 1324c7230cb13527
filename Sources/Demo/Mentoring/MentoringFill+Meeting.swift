import Kernel
import Mentoring
import SQLStore

/// What pairs do together: they sign an agreement, set goals and meet.
extension MentoringFill {
  /// The mentee proposes an agreement and the mentor signs it, two days later.
  func agree(_ pair: MentoringPair, on day: Day, until ends: Day) throws {
    try Agreement.propose(
      AgreementDraft(
        aims: "One honest talk a month, and a plan for what comes after the training.",
        meetEvery: 4, confidence: "What we say stays between us, unless someone may come to harm.",
        endsOn: ends), for: pair.id, by: (viewer(pair.mentee, day), world(day)),
      writer: writer)
    let next = day.adding(days: 2)
    try Agreement.sign(
      version: 1, of: pair.id, by: viewer(pair.mentor, next), in: world(next), writer: writer)
  }

  /// The two meet every few weeks, and one of them notes it.
  mutating func meet(_ pair: MentoringPair, from first: Day, until last: Day) throws {
    var day = first.adding(days: chance.below(12))
    while day < last {
      let writing = chance.happens(700) ? pair.mentee : pair.mentor
      try CheckIn.keep(
        CheckInDraft(
          metOn: day, minutes: chance.pick([30, 30, 45, 60]),
          manner: chance.pick([.inPerson, .inPerson, .video])), of: pair.id,
        by: viewer(writing, day), in: world(day), writer: writer)
      day = day.adding(days: chance.within(21...35))
    }
  }

  /// How the pairs of this year go: most meet, every sixth has not begun, and one has fallen
  /// silent after its first meeting. The pair that the demonstration shows has a goal.
  mutating func goOn(_ cycle: ID<MentoringCycle>, from begins: Day, until ends: Day) throws {
    let today = hospital.today
    let pairs = try MentoringPair.all(in: cycle, viewer: viewer(office, today), reader: writer)
    for (place, pair) in pairs.enumerated() {
      let isShown = pair.mentee == hospital.cast[.resident]
      guard isShown || place % 6 != 3 else { continue }
      try agree(pair, on: begins.adding(days: 3 + place % 5), until: ends)
      let isSilent = !isShown && place == 5
      try meet(pair, from: begins, until: isSilent ? begins.adding(days: 13) : today)
      if isShown { try setGoal(of: pair, on: begins.adding(days: 12)) }
    }
  }

  private func setGoal(of pair: MentoringPair, on day: Day) throws {
    let typed = [
      "title": "Show one case at a conference", "owner": PairSide.mentee.rawValue,
      "due_on": hospital.today.adding(days: 40).text,
    ]
    try PairGoal.add(
      to: pair.id, by: viewer(pair.mentee, day), in: world(day), writer: writer
    ) { typed[$0] ?? "" }
  }
}
