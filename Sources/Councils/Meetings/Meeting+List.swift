package import Kernel
import Roster
package import SQLStore

/// A meeting in a list across organizations.
package struct MeetingLine: Sendable, Equatable {
  package let meeting: Meeting
  package let organizationName: String
  /// Whether people belong to the organization by a seat, which is no secret.
  package let isOfSeats: Bool
}

extension MeetingLine: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      meeting: try Meeting(row: row), organizationName: try row.text("organization_name"),
      isOfSeats: try row.text("joining") == Organization.Joining.seats.rawValue)
  }
}

extension Meeting {
  /// How many a list holds.
  package static let pageSize = 30

  /// The meetings of an organization that are to come, the next one first.
  package static func toCome(
    in organization: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> [Meeting] {
    try reader.all(
      Meeting.self,
      """
      \(selection(viewer)) AND meeting.organization_id = \(organization)
        AND meeting.state <> 'over' AND meeting.ends_at > \(viewer.now.adding(seconds: -lateness))
      ORDER BY meeting.begins_at, meeting.id LIMIT \(pageSize)
      """)
  }

  /// Those that are past, the latest first, page by page.
  package static func past(
    in organization: OrganizationID, at place: ListPlace = .start, viewer: Viewer,
    reader: any SQLReader
  ) throws -> Listed<Meeting> {
    let order = NameOrder(sortKey: "meeting.begins_at", id: "meeting.id", isReversed: true)
    let condition = order.condition(place)
    let beyond: SQLQuery = condition.map { "AND \($0)" } ?? ""
    let found = try reader.all(
      Meeting.self,
      """
      \(selection(viewer)) AND meeting.organization_id = \(organization)
        AND (meeting.state = 'over'
          OR meeting.ends_at <= \(viewer.now.adding(seconds: -lateness))) \(beyond)
      ORDER BY \(order.order(place)) LIMIT \(pageSize + 1)
      """)
    return Listed(fetched: found, at: condition == nil ? .start : place, size: pageSize) {
      NameKey(id: $0.id.text, sortKey: $0.beginsAt.text).text
    }
  }

  /// Seconds for which a meeting that nobody ended is still shown as one of today.
  static let lateness = 14_400

  /// The meetings that have some words in their titles, the latest first.
  package static func found(
    _ text: String, viewer: Viewer, reader: any SQLReader
  ) throws -> [MeetingLine] {
    let words = SearchWords.conditions(text, in: "meeting.title_key")
    guard !words.isEmpty else { return [] }
    return try reader.all(
      MeetingLine.self,
      """
      SELECT \(columns), organization.name AS organization_name, organization.joining AS joining
      FROM meeting JOIN organization ON organization.id = meeting.organization_id
      WHERE \(visible(to: viewer)) AND \(SQLQuery.joined(words, separator: " AND "))
      ORDER BY meeting.begins_at DESC, meeting.id LIMIT 20
      """)
  }

  /// The viewer's own meetings within a span: of organizations to which they belong, or in which
  /// they sit by a role.
  package static func own(
    from first: Instant, to last: Instant, viewer: Viewer, reader: any SQLReader
  ) throws -> [MeetingLine] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      MeetingLine.self,
      """
      SELECT \(columns), organization.name AS organization_name, organization.joining AS joining
      FROM meeting JOIN organization ON organization.id = meeting.organization_id
      WHERE meeting.begins_at >= \(first) AND meeting.begins_at < \(last)
        AND \(visible(to: viewer))
        AND (\(Organization.belonging(person, on: viewer.today)) OR \(sitsByRole(viewer)))
      ORDER BY meeting.begins_at, meeting.id LIMIT 500
      """)
  }
}
