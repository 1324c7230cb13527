package import Kernel
package import SQLStore

/// What the viewer answered to a questionnaire. Nobody else reads it.
package struct AnswerSheet: Sendable, Equatable {
  package let moment: AnswerMoment
  /// The side of a pair as which they answered.
  package let side: PairSide
  /// A number for each item, in their order.
  package let points: [Int]
  package let answeredOn: Day

  /// The name of the field of an item.
  package static func field(of item: Int) -> String { "item-\(item + 1)" }
}

extension AnswerSheet: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      moment: try row.word("moment"), side: try row.word("side"),
      points: try Self.points(in: row), answeredOn: try row.day("answered_on"))
  }

  /// The numbers of a row.
  static func points(in row: SQLRow, _ column: String = "points") throws -> [Int] {
    try row.text(column).split(separator: " ").compactMap { Int($0) }
  }

  /// What the viewer answered in a cycle.
  package static func own(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [AnswerSheet] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      AnswerSheet.self,
      """
      SELECT moment, side, points, answered_on FROM mentoring_answer
      WHERE cycle_id = \(cycle) AND person_id = \(person) ORDER BY moment DESC
      """)
  }

  /// Keeps what the viewer answers now; while the days last, it can be answered otherwise.
  ///
  /// The audit trail tells nothing of it: from its entries one could count who answered.
  package static func keep(
    in cycle: ID<MentoringCycle>, by viewer: Viewer, writer: any SQLWriter,
    typed: @escaping (String) -> String
  ) throws {
    let questions = try Questions(of: cycle, viewer: viewer, reader: writer)
    guard let person = viewer.person, let moment = questions.moment, let side = questions.side
    else { throw InstrumentRefusal.notAsked }
    let sheet = questions.instrument.sheet
    let bounds = sheet.scale.points
    var fields = TypedFields(typed)
    let points = sheet.items.indices.compactMap { item in
      fields.number(field(of: item), in: bounds, "Choose a number for sentence \(item + 1).")
    }
    try fields.problems.throwIfAny()
    let text = points.map(String.init).joined(separator: " ")
    try writer.execute(
      """
      INSERT INTO mentoring_answer (cycle_id, person_id, moment, side, points, answered_on)
      VALUES (\(cycle), \(person), \(moment.rawValue), \(side.rawValue), \(text),
        \(viewer.today))
      ON CONFLICT (cycle_id, person_id, moment) DO UPDATE SET side = excluded.side,
        points = excluded.points, answered_on = excluded.answered_on
      """)
  }

  /// Deletes what the viewer answered in a cycle, all of it, at any time. Figures that were counted
  /// before stay as they are: a change of them would tell what was deleted.
  package static func forget(
    in cycle: ID<MentoringCycle>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard let person = viewer.person else { throw Absent() }
    let deleted = try writer.execute(
      "DELETE FROM mentoring_answer WHERE cycle_id = \(cycle) AND person_id = \(person)")
    guard deleted > 0 else { throw Absent() }
  }
}
