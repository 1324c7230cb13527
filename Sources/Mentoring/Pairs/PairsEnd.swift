package import Kernel
package import SQLStore

/// Lets pairs come to their end with their cycle.
package enum PairsEnd {
  /// Completes the pairs whose last day is over, and thanks both sides.
  /// - Returns: how many came to their end.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let today = world.now().day(in: try Settings(reader: writer).timeZone)
    let over = try writer.rows(
      """
      SELECT \(MentoringPair.columns), mentoring_cycle.title AS title,
        mentoring_cycle.ends_on AS ends_on
      FROM mentoring_pair JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_pair.cycle_id
      WHERE mentoring_pair.state = 'active' AND mentoring_cycle.ends_on < \(today)
      ORDER BY mentoring_pair.id
      """)
    for row in over { try complete(row, in: world, writer) }
    return over.count
  }

  private static func complete(
    _ row: SQLRow, in world: World, _ writer: any SQLWriter
  ) throws {
    let pair = try MentoringPair(row: row)
    try writer.execute(
      """
      UPDATE mentoring_pair SET state = \(MentoringPair.State.completed.rawValue),
        ended_on = \(try row.day("ends_on"))
      WHERE id = \(pair.id)
      """)
    try NextMeeting.forget(of: pair.id, writer)
    for person in [pair.mentee, pair.mentor] {
      try Notice.tell(
        person,
        Notice.News(
          .mentoring,
          "“\(try row.text("title"))” is over, and so is your pair. Thank you. What you wrote "
            + "stays with the two of you.", path: pair.path), in: world, writer: writer)
    }
  }
}
