package import Kernel
import Roster
package import SQLStore

/// Service or help with recruitment that an organization gives, with its partners.
package struct Activity: Sendable, Equatable {
  package let id: ID<Activity>
  package let organization: OrganizationID
  package let kind: Kind
  package let title: String
  package let details: String
  package let partners: String
  package let day: Day
  package let planned: Quarters
  package let canceledAt: Instant?

  /// What sort of activity it is.
  package enum Kind: String, Sendable, CaseIterable {
    case service
    /// Where applicants are met: of each participant it is kept whether they are part of the
    /// recruitment team, because the match's rules bind those who are.
    case recruitment
  }

  /// How many a list holds.
  package static let pageSize = 50
}

extension Activity: SQLDecodable {
  static let columns: SQLQuery =
    """
    activity.id AS id, activity.organization_id AS organization_id, activity.kind AS kind,
    activity.title AS title, activity.details AS details, activity.partners AS partners,
    activity.held_on AS held_on, activity.planned_quarters AS planned_quarters,
    activity.canceled_at AS canceled_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      kind: try row.word("kind"), title: try row.text("title"), details: try row.text("details"),
      partners: try row.text("partners"), day: try row.day("held_on"),
      planned: Quarters(count: try row.integer("planned_quarters")),
      canceledAt: try row.instantOrNil("canceled_at"))
  }

  /// One page of an organization's activities, the latest first.
  /// - Throws: ``Absent`` for whoever does not belong to the organization and is no guest.
  package static func list(
    of id: OrganizationID, at place: ListPlace = .start, viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<Activity> {
    _ = try Belonging.inside(id, viewer: viewer, reader: reader)
    let order = NameOrder(sortKey: "activity.held_on", id: "activity.id", isReversed: true)
    let condition = order.condition(place)
    let beyond: SQLQuery = condition.map { "AND \($0)" } ?? ""
    let found = try reader.all(
      Activity.self,
      """
      SELECT \(columns) FROM activity WHERE activity.organization_id = \(id)
        \(beyond)
      ORDER BY \(order.order(place)) LIMIT \(pageSize + 1)
      """)
    return Listed(fetched: found, at: condition == nil ? .start : place, size: pageSize) {
      NameKey(id: $0.id.text, sortKey: $0.day.text).text
    }
  }

  /// An activity, its organization, and how the viewer belongs to it.
  /// - Throws: ``Absent`` for whoever does not belong to the organization and is no guest.
  package static func find(
    _ id: ID<Activity>, viewer: Viewer, reader: any SQLReader
  ) throws -> (activity: Activity, organization: Organization, belonging: Belonging) {
    let activity = try reader.first(
      Activity.self, "SELECT \(columns) FROM activity WHERE activity.id = \(id)")
    guard let activity else { throw Absent() }
    let (organization, belonging) = try Belonging.inside(
      activity.organization, viewer: viewer, reader: reader)
    return (activity, organization, belonging)
  }
}
