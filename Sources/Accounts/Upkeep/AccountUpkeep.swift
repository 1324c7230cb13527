package import Kernel
package import SQLStore

/// What is kept of sign-ins, and for how long.
package enum AccountUpkeep {
  /// Ended sessions stay so many days, for their owner to see them.
  package static let sessionDays = 90
  /// Used and expired links stay so many days.
  package static let linkDays = 30

  /// Forgets what is old.
  ///
  /// Wrong attempts of a day ago have lost all weight under every rule, and requests for links
  /// count for an hour. Sessions of deactivated people end, should one have stayed open.
  /// - Returns: how many sessions, links and counts were forgotten.
  package static func forget(
    now: Instant, writer: any SQLWriter
  ) throws -> (sessions: Int, links: Int, counts: Int) {
    func daysAgo(_ days: Int) -> Instant { now.adding(seconds: -days * 86_400) }
    try writer.execute(
      """
      UPDATE session SET ended_at = \(now)
      WHERE ended_at IS NULL
        AND person_id IN (SELECT id FROM person WHERE deactivated_at IS NOT NULL)
      """)
    let sessions = try writer.execute(
      """
      DELETE FROM session
      WHERE seen_at < \(daysAgo(sessionDays))
        AND (ended_at IS NULL OR ended_at < \(daysAgo(sessionDays)))
      """)
    let links = try writer.execute(
      "DELETE FROM one_time_link WHERE expires_at < \(daysAgo(linkDays))")
    let counts =
      try writer.execute("DELETE FROM sign_in_throttle WHERE last_at < \(daysAgo(1))")
      + writer.execute("DELETE FROM link_request WHERE at < \(daysAgo(1))")
    return (sessions, links, counts)
  }
}
