package import Kernel
import Roster
package import SQLStore

/// What an organization can show of an academic year: its meetings with quorum and seats, and on
/// which days trainees met among themselves.
package struct Evidence: Sendable, Equatable {
  package let organization: Organization
  package let year: AcademicYear
  /// The open meetings that were held, the first first.
  package let meetings: [Held]
  /// The days of sessions for trainees alone: nothing else of them is told.
  package let forums: [Day]
  /// Those who were elected by their peers and sat in the year, with what shows it.
  package let elected: [Elected]

  /// A meeting that was held.
  package struct Held: Sendable, Equatable {
    package let meeting: Meeting
    /// Seats whose holder was there or represented.
    package let seatsPresent: Int
    package let seats: Int
    package let decisions: Int
    /// Whether its minutes were approved.
    package let hasApprovedMinutes: Bool
  }

  /// Someone in a peer-selected seat.
  package struct Elected: Sendable, Equatable {
    package let name: String
    package let seatTitle: String
    package let startsOn: Day
    package let lastDay: Day
    /// The election, in words.
    package let evidence: String
  }

  /// The evidence of a year, for those who read the organization's open meetings.
  ///
  /// The days of forums come from the audit trail, so that no statement here reads what is for
  /// trainees alone.
  /// - Throws: ``Absent`` for anybody else.
  package static func of(
    _ id: OrganizationID, year: AcademicYear, settings: Settings, viewer: Viewer,
    reader: any SQLReader
  ) throws -> Evidence {
    let access = try MeetingAccess.find(id, viewer: viewer, reader: reader)
    let first = year.firstDay.instant(hour: 0, in: settings.timeZone)
    let last = year.next.firstDay.instant(hour: 0, in: settings.timeZone)
    return Evidence(
      organization: access.organization, year: year,
      meetings: try held(id, (first, last), viewer, reader),
      forums: try reader.rows(
        """
        SELECT at FROM audit_entry WHERE act = 'forum.held' AND subject_kind = 'organization'
          AND subject = \(id.text) AND at >= \(first) AND at < \(last) ORDER BY number
        """
      ).map { try $0.instant("at").day(in: settings.timeZone) },
      elected: try elected(id, year, viewer, reader))
  }

  private static func held(
    _ id: OrganizationID, _ span: (first: Instant, last: Instant), _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> [Held] {
    try reader.all(
      Held.self,
      """
      SELECT \(Meeting.columns),
        (SELECT count(*) FROM meeting_roll WHERE meeting_roll.meeting_id = meeting.id) AS seats,
        (SELECT count(*) FROM meeting_roll WHERE meeting_roll.meeting_id = meeting.id
          AND meeting_roll.state <> 'absent') AS seats_present,
        (SELECT count(*) FROM meeting_decision WHERE meeting_decision.meeting_id = meeting.id
          AND meeting_decision.trainees_only = \(false)
          AND meeting_decision.void = \(false)) AS decisions,
        EXISTS (SELECT meeting_minutes.id FROM meeting_minutes
          WHERE meeting_minutes.meeting_id = meeting.id
            AND meeting_minutes.trainees_only = \(false)
            AND meeting_minutes.approved_at IS NOT NULL) AS has_minutes
      FROM meeting JOIN organization ON organization.id = meeting.organization_id
      WHERE meeting.organization_id = \(id) AND meeting.state = 'over'
        AND meeting.trainees_only = \(false) AND \(Meeting.visible(to: viewer))
        AND meeting.begins_at >= \(span.first) AND meeting.begins_at < \(span.last)
      ORDER BY meeting.begins_at, meeting.id LIMIT 200
      """)
  }

  private static func elected(
    _ id: OrganizationID, _ year: AcademicYear, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Elected] {
    try reader.all(
      Elected.self,
      """
      SELECT directory_entry.name AS name, seat_rule.title AS seat_title,
        seating.starts_on AS starts_on,
        coalesce(seating.ended_on, seating.ends_on) AS last_day, seating.evidence AS evidence
      FROM seating JOIN seat_rule ON seat_rule.id = seating.rule_id
      JOIN directory_entry ON directory_entry.person_id = seating.person_id
      WHERE seating.organization_id = \(id) AND seat_rule.kind = 'peer_selected'
        AND seating.place = 'holder' AND seating.starts_on <= \(year.lastDay)
        AND coalesce(seating.ended_on, seating.ends_on) >= \(year.firstDay)
        AND \(Directory.visible(to: viewer))
      ORDER BY seating.starts_on, seating.id LIMIT 500
      """)
  }
}

extension Evidence.Held: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      meeting: try Meeting(row: row), seatsPresent: try row.integer("seats_present"),
      seats: try row.integer("seats"), decisions: try row.integer("decisions"),
      hasApprovedMinutes: try row.boolean("has_minutes"))
  }
}

extension Evidence.Elected: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      name: try row.text("name"), seatTitle: try row.text("seat_title"),
      startsOn: try row.day("starts_on"), lastDay: try row.day("last_day"),
      evidence: try row.text("evidence"))
  }
}
