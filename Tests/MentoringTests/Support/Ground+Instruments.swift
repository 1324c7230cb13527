import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// A questionnaire of three sentences, the second of them turned, as its file has it.
func sheetFile(
  name: String = "Short", answeredBy: String = "both", last: String = "I have support."
) -> String {
  """
  {"name": "\(name)", "source": "Ours.", "answered_by": "\(answeredBy)",
   "scale": {"min": 1, "max": 5, "min_label": "no", "max_label": "yes"},
   "subscales": [{"key": "aim", "name": "Aim"}, {"key": "help", "name": "Help"}],
   "items": [{"text": "I know my aim.", "subscale": "aim"},
     {"text": "I am lost.", "subscale": "aim", "reversed": true},
     {"text": "\(last)", "subscale": "help"}]}
  """
}

extension Ground {
  /// The last day of answering before, the first and the last of answering after, and the day on
  /// which the figures are counted.
  static let (lastBefore, firstAfter, lastAfter, counted) = (
    day("2027-01-04"), day("2027-06-02"), day("2027-07-28"), "2027-07-29T15:00:00.000Z"
  )

  @discardableResult
  func load(
    _ file: String = sheetFile(), as person: PersonID? = nil
  ) async throws -> ID<Instrument> {
    let world = world
    let sheet = try InstrumentSheet(checking: file)
    return try await stage.act(as: person ?? cast.office) { viewer, writer in
      try Instrument.load(sheet, by: viewer, in: world, writer: writer)
    }
  }

  func choose(_ id: ID<Instrument>?, as person: PersonID? = nil) async throws {
    let cycle = cycle
    try await stage.act(as: person ?? cast.office) { viewer, writer in
      try CycleInstrument.choose(id, for: cycle, by: viewer, writer: writer)
    }
  }

  func used() async throws -> Instrument? {
    let cycle = cycle
    return try await stage.see(as: cast.trainee) { viewer, reader in
      try CycleInstrument.of(cycle, viewer: viewer, reader: reader)?.instrument
    }
  }

  func instruments() async throws -> [Instrument] {
    try await stage.see(as: cast.office) { try Instrument.all(viewer: $0, reader: $1) }
  }

  func retire(_ id: ID<Instrument>) async throws {
    try await stage.act(as: cast.office) { office, writer in
      try Instrument.retire(id, by: office, writer: writer)
    }
  }

  func answer(_ points: [Int], as person: PersonID, on today: Day) async throws {
    let cycle = cycle
    try await stage.act(as: person, on: today) { viewer, writer in
      try AnswerSheet.keep(in: cycle, by: viewer, writer: writer) { field in
        points.indices.first { AnswerSheet.field(of: $0) == field }.map { String(points[$0]) } ?? ""
      }
    }
  }

  func forget(as person: PersonID) async throws {
    let cycle = cycle
    try await stage.act(as: person) { viewer, writer in
      try AnswerSheet.forget(in: cycle, by: viewer, writer: writer)
    }
  }

  func answers(as person: PersonID?) async throws -> [AnswerSheet] {
    let cycle = cycle
    return try await stage.see(as: person) { viewer, reader in
      try AnswerSheet.own(in: cycle, viewer: viewer, reader: reader)
    }
  }

  /// What someone is asked on a day.
  func asked(_ person: PersonID, on today: Day) async throws -> [AnswerMoment] {
    try await stage.see(as: person, on: today) { viewer, reader in
      try Questions.waiting(viewer: viewer, reader: reader).map(\.moment)
    }
  }

  func morning(_ moment: String) async throws {
    let now = try #require(Instant(text: moment))
    try await InstrumentMorning.pass(in: TestWorld.make(at: now), store)
  }

  func figures(as person: PersonID? = nil) async throws -> CycleFigures? {
    let cycle = cycle
    return try await stage.see(as: person ?? cast.office) { viewer, reader in
      try CycleFigures.of(cycle, viewer: viewer, reader: reader)
    }
  }

  /// People who are enrolled, approved and paired, the first mentee with the first mentor and so
  /// on; the pairs meet.
  func pairUp(mentees: Int, mentors: Int) async throws -> (
    mentees: [PersonID], mentors: [PersonID]
  ) {
    var people: (mentees: [PersonID], mentors: [PersonID]) = ([], [])
    for number in 0..<mentees {
      let person = try await hire("Mentee\(number)", in: cast.internalMedicine)
      try await take(person, mentee())
      people.mentees.append(person)
    }
    for number in 0..<mentors {
      let person = try await hire("Mentor\(number)")
      try await take(person, mentor(3))
      people.mentors.append(person)
    }
    let (found, cycle, world) = (people, cycle, world)
    try await store.write { writer in
      for place in 0..<max(mentees, mentors) {
        try writer.execute(
          """
          INSERT INTO mentoring_pair (id, cycle_id, mentee_id, mentor_id, state, paired_at,
            decline_until)
          VALUES (\(world.newID(ID<MentoringPair>.self)), \(cycle),
            \(found.mentees[place % mentees]), \(found.mentors[place % mentors]), 'active',
            \(world.now()), \(TestWorld.today))
          """)
      }
      try writer.execute("UPDATE mentoring_cycle SET state = 'active' WHERE id = \(cycle)")
    }
    return people
  }

  /// Someone answers both times.
  func answerTwice(
    _ before: [Int], _ after: [Int], as person: PersonID
  ) async throws {
    try await answer(before, as: person, on: Self.lastBefore)
    try await answer(after, as: person, on: Self.firstAfter)
  }
}
