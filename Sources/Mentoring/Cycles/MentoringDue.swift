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
  /// Of which side the viewer can ask or rank somebody, and has not; mentors first.
  package let toChoose: PairSide?
  /// How many enrollments wait for the viewer's decision.
  package let waiting: Int
  /// How many the viewer could match again: whose pair ended before its time, and who have nobody.
  package let alone: Int

  /// Of every cycle that goes on.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [MentoringDue] {
    guard let person = viewer.person else { return [] }
    let (waiting, alone): (SQLQuery, SQLQuery) =
      viewer.mayRunMentoring ? (Self.waiting(for: person), Self.alone) : ("0", "0")
    return try reader.rows(
      """
      \(Choosing.freeMentors)
      SELECT \(MentoringCycle.columns), own.state AS own_state,
        CASE WHEN \(Choosing.waits(for: .mentor, on: viewer.today)) THEN 'mentor'
          WHEN \(Choosing.waits(for: .mentee, on: viewer.today)) THEN 'mentee' END AS to_choose,
        \(waiting) AS waiting, \(alone) AS alone
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
        toChoose: try row.textOrNil("to_choose").flatMap { PairSide(rawValue: $0) },
        waiting: try row.integer("waiting"), alone: may(.run) ? try row.integer("alone") : 0)
    }
  }

  private static func waiting(for person: PersonID) -> SQLQuery {
    """
    (SELECT count(*) FROM mentoring_enrollment AS other
      WHERE other.cycle_id = mentoring_cycle.id AND other.state = 'submitted'
        AND other.person_id <> \(person))
    """
  }

  /// Where mentees ask, they look for somebody else themselves.
  private static let alone: SQLQuery = """
    (SELECT count(*) FROM mentoring_enrollment AS other
      WHERE other.cycle_id = mentoring_cycle.id AND other.state = 'approved'
        AND other.part <> 'mentor' AND mentoring_cycle.state = 'active'
        AND mentoring_cycle.mode <> 'requests'
        AND EXISTS (\(pairs) AND mentoring_pair.state IN ('declined', 'ended_early', 'transferred'))
        AND NOT EXISTS (\(pairs) AND mentoring_pair.state IN ('active', 'completed')))
    """

  private static let pairs: SQLQuery = """
    SELECT 1 FROM mentoring_pair WHERE mentoring_pair.cycle_id = mentoring_cycle.id
      AND (mentoring_pair.mentee_id = other.person_id
        OR (mentoring_cycle.shape = 'peers' AND mentoring_pair.mentor_id = other.person_id))
    """
}
