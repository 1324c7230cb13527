package import Kernel
package import SQLStore

/// Notices pairs that have missed two meetings, and asks each side how it goes.
package enum MissedMeetings {
  /// The name of the job that does it each morning.
  package static let job = "mentoring.morning"

  /// How many intervals without a meeting are missed meetings.
  private static let intervals = 2

  /// Whether two meetings are missed since a day.
  /// - Parameter weeks: how many lie between two meetings.
  private static func areMissed(since last: Day, every weeks: Int, on today: Day) -> Bool {
    today.number - last.number > intervals * 7 * weeks
  }

  /// Flags the pairs that have not met for two intervals, once each, and asks both. Nobody misses
  /// anything after the last day that both have signed.
  /// - Returns: how many were flagged now.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let zone = try Settings(reader: writer).timeZone
    let today = world.now().day(in: zone)
    let silent = try writer.rows(
      """
      SELECT mentoring_pair.id AS id, mentoring_pair.mentee_id AS mentee_id,
        mentoring_pair.mentor_id AS mentor_id, mentoring_cycle.title AS title,
        mentoring_pair.paired_at AS paired_at, mentoring_cycle.begins_on AS begins_on,
        coalesce(\(Agreement.signed("meet_every")), mentoring_cycle.meet_every) AS meet_every,
        (SELECT max(mentoring_check_in.met_on) FROM mentoring_check_in
          WHERE mentoring_check_in.pair_id = mentoring_pair.id) AS met_on
      FROM mentoring_pair JOIN mentoring_cycle ON mentoring_cycle.id = mentoring_pair.cycle_id
      WHERE mentoring_pair.state = 'active' AND mentoring_pair.flagged_on IS NULL
        AND mentoring_cycle.state = 'active' AND mentoring_cycle.begins_on <= \(today)
        AND mentoring_cycle.ends_on >= \(today)
        AND coalesce(\(Agreement.signed("ends_on")), mentoring_cycle.ends_on) >= \(today)
      ORDER BY mentoring_pair.id
      """
    ).filter { row in
      let paired = try row.instant("paired_at").day(in: zone)
      let last = try max(row.day("begins_on"), paired, row.dayOrNil("met_on") ?? paired)
      return areMissed(since: last, every: try row.integer("meet_every"), on: today)
    }
    for row in silent { try flag(row, on: today, in: world, writer) }
    return silent.count
  }

  /// Takes the flag from a pair that met on a day. It stays where two meetings are missed since
  /// then: the next morning would flag the pair again.
  static func unflag(
    _ pair: MentoringPair, of cycle: MentoringCycle, metOn day: Day, on today: Day,
    _ writer: any SQLWriter
  ) throws {
    let signed = try writer.first(
      """
      SELECT \(Agreement.signed("meet_every")) AS meet_every FROM mentoring_pair
      WHERE id = \(pair.id)
      """)
    let weeks = try signed?.integerOrNil("meet_every") ?? cycle.plan.meetEvery
    guard !areMissed(since: day, every: weeks, on: today) else { return }
    try writer.execute("UPDATE mentoring_pair SET flagged_on = NULL WHERE id = \(pair.id)")
  }

  private static func flag(
    _ row: SQLRow, on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let pair: ID<MentoringPair> = try row.id("id")
    try writer.execute("UPDATE mentoring_pair SET flagged_on = \(today) WHERE id = \(pair)")
    for side in ["mentee_id", "mentor_id"] {
      let person: PersonID = try row.id(side)
      try writer.execute(
        """
        INSERT INTO mentoring_pulse (id, pair_id, person_id, asked_on, tells_office)
        VALUES (\(world.newID(ID<Pulse>.self)), \(pair), \(person), \(today), \(false))
        ON CONFLICT (pair_id, person_id, asked_on) DO NOTHING
        """)
      try Notice.tell(
        person,
        Notice.News(
          .mentoring,
          "How is your pair in “\(try row.text("title"))”? You have not noted a meeting for a "
            + "while. Only you read your answer.", path: MentoringPair.path(of: pair)),
        in: world, writer: writer)
    }
  }
}
