package import Kernel
package import SQLStore

/// What a cycle that goes on asks of the viewer.
package struct MentoringDue: Sendable, Equatable {
  package let cycle: MentoringCycle
  /// Whether the viewer has not enrolled and can, while the cycle is open; coming late to pairs
  /// that meet is possible and not called for.
  package let mayEnroll: Bool
  /// Whether the office has asked the viewer for a change that they can still make.
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
      WHERE mentoring_cycle.state IN ('open', 'matching', 'active')
      ORDER BY mentoring_cycle.enroll_until, mentoring_cycle.id
      """
    ).map { row in
      let cycle = try MentoringCycle(row: row)
      let own = try row.textOrNil("own_state")
      func may(_ action: CycleAction) -> Bool {
        (try? cycle.refuse(unless: action, on: viewer.today)) != nil
      }
      return MentoringDue(
        cycle: cycle, mayEnroll: own == nil && cycle.state == .open && may(.enroll),
        isReturned: own == Enrollment.State.returned.rawValue && may(.sendAgain),
        waiting: try row.integer("waiting"))
    }
  }
}
