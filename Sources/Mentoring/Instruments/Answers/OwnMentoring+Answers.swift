package import Kernel
import SQLStore

extension OwnMentoring {
  /// What someone answered to one sentence of a questionnaire.
  package struct AnswerLine: Sendable {
    /// The title of the cycle.
    package let cycle: String
    package let moment: AnswerMoment
    package let item: String
    package let points: Int
    package let answeredOn: Day

    /// All that the viewer answered, the latest cycle first.
    static func own(_ viewer: Viewer, _ reader: any SQLReader) throws -> [AnswerLine] {
      try reader.rows(
        """
        SELECT mentoring_cycle.title AS title, mentoring_answer.moment AS moment,
          mentoring_answer.side AS side, mentoring_answer.points AS points,
          mentoring_answer.answered_on AS answered_on, \(Instrument.columns)
        FROM mentoring_answer
        JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_answer.cycle_id
        JOIN mentoring_cycle_instrument
          ON mentoring_cycle_instrument.cycle_id = mentoring_answer.cycle_id
        JOIN mentoring_instrument
          ON mentoring_instrument.id = mentoring_cycle_instrument.instrument_id
        WHERE mentoring_answer.person_id = \(viewer.person)
        ORDER BY mentoring_cycle.begins_on DESC, mentoring_cycle.id, mentoring_answer.moment DESC
        """
      ).flatMap { row in
        let (title, sheet) = (try row.text("title"), try AnswerSheet(row: row))
        return zip(try Instrument(row: row).sheet.items, sheet.points).map { item, points in
          AnswerLine(
            cycle: title, moment: sheet.moment, item: item.text, points: points,
            answeredOn: sheet.answeredOn)
        }
      }
    }
  }
}
