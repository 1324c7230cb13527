import SQLStore

/// Hours that mentors give: the minutes of meetings added up.
///
/// The minutes of a meeting are the pair's. What leaves the database is a sum of several, in half
/// hours. A group that met on a day met once, however many mentees it has.
enum MentorHours {
  /// How many meetings a sum is of at least; of fewer nothing is told.
  static let fewestMeetings = 2

  /// The meetings of mentors as a table `met`, with the mentor and the minutes of each; peers give
  /// and take, so theirs are not among them.
  /// - Parameter condition: on `mentoring_check_in`, `mentoring_pair` and `mentoring_cycle`.
  static func meetings(where condition: SQLQuery) -> SQLQuery {
    """
    (SELECT mentoring_pair.mentor_id AS mentor_id, max(mentoring_check_in.minutes) AS minutes
      FROM mentoring_check_in
      JOIN mentoring_pair ON mentoring_pair.id = mentoring_check_in.pair_id
      JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_pair.cycle_id
      WHERE mentoring_cycle.shape <> 'peers' AND \(condition)
      GROUP BY mentoring_pair.mentor_id, mentoring_pair.cycle_id, mentoring_check_in.met_on,
        CASE WHEN mentoring_cycle.shape = 'groups' THEN '' ELSE mentoring_pair.id END) AS met
    """
  }

  /// The sum of a group of rows of ``meetings(where:)`` in half hours; 0 where it is not told.
  static let halfHours: SQLQuery =
    """
    CASE WHEN count(*) >= \(fewestMeetings)
      THEN (CAST(sum(met.minutes) AS BIGINT) + 15) / 30 ELSE 0 END
    """
}
