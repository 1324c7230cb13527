package import Kernel
package import SQLStore

/// What became of a cycle of a mentoring program: how many pairs were completed, and how many
/// people came back for the next one.
package struct CycleOutcome: Sendable, Equatable {
  package let cycle: ID<MentoringCycle>
  package let title: String
  /// Pairs that are over; those that were declined in the first days are not among them.
  package let ended: Int
  package let completed: Int
  /// Mentees and mentors who were approved.
  package let people: Int
  /// How many of them enrolled in the next cycle; nil where there is none, and while people still
  /// enroll in it.
  package let returned: Int?

  /// The completed of each hundred pairs that are over; nil where none is.
  package var completion: Int? { Self.percent(completed, of: ended) }

  /// Those who came back, of each hundred; nil where they could not yet.
  package var retention: Int? { returned.flatMap { Self.percent($0, of: people) } }

  private static func percent(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : (100 * part + whole / 2) / whole
  }
}

extension CycleOutcome: SQLDecodable {
  package init(row: SQLRow) throws {
    let next = try row.textOrNil("next_state").flatMap(MentoringCycle.State.init(rawValue:))
    let returned = try row.integer("returned")
    self.init(
      cycle: try row.id("id"), title: try row.text("title"), ended: try row.integer("ended"),
      completed: try row.integer("completed"), people: try row.integer("people"),
      returned: next == nil || next == .open ? nil : returned)
  }

  /// Of each cycle of a mentoring program, the earliest first, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func all(
    of program: ID<MentoringProgram>, viewer: Viewer, reader: any SQLReader
  ) throws -> [CycleOutcome] {
    try viewer.refuseUnlessRunsMentoring()
    return try reader.all(
      CycleOutcome.self,
      """
      WITH turn (id, title, begins_on, next_id, next_state) AS (
        SELECT id, title, begins_on, lead(id) OVER (ORDER BY begins_on, id),
          lead(state) OVER (ORDER BY begins_on, id)
        FROM mentoring_cycle WHERE program_id = \(program))
      SELECT turn.id AS id, turn.title AS title, turn.next_state AS next_state,
        (SELECT count(*) FROM mentoring_pair WHERE mentoring_pair.cycle_id = turn.id
          AND mentoring_pair.state IN ('completed', 'ended_early', 'transferred')) AS ended,
        (SELECT count(*) FROM mentoring_pair WHERE mentoring_pair.cycle_id = turn.id
          AND mentoring_pair.state = 'completed') AS completed,
        (SELECT count(*) FROM mentoring_enrollment
          WHERE mentoring_enrollment.cycle_id = turn.id
            AND mentoring_enrollment.state = 'approved') AS people,
        (SELECT count(*) FROM mentoring_enrollment
          JOIN mentoring_enrollment AS again ON again.cycle_id = turn.next_id
            AND again.person_id = mentoring_enrollment.person_id AND again.state <> 'withdrawn'
          WHERE mentoring_enrollment.cycle_id = turn.id
            AND mentoring_enrollment.state = 'approved') AS returned
      FROM turn ORDER BY turn.begins_on, turn.id
      """)
  }
}
