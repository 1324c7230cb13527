import Kernel
import Mentoring
import Roster
import SQLStore

/// Questionnaires before and after, and the cycle of last year, of which the figures are counted.
extension MentoringFill {
  func loadFooting() throws -> ID<Instrument>? {
    let day = hospital.today.adding(days: -456)
    return try InstrumentSheet.shipped.map { sheet in
      try Instrument.load(sheet, by: viewer(office, day), in: world(day), writer: writer)
    }
  }

  func choose(
    _ instrument: ID<Instrument>?, for cycle: ID<MentoringCycle>, on day: Day
  ) throws {
    try CycleInstrument.choose(
      instrument, for: cycle, by: viewer(office, day), writer: writer)
  }

  /// Someone answers; at the end a little better than at the beginning.
  mutating func answer(
    _ cycle: ID<MentoringCycle>, by person: PersonID, on day: Day, raising: Int = 0
  ) throws {
    guard let sheet = InstrumentSheet.shipped else { return }
    var typed: [String: String] = [:]
    for (number, item) in sheet.items.enumerated() {
      let (least, most) = (sheet.scale.min, sheet.scale.max)
      let point = min(most, least + 1 + chance.below(3) + (chance.happens(raising) ? 1 : 0))
      typed[AnswerSheet.field(of: number)] = String(item.reversed ? least + most - point : point)
    }
    let given = typed
    try AnswerSheet.keep(in: cycle, by: viewer(person, day), writer: writer) { given[$0] ?? "" }
  }

  /// A cycle that is over: all pairs are completed, and most people answered both times.
  mutating func fillLastYear(
    of program: ID<MentoringProgram>, asking instrument: ID<Instrument>?
  ) throws {
    let present = chance
    chance = Chance(hospital.seed, .pastMentoring)
    defer { chance = present }
    let today = hospital.today
    let cycle = try begin(
      "Neighbors in Medicine: Last year", of: program,
      Dates(enrollFrom: -455, enrollUntil: -430, beginsOn: -420, endsOn: -150))
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
    try end(cycle, on: today.adding(days: -152))
    try InstrumentMorning.pass(in: world(today.adding(days: -120)), writer: writer)
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
    return unique(Array(mentees.prefix(22))).map { ($0, .mentee) }
      + faculty(60..<74).map { ($0, .mentor) }
  }

  /// Those who answered before answer again, all pairs are completed, and the cycle is closed.
  private mutating func end(_ cycle: ID<MentoringCycle>, on day: Day) throws {
    let keeper = viewer(office, day)
    let pairs = try MentoringPair.all(in: cycle, viewer: keeper, reader: writer)
    for person in unique(pairs.flatMap { [$0.mentee, $0.mentor] }) {
      let asked = try Questions.waiting(viewer: viewer(person, day), reader: writer)
      if asked.contains(where: { $0.cycle.id == cycle }), chance.happens(900) {
        try answer(cycle, by: person, on: day, raising: 450)
      }
    }
    for pair in pairs {
      try MentoringPair.end(
        pair.id, as: .completed, by: viewer(pair.mentee, day), in: world(day), writer: writer)
    }
    try MentoringCycle.move(cycle, to: .closed, by: keeper, writer: writer)
  }
}
