package import Kernel
package import SQLStore

/// Reminds pairs that have signed no agreement, once.
package enum AgreementReminder {
  /// After how many days from the first on which they can meet; the office hears of it only later,
  /// after ``PairStanding/weeksToSign``.
  static let days = 14

  /// Reminds both sides of each pair that is late.
  /// - Returns: how many pairs were reminded.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let zone = try Settings(reader: writer).timeZone
    let today = world.now().day(in: zone)
    let late = try writer.rows(
      """
      SELECT \(MentoringPair.columns), mentoring_cycle.title AS title,
        mentoring_cycle.begins_on AS begins_on
      FROM mentoring_pair JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_pair.cycle_id
      WHERE mentoring_pair.state = 'active' AND mentoring_pair.reminded_on IS NULL
        AND mentoring_cycle.state = 'active' AND mentoring_cycle.begins_on <= \(today)
        AND NOT EXISTS (SELECT 1 FROM mentoring_agreement
          WHERE mentoring_agreement.pair_id = mentoring_pair.id
            AND mentoring_agreement.mentee_signed_at IS NOT NULL
            AND mentoring_agreement.mentor_signed_at IS NOT NULL)
      ORDER BY mentoring_pair.id
      """
    ).filter { row in
      let paired = try row.instant("paired_at").day(in: zone)
      return try max(paired, row.day("begins_on")).adding(days: days) <= today
    }
    for row in late { try remind(row, on: today, in: world, writer) }
    return late.count
  }

  private static func remind(
    _ row: SQLRow, on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let pair = try MentoringPair(row: row)
    try writer.execute("UPDATE mentoring_pair SET reminded_on = \(today) WHERE id = \(pair.id)")
    for person in [pair.mentee, pair.mentor] {
      try Notice.tell(
        person,
        Notice.News(
          .mentoring,
          "Your pair in “\(try row.text("title"))” has no agreement yet that both have signed. Ten "
            + "minutes in a meeting are enough.", path: pair.path), in: world, writer: writer)
    }
  }
}
