package import Kernel
package import SQLStore

/// What a cycle that goes on asks of the viewer.
package struct MentoringDue: Sendable, Equatable {
  package let cycle: MentoringCycle
  /// Whether the viewer has not enrolled and can.
  package let mayEnroll: Bool
  /// Whether the office has asked the viewer for a change.
  package let isReturned: Bool
  /// How many enrollments wait for the viewer's decision.
  package let waiting: Int

  /// Of every cycle that goes on.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [MentoringDue] {
    guard let person = viewer.person else { return [] }
    let waiting: SQLQuery =
      viewer.mayRunMentoring
      ? """
      (SELECT count(*) FROM mentoring_enrollment AS other
        WHERE other.cycle_id = mentoring_cycle.id AND other.state = 'submitted'
          AND other.person_id <> \(person))
      """ : "0"
    return try reader.rows(
      """
      SELECT \(MentoringCycle.columns), own.state AS own_state, \(waiting) AS waiting
      FROM mentoring_cycle
      LEFT JOIN mentoring_enrollment AS own ON own.cycle_id = mentoring_cycle.id
        AND own.person_id = \(person) AND own.state <> 'withdrawn'
      WHERE mentoring_cycle.state IN ('open', 'matching')
      ORDER BY mentoring_cycle.enroll_until, mentoring_cycle.id
      """
    ).map { row in
      let cycle = try MentoringCycle(row: row)
      let own = try row.textOrNil("own_state")
      let isOpen = (try? cycle.refuse(unless: .enroll, on: viewer.today)) != nil
      return MentoringDue(
        cycle: cycle, mayEnroll: own == nil && isOpen,
        isReturned: own == Enrollment.State.returned.rawValue && isOpen,
        waiting: try row.integer("waiting"))
    }
  }
}
