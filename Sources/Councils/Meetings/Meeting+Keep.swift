import FoundationEssentials
package import Kernel
import Roster
package import SQLStore

extension Meeting {
  /// Plans a meeting, or all meetings of a series: each at the same time of its own day's clock.
  /// - Returns: the first one.
  @discardableResult
  package static func plan(
    _ draft: MeetingDraft, in id: OrganizationID, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<Meeting> {
    let access = try MeetingAccess.find(id, viewer: viewer, reader: writer)
    guard access.runs else { throw MeetingRefusal.onlyThoseWhoRun }
    try access.organization.refuseClosed(on: viewer.today)
    if draft.isTraineesOnly, !access.isAdmitted { throw MeetingRefusal.onlyTrainees }
    let series = try beginSeries(draft, id, world, writer)
    let days =
      draft.recurrence.map { $0.days(from: draft.day, to: draft.until ?? draft.day) }
      ?? [draft.day]
    let meetings = try days.map { day in
      var one = draft
      one.day = day
      return try insert(one, series, id, (viewer, world, writer))
    }
    guard let first = meetings.first else { throw MeetingRefusal.lastDayIsBefore }
    // Of what is for trainees alone the trail learns when it was held, and nothing before.
    if !draft.isTraineesOnly {
      try access.organization.note(
        "meeting.planned", "\(days.count)", by: viewer, to: writer)
    }
    return first
  }

  /// Changes what is planned of one meeting. Whether it is for trainees alone stays as it is.
  package static func edit(
    _ id: ID<Meeting>, _ draft: MeetingDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let seen = try run(id, viewer, writer)
    guard seen.meeting.state == .planned else { throw MeetingRefusal.notPlanned }
    let begins = draft.day.instant(
      hour: draft.clock.hour, minute: draft.clock.minute, in: seen.meeting.zone)
    try writer.execute(
      """
      UPDATE meeting SET title = \(draft.title), title_key = \(FoldedText.key(draft.title)),
        begins_at = \(begins),
        ends_at = \(begins.adding(seconds: draft.minutes * 60)), place = \(draft.place),
        link = \(draft.link), revision = revision + 1, changed_at = \(viewer.now),
        reminded_at = CASE WHEN begins_at = \(begins) THEN reminded_at END
      WHERE id = \(id)
      """)
  }

  /// Cancels a meeting that has not begun; with those after it in its series, if wanted.
  package static func cancel(
    _ id: ID<Meeting>, withThoseAfter: Bool = false, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let seen = try run(id, viewer, writer)
    guard seen.meeting.state == .planned else { throw MeetingRefusal.notPlanned }
    let after: SQLQuery =
      withThoseAfter
      ? "OR (series_id = \(seen.meeting.series) AND begins_at > \(seen.meeting.beginsAt))" : ""
    try writer.execute(
      """
      UPDATE meeting SET state = 'canceled', revision = revision + 1, changed_at = \(viewer.now)
      WHERE state = 'planned' AND (id = \(id) \(after))
      """)
    if !seen.meeting.isTraineesOnly {
      try seen.organization.note("meeting.canceled", by: viewer, to: writer)
    }
  }

  /// Begins a meeting on its day.
  package static func begin(
    _ id: ID<Meeting>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let seen = try run(id, viewer, writer)
    guard seen.meeting.state == .planned,
      viewer.now >= seen.meeting.beginsAt.adding(seconds: -earliest)
    else { throw MeetingRefusal.notPlanned }
    try writer.execute("UPDATE meeting SET state = 'in_session' WHERE id = \(id)")
  }

  /// Ends a meeting: who was there in which seat is written down, and stays.
  package static func end(
    _ id: ID<Meeting>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let seen = try run(id, viewer, writer)
    guard seen.meeting.state == .inSession else { throw MeetingRefusal.notInSession }
    let roll = try Roll.now(seen, viewer: viewer, reader: writer)
    for (number, line) in roll.lines.enumerated() {
      try line.keep(as: number + 1, of: id, writer)
    }
    try writer.execute(
      """
      UPDATE meeting SET state = 'over', quorum_present = \(roll.quorum.present),
        quorum_seats = \(roll.quorum.seats), quorum_needed = \(roll.quorum.needed),
        others_present = \(roll.others)
      WHERE id = \(id)
      """)
    try seen.organization.note(
      seen.meeting.isTraineesOnly ? "forum.held" : "meeting.held", by: viewer, to: writer)
  }

  /// Seconds before its time from which a meeting can begin, and people check in.
  package static let earliest = 1800

  /// A meeting that the viewer runs.
  static func run(
    _ id: ID<Meeting>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> SeenMeeting {
    let seen = try SeenMeeting.find(id, viewer: viewer, reader: reader)
    guard seen.runs else { throw MeetingRefusal.onlyThoseWhoRun }
    return seen
  }
}

extension Meeting {
  private static func beginSeries(
    _ draft: MeetingDraft, _ id: OrganizationID, _ world: World, _ writer: any SQLWriter
  ) throws -> ID<MeetingSeries>? {
    guard let recurrence = draft.recurrence, let until = draft.until else { return nil }
    let series: ID<MeetingSeries> = world.newID()
    try writer.execute(
      """
      INSERT INTO meeting_series (id, organization_id, rhythm, until_day)
      VALUES (\(series), \(id), \(recurrence.rawValue), \(until))
      """)
    return series
  }

  private static func insert(
    _ draft: MeetingDraft, _ series: ID<MeetingSeries>?, _ organization: OrganizationID,
    _ at: (viewer: Viewer, world: World, writer: any SQLWriter)
  ) throws -> ID<Meeting> {
    let zone = try Settings(reader: at.writer).timeZone
    let begins = draft.day.instant(
      hour: draft.clock.hour, minute: draft.clock.minute, in: zone)
    let id: ID<Meeting> = at.world.newID()
    try at.writer.execute(
      """
      INSERT INTO meeting (id, organization_id, series_id, title, title_key, begins_at, ends_at,
        zone, place, link, trainees_only, state, code_secret, revision, changed_at,
        minutes_reminders, kept_by, kept_at)
      VALUES (\(id), \(organization), \(series), \(draft.title),
        \(FoldedText.key(draft.title)), \(begins),
        \(begins.adding(seconds: draft.minutes * 60)), \(zone.identifier), \(draft.place),
        \(draft.link), \(draft.isTraineesOnly), 'planned', \(CheckInCode.secret(at.world)), 0,
        \(at.viewer.now), 0, \(at.viewer.person), \(at.viewer.now))
      """)
    return id
  }
}
