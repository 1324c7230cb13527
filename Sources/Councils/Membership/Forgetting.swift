package import Kernel
import Roster
package import SQLStore

/// Forgets who left an organization; numbers of academic years are all that stays.
package enum Forgetting {
  /// What one run did.
  package struct Outcome: Sendable, Equatable {
    /// Memberships that ended because the people are not here any more.
    package let ended: Int
    /// Memberships that were forgotten.
    package let forgotten: Int
    /// Organizations whose number of members was renewed.
    package let released: Int
  }

  /// The day's work, repeatable: ends, forgets, and renews the numbers that are shown.
  package static func run(
    on today: Day, at now: Instant, writer: any SQLWriter
  ) throws -> Outcome {
    let ended = try Membership.endOfFormerPeople(on: today, at: now, writer: writer)
    let forgotten = try forget(on: today, writer)
    return Outcome(
      ended: ended, forgotten: forgotten,
      released: try PublishedCount.release(on: today, writer: writer))
  }

  private static func forget(_ row: Due, _ settings: Settings, _ writer: any SQLWriter) throws {
    func year(_ moment: Instant) -> Int {
      AcademicYear(containing: moment.day(in: settings.timeZone), start: settings.yearStart)
        .startYear
    }
    try add(row, year(row.joinedAt), joined: 1, writer)
    try add(row, year(row.leftAt), departed: 1, writer)
    if row.wasCountedUnseen {
      try writer.execute(
        """
        UPDATE published_count SET gone = gone + 1 WHERE organization_id = \(row.organization)
        """)
    }
    try forgetTraces(of: row, writer)
    try writer.execute("DELETE FROM membership WHERE id = \(row.id)")
  }

  private static func forget(on today: Day, _ writer: any SQLWriter) throws -> Int {
    let settings = try Settings(reader: writer)
    let due = try writer.all(
      Due.self,
      """
      SELECT id, organization_id, person_id, capacity, joined_at, left_at,
        (counted = \(true) AND visible_to = 'nobody') AS was_counted
      FROM membership WHERE forget_on IS NOT NULL AND forget_on <= \(today) ORDER BY id
      """)
    for row in due { try forget(row, settings, writer) }
    return due.count
  }

  /// What someone wrote and gave stays, without their name, unless they came back.
  private static func forgetTraces(of row: Due, _ writer: any SQLWriter) throws {
    let others = try writer.number(
      """
      SELECT count(*) FROM membership WHERE organization_id = \(row.organization)
        AND person_id = \(row.person) AND id <> \(row.id)
      """)
    guard others == 0 else { return }
    try writer.execute(
      """
      UPDATE forum_post SET author_id = NULL
      WHERE organization_id = \(row.organization) AND author_id = \(row.person)
      """)
    try writer.execute(
      """
      UPDATE activity_hours SET person_id = NULL
      WHERE person_id = \(row.person)
        AND activity_id IN (SELECT id FROM activity WHERE organization_id = \(row.organization))
      """)
    try forgetMeetings(of: row, writer)
  }

  /// In which seat someone sat is public and stays; that they came without one does not.
  private static func forgetMeetings(of row: Due, _ writer: any SQLWriter) throws {
    let meetings: SQLQuery =
      "(SELECT id FROM meeting WHERE organization_id = \(row.organization))"
    for statement: SQLQuery in [
      "UPDATE agenda_item SET added_by = NULL WHERE added_by = \(row.person)",
      "DELETE FROM meeting_attendance WHERE person_id = \(row.person)",
      "DELETE FROM meeting_code_try WHERE person_id = \(row.person)",
    ] {
      try writer.execute(statement + " AND meeting_id IN \(meetings)")
    }
  }

  private static func add(
    _ row: Due, _ year: Int, joined: Int = 0, departed: Int = 0, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO membership_year (organization_id, year, capacity, joined, departed)
      VALUES (\(row.organization), \(year), \(row.capacity), \(joined), \(departed))
      ON CONFLICT (organization_id, year, capacity) DO UPDATE
        SET joined = membership_year.joined + excluded.joined,
          departed = membership_year.departed + excluded.departed
      """)
  }

  private struct Due: SQLDecodable {
    let id: ID<Membership>
    let organization: OrganizationID
    let person: PersonID
    let capacity: String
    let joinedAt: Instant
    let leftAt: Instant
    let wasCountedUnseen: Bool

    init(row: SQLRow) throws {
      id = try row.id("id")
      organization = try row.id("organization_id")
      person = try row.id("person_id")
      capacity = try row.text("capacity")
      joinedAt = try row.instant("joined_at")
      leftAt = try row.instant("left_at")
      wasCountedUnseen = try row.boolean("was_counted")
    }
  }
}
