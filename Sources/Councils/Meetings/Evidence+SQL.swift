import Kernel
import Roster
package import SQLStore

extension Evidence.Held: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      meeting: try Meeting(row: row), seatsPresent: try row.integer("seats_present"),
      seats: try row.integer("seats"), peersPresent: try row.integer("peers_present"),
      peerSeats: try row.integer("peer_seats"), others: try row.integer("others_present"),
      decisions: try row.integer("decisions"), hasApprovedMinutes: try row.boolean("has_minutes"))
  }

  /// The open meetings of an organization that were held within a span.
  static func all(
    of id: OrganizationID, _ span: (first: Instant, last: Instant), _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> [Evidence.Held] {
    try reader.all(
      Evidence.Held.self,
      """
      SELECT \(Meeting.columns), \(seats("1 = 1")) AS seats,
        \(seats("meeting_roll.state <> 'absent'")) AS seats_present,
        \(seats("meeting_roll.peer_selected = \(true)")) AS peer_seats,
        \(seats("meeting_roll.peer_selected = \(true) AND meeting_roll.state <> 'absent'"))
          AS peers_present,
        coalesce(meeting.others_present, 0) AS others_present,
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

  /// How many lines of a meeting's roll there are of a sort.
  private static func seats(_ condition: SQLQuery) -> SQLQuery {
    """
    (SELECT count(*) FROM meeting_roll WHERE meeting_roll.meeting_id = meeting.id
      AND \(condition))
    """
  }
}

extension Evidence.Seated: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      seating: try row.id("id"), name: try row.text("name"),
      organizationName: try row.text("organization_name"),
      seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"),
      votes: try row.boolean("votes"), startsOn: try row.day("starts_on"),
      lastDay: try row.day("last_day"), evidence: try row.text("evidence"))
  }

  /// Those of the viewer's directory who sat in a year, by an election of peers or without one.
  static func all(
    of organization: Organization, _ year: AcademicYear, byPeers: Bool, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> [Evidence.Seated] {
    let kind: SQLQuery =
      byPeers ? "seat_rule.kind = 'peer_selected'" : "seat_rule.kind <> 'peer_selected'"
    // An association's page says nothing of the institution's committees.
    let elsewhere: SQLQuery =
      byPeers && organization.joining == .seats
      ? "OR (organization.kind = 'committee' AND \(Organization.visible(to: viewer)))" : ""
    return try reader.all(
      Evidence.Seated.self,
      """
      SELECT seating.id AS id, directory_entry.name AS name,
        organization.name AS organization_name, seat_rule.title AS seat_title,
        seat_rule.votes AS votes, coalesce(department.name, program.name, site.name) AS unit_name,
        seating.starts_on AS starts_on,
        coalesce(seating.ended_on, seating.ends_on) AS last_day, seating.evidence AS evidence
      FROM seating JOIN seat_rule ON seat_rule.id = seating.rule_id
      JOIN organization ON organization.id = seating.organization_id
      JOIN directory_entry ON directory_entry.person_id = seating.person_id
      LEFT JOIN department ON department.id = seating.unit
      LEFT JOIN program ON program.id = seating.unit
      LEFT JOIN site ON site.id = seating.unit
      WHERE (seating.organization_id = \(organization.id) \(elsewhere)) AND \(kind)
        AND seating.place = 'holder' AND seating.starts_on <= \(year.lastDay)
        AND coalesce(seating.ended_on, seating.ends_on) >= \(year.firstDay)
        AND \(Directory.visible(to: viewer))
      ORDER BY CASE WHEN seating.organization_id = \(organization.id) THEN 0 ELSE 1 END,
        organization.name_key, seat_rule.position, seating.starts_on, seating.id LIMIT 500
      """)
  }
}
