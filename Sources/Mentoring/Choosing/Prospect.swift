package import Kernel
package import SQLStore

/// Someone of the other side of a cycle whom the viewer can ask or rank: approved by the office.
///
/// What they said of shared experience is not in it. Whom the viewer is kept apart from by a wish
/// of the other stands here like everybody: a gap would tell of the wish.
package struct Prospect: Sendable, Equatable {
  package let enrollment: ID<Enrollment>
  package let name: String
  package let goals: String
  package let hours: WeekHours
  package let chosen: [MentoringTerm]
  /// What the viewer chose too.
  package let shared: [MentoringTerm]
  /// Whether a mentor has a place left; always so for a mentee.
  package let hasPlace: Bool

  /// Those of a side whom the viewer can choose from, with who shares most first. Empty for those
  /// who are not approved themselves, where the office matches, and once the cycle is over.
  package static func all(
    _ side: PairSide, in cycle: MentoringCycle, viewer: Viewer, reader: any SQLReader
  ) throws -> [Prospect] {
    guard cycle.plan.mode != .office, CycleAction.ask.states.contains(cycle.state),
      let own = try Enrollment.own(in: cycle.id, viewer: viewer, reader: reader)
    else { return [] }
    let terms = try MentoringTerm.every(reader)
    let choices = try Enrollment.choices(of: cycle.id, reader)
    let wished = Set(choices[own.id] ?? [])
    let free = side == .mentor ? try MentorCapacity.free(in: cycle, reader) : nil
    return try reader.rows(offered(side, in: cycle, to: viewer)).map { row in
      let id: ID<Enrollment> = try row.id("id")
      let person: PersonID = try row.id("person_id")
      let chosen = terms.filter { Set(choices[id] ?? []).contains($0.id) }
      return Prospect(
        enrollment: id, name: try row.text("name"), goals: try row.text("goals"),
        hours: WeekHours(bits: try row.integer("hours")), chosen: chosen,
        shared: chosen.filter { wished.contains($0.id) },
        hasPlace: free.map { $0[person] ?? 0 > 0 } ?? true)
    }.sorted {
      ($1.shared.count, $0.name, $0.enrollment) < ($0.shared.count, $1.name, $1.enrollment)
    }
  }

  /// A mentor whom the viewer can ask, with the cycle.
  /// - Throws: ``Absent`` where it is nobody, or not for the viewer.
  package static func find(
    _ mentor: ID<Enrollment>, viewer: Viewer, reader: any SQLReader
  ) throws -> (prospect: Prospect, cycle: MentoringCycle) {
    let row = try reader.first(
      "SELECT cycle_id FROM mentoring_enrollment WHERE id = \(mentor)")
    guard let id: ID<MentoringCycle> = try row?.id("cycle_id") else { throw Absent() }
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    guard cycle.plan.mode == .requests,
      let one = try all(.mentor, in: cycle, viewer: viewer, reader: reader)
        .first(where: { $0.enrollment == mentor })
    else { throw Absent() }
    return (one, cycle)
  }

  /// The enrollments of a side, without the viewer's own, those whom the viewer avoids, and those
  /// with whom they are a pair already.
  private static func offered(
    _ side: PairSide, in cycle: MentoringCycle, to viewer: Viewer
  ) -> SQLQuery {
    let others: SQLQuery = side == .mentor ? "('mentor', 'both')" : "('mentee', 'both')"
    let own: SQLQuery = side == .mentor ? "('mentee', 'both')" : "('mentor', 'both')"
    return """
      SELECT mentoring_enrollment.id AS id, mentoring_enrollment.person_id AS person_id,
        directory_entry.name AS name, mentoring_enrollment.goals AS goals,
        mentoring_enrollment.hours AS hours
      FROM mentoring_enrollment AS own
      JOIN mentoring_enrollment ON mentoring_enrollment.cycle_id = own.cycle_id
        AND mentoring_enrollment.state = 'approved' AND mentoring_enrollment.part IN \(others)
        AND mentoring_enrollment.person_id <> own.person_id
      JOIN directory_entry ON directory_entry.person_id = mentoring_enrollment.person_id
      WHERE directory_entry.presence = 'current'
        AND own.cycle_id = \(cycle.id) AND own.person_id = \(viewer.person)
        AND own.state = 'approved' AND own.part IN \(own)
        AND mentoring_enrollment.person_id NOT IN (
          SELECT avoided_id FROM mentoring_avoidance WHERE person_id = \(viewer.person))
        AND NOT EXISTS (
          SELECT 1 FROM mentoring_pair WHERE mentoring_pair.cycle_id = own.cycle_id
            AND mentoring_pair.state = 'active'
            AND ((mentoring_pair.mentee_id = own.person_id
                AND mentoring_pair.mentor_id = mentoring_enrollment.person_id)
              OR (mentoring_pair.mentor_id = own.person_id
                AND mentoring_pair.mentee_id = mentoring_enrollment.person_id)))
      """
  }
}
