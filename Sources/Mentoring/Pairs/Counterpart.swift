package import Kernel
package import SQLStore

/// What someone reads of the other of their pair: what the office approved, while the pair goes on.
///
/// What the other said of shared experience is not in it.
package struct Counterpart: Sendable, Equatable {
  package let part: Enrollment.Part
  package let goals: String
  package let hours: WeekHours
  package let chosen: [MentoringTerm]

  /// The other of a pair of which the viewer is one; nil for everybody else, and once it is over.
  package static func of(
    _ pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> Counterpart? {
    guard let person = viewer.person else { return nil }
    let row = try reader.first(
      """
      SELECT mentoring_enrollment.id AS id, mentoring_enrollment.part AS part,
        mentoring_enrollment.goals AS goals, mentoring_enrollment.hours AS hours
      FROM mentoring_pair
      JOIN mentoring_enrollment ON mentoring_enrollment.cycle_id = mentoring_pair.cycle_id
        AND mentoring_enrollment.person_id = CASE
          WHEN mentoring_pair.mentee_id = \(person) THEN mentoring_pair.mentor_id
          WHEN mentoring_pair.mentor_id = \(person) THEN mentoring_pair.mentee_id END
      WHERE mentoring_pair.id = \(pair) AND mentoring_pair.state = 'active'
        AND mentoring_enrollment.state = 'approved'
      """)
    guard let row else { return nil }
    return Counterpart(
      part: try row.word("part"), goals: try row.text("goals"),
      hours: WeekHours(bits: try row.integer("hours")),
      chosen: try chosen(with: try row.id("id"), reader))
  }

  private static func chosen(
    with enrollment: ID<Enrollment>, _ reader: any SQLReader
  ) throws -> [MentoringTerm] {
    try reader.all(
      MentoringTerm.self,
      """
      \(MentoringTerm.chosen) WHERE mentoring_choice.enrollment_id = \(enrollment)
      \(MentoringTerm.order)
      """)
  }
}
