package import Kernel
package import SQLStore

/// How a pair goes, asked of each side alone: the other never reads it, and the office only where
/// the person says so.
package struct Pulse: Sendable, Equatable {
  package let id: ID<Pulse>
  package let pair: ID<MentoringPair>
  package let askedOn: Day
  package let answer: Answer?

  /// How it goes.
  package enum Answer: String, Sendable, CaseIterable {
    case well, slowly, not
  }
}

extension Pulse: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), pair: try row.id("pair_id"), askedOn: try row.day("asked_on"),
      answer: try row.textOrNil("answer").flatMap(Answer.init(rawValue:)))
  }

  /// What the viewer was asked of a pair, the latest first.
  package static func own(
    of pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Pulse] {
    let inside = try InsidePair(pair, viewer, reader)
    return try reader.all(
      Pulse.self,
      """
      SELECT id, pair_id, asked_on, answer FROM mentoring_pulse
      WHERE pair_id = \(pair) AND person_id = \(inside.person) ORDER BY asked_on DESC
      """)
  }

  /// Answers what was asked; an answer can be changed while the pair goes on.
  package static func answer(
    _ id: ID<Pulse>, _ typed: String, tellingOffice: Bool, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    let asked = try writer.first(
      """
      SELECT pair_id FROM mentoring_pulse WHERE id = \(id) AND person_id = \(viewer.person)
      """)
    guard let pair: ID<MentoringPair> = try asked?.id("pair_id") else { throw Absent() }
    _ = try InsidePair(goingOn: pair, viewer, writer)
    guard let answer = Answer(rawValue: typed) else {
      throw Problems(field: "answer", "Choose an answer.")
    }
    try writer.execute(
      """
      UPDATE mentoring_pulse SET answer = \(answer.rawValue), answered_on = \(viewer.today),
        tells_office = \(tellingOffice)
      WHERE id = \(id)
      """)
  }

  /// The pairs of a cycle of which a side lets the office know that it does not go well. Of a pair
  /// of the viewer's own it tells nothing: they would know that it was the other.
  /// - Throws: ``Absent`` for everybody but those who run mentoring.
  package static func troubled(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> Set<ID<MentoringPair>> {
    try viewer.refuseUnlessRunsMentoring()
    let ofOthers: SQLQuery =
      if let person = viewer.person {
        "AND mentoring_pair.mentee_id <> \(person) AND mentoring_pair.mentor_id <> \(person)"
      } else { "" }
    return Set(
      try reader.rows(
        """
        SELECT DISTINCT mentoring_pulse.pair_id AS pair_id FROM mentoring_pulse
        JOIN mentoring_pair ON mentoring_pair.id = mentoring_pulse.pair_id
        WHERE mentoring_pair.cycle_id = \(cycle) AND mentoring_pair.state = 'active'
          AND mentoring_pulse.tells_office AND mentoring_pulse.answer = 'not' \(ofOthers)
          AND NOT EXISTS (SELECT 1 FROM mentoring_pulse AS later
            WHERE later.pair_id = mentoring_pulse.pair_id
              AND later.person_id = mentoring_pulse.person_id
              AND later.asked_on > mentoring_pulse.asked_on AND later.answer IS NOT NULL)
        """
      ).map { try $0.id("pair_id") })
  }
}
