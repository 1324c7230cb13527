package import Kernel
import Roster
package import SQLStore

/// What is looked for in the list of organizations.
package struct OrganizationQuery: Sendable, Equatable {
  /// Words that the name must have, each as the beginning of a word.
  package var text: String
  package var kind: Organization.Kind?
  /// Whether closed organizations are listed as well.
  package var withClosed: Bool
  package var place: ListPlace

  package init(
    text: String = "", kind: Organization.Kind? = nil, withClosed: Bool = false,
    place: ListPlace = .start
  ) {
    self.text = text
    self.kind = kind
    self.withClosed = withClosed
    self.place = place
  }

  /// How many rows a page holds.
  package static let pageSize = 50
}

/// An organization in a list.
package struct OrganizationLine: Sendable, Equatable {
  package let organization: Organization
  /// Whether the viewer belongs to it, in whatever way.
  package let isOwn: Bool
  let nameKey: String
}

extension OrganizationLine: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      organization: try Organization(row: row), isOwn: try row.boolean("is_own"),
      nameKey: try row.text("name_key"))
  }
}

extension Organization {
  /// One page of the organizations that the viewer may see, by name: one query.
  package static func list(
    _ query: OrganizationQuery = OrganizationQuery(), viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<OrganizationLine> {
    guard let person = viewer.person else {
      return Listed(fetched: [], at: .start, size: OrganizationQuery.pageSize) { _ in "" }
    }
    let order = NameOrder(sortKey: "organization.name_key", id: "organization.id")
    let place = order.condition(query.place)
    let conditions = query.conditions(for: viewer) + (place.map { [$0] } ?? [])
    let lines = try reader.all(
      OrganizationLine.self,
      """
      SELECT \(columns), organization.name_key AS name_key,
        (\(belonging(person, on: viewer.today))) AS is_own
      FROM organization WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY \(order.order(query.place)) LIMIT \(OrganizationQuery.pageSize + 1)
      """)
    return Listed(
      fetched: lines, at: place == nil ? .start : query.place, size: OrganizationQuery.pageSize
    ) { NameKey(id: $0.organization.id.text, sortKey: $0.nameKey).text }
  }
}

extension OrganizationQuery {
  fileprivate func conditions(for viewer: Viewer) -> [SQLQuery] {
    var conditions: [SQLQuery] = [Organization.visible(to: viewer)]
    if !withClosed {
      conditions.append(
        "(organization.closed_on IS NULL OR organization.closed_on >= \(viewer.today))")
    }
    if let kind { conditions.append("organization.kind = \(kind.rawValue)") }
    return conditions + SearchWords.conditions(text, in: "organization.name_key")
  }
}
