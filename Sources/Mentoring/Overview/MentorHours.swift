import SQLStore

/// Hours that mentors give: the minutes of meetings added up.
///
/// The minutes of a meeting are the pair's. What leaves the database is a sum of several, in half
/// hours.
enum MentorHours {
  /// How many meetings a sum is of at least; of fewer nothing is told.
  static let fewestMeetings = 2

  /// The sum of a group of rows of `mentoring_check_in` in half hours; 0 where it is not told.
  static let halfHours: SQLQuery =
    """
    CASE WHEN count(mentoring_check_in.id) >= \(fewestMeetings)
      THEN (CAST(sum(mentoring_check_in.minutes) AS BIGINT) + 15) / 30 ELSE 0 END
    """
}
