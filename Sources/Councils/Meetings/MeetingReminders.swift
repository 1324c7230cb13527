package import Kernel
import Roster
package import SQLStore

/// Reminds people of meetings the day before, and officers of minutes that nobody can read yet.
///
/// What is said names no meeting and no organization, because it stands in mails. Of what is for
/// trainees alone nothing is mailed at all: it is told in the application, to those who read it.
package enum MeetingReminders {
  /// The page of the reader's own meetings.
  static let ownPath = "/meetings"
  /// Days after a meeting from which its minutes are asked for, each time anew.
  package static let days = 3
  /// How often they are asked for.
  package static let most = 3

  private static let tomorrow = "There is a meeting tomorrow in an organization you belong to."
  private static let minutes =
    "The minutes of a meeting that you run are not published yet. Members wait for them."

  /// The day's work, repeatable.
  package static func send(
    on today: Day, at now: Instant, in world: World, writer: any SQLWriter
  ) throws {
    let settings = try Settings(reader: writer)
    let next = today.adding(days: 1)
    let first = next.instant(hour: 0, in: settings.timeZone)
    let last = next.adding(days: 1).instant(hour: 0, in: settings.timeZone)
    let meetings = try writer.all(
      Meeting.self,
      """
      SELECT \(Meeting.columns) FROM meeting WHERE meeting.state = 'planned'
        AND meeting.reminded_at IS NULL AND meeting.begins_at >= \(first)
        AND meeting.begins_at < \(last)
      ORDER BY meeting.trainees_only, meeting.begins_at, meeting.id
      """)
    // Open ones first: that someone was told of a closed one must not keep a mail back.
    for meeting in meetings {
      let people = try invited(to: meeting, on: today, writer)
      try tell(people, tomorrow, isMailed: !meeting.isTraineesOnly, world, writer)
      try writer.execute("UPDATE meeting SET reminded_at = \(now) WHERE id = \(meeting.id)")
    }
    try askForMinutes(on: today, now, world, writer)
  }

  /// Open meetings alone: trainees may keep minutes of their own sessions, and need not.
  private static func askForMinutes(
    on today: Day, _ now: Instant, _ world: World, _ writer: any SQLWriter
  ) throws {
    let late = try writer.rows(
      """
      SELECT meeting.id AS id, meeting.organization_id AS organization_id,
        meeting.ends_at AS ends_at, meeting.minutes_reminders AS reminders
      FROM meeting WHERE meeting.state = 'over' AND meeting.trainees_only = \(false)
        AND meeting.minutes_reminders < \(most) AND meeting.ends_at < \(now)
        AND NOT EXISTS (SELECT meeting_minutes.id FROM meeting_minutes
          WHERE meeting_minutes.meeting_id = meeting.id
            AND meeting_minutes.trainees_only = \(false)
            AND meeting_minutes.published_at IS NOT NULL)
      ORDER BY meeting.id
      """)
    for row in late {
      let waited = now.seconds(since: try row.instant("ends_at")) / 86_400
      guard waited >= days * (try row.integer("reminders") + 1) else { continue }
      let officers: [PersonID] = try writer.rows(
        """
        SELECT DISTINCT person_id FROM officer
        WHERE organization_id = \(try row.text("organization_id"))
          AND \(Officership.holds(on: today)) ORDER BY person_id
        """
      ).map { try $0.id("person_id") }
      try tell(officers, minutes, isMailed: true, world, writer)
      try writer.execute(
        """
        UPDATE meeting SET minutes_reminders = minutes_reminders + 1
        WHERE id = \(try row.text("id"))
        """)
    }
  }

  /// Those who belong to the organization or sit there by a role, guests left out; of a meeting for
  /// trainees alone those among them who find it.
  private static func invited(
    to meeting: Meeting, on today: Day, _ reader: any SQLReader
  ) throws -> [PersonID] {
    let id = meeting.organization
    var people: [PersonID] = try reader.rows(
      """
      SELECT person_id FROM membership WHERE organization_id = \(id) AND left_at IS NULL
      UNION SELECT person_id FROM officer
        WHERE organization_id = \(id) AND \(Officership.holds(on: today))
      UNION SELECT person_id FROM seating
        WHERE organization_id = \(id) AND \(Seating.holds(on: today))
      ORDER BY person_id
      """
    ).map { try $0.id("person_id") }
    if meeting.isTraineesOnly {
      let admitted = try TraineesOnly.among(people, on: today, reader: reader)
      return people.filter(admitted.contains)
    }
    let organization = try Organization.named(id, reader)
    for rule in try SeatRule.all(of: organization, on: today, reader: reader) {
      guard let role = rule.role else { continue }
      people += try RoleGrant.holders(of: role, on: today, reader: reader).map(\.person)
    }
    return Set(people).sorted()
  }

  /// Each of them once, until they have read it or it was mailed.
  private static func tell(
    _ people: [PersonID], _ sentence: String, isMailed: Bool, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    for person in people {
      let told = try writer.number(
        """
        SELECT count(*) FROM notice WHERE person = \(person) AND sentence = \(sentence)
          AND read_at IS NULL AND at > \(world.now().adding(seconds: -43_200))
        """)
      guard told == 0 else { continue }
      try Notice.tell(
        person, Notice.News(.council, sentence, path: ownPath), in: world, writer: writer)
      guard !isMailed else { continue }
      try writer.execute(
        """
        UPDATE notice SET mailed_at = at WHERE person = \(person) AND sentence = \(sentence)
          AND at = \(world.now()) AND mailed_at IS NULL
        """)
    }
  }
}
