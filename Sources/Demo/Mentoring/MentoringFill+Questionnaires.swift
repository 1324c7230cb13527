import Kernel
import Mentoring
import Roster
import SQLStore

/// Questionnaires before and after.
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

  /// Those who answered before answer again.
  mutating func answerAgain(
    _ cycle: ID<MentoringCycle>, _ people: [PersonID], on day: Day
  ) throws {
    for person in people {
      let asked = try Questions.waiting(viewer: viewer(person, day), reader: writer)
      if asked.contains(where: { $0.cycle.id == cycle }), chance.happens(900) {
        try answer(cycle, by: person, on: day, raising: 450)
      }
    }
  }
}
