package import Kernel
package import SQLStore

/// A seat of the person who asks, with the names of what it is in.
package struct OwnSeating: SQLDecodable, Sendable {
  package let seating: Seating
  package let organizationName: String
  package let seatTitle: String

  package init(row: SQLRow) throws {
    seating = try Seating(row: row)
    organizationName = try row.text("organization_name")
    seatTitle = try row.text("seat_title")
  }
}

extension Seating {
  /// The viewer's own seats, those that are over as well, the latest first.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [OwnSeating] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      OwnSeating.self,
      """
      SELECT \(columns), organization.name AS organization_name, seat_rule.title AS seat_title
      FROM seating JOIN organization ON organization.id = seating.organization_id
      JOIN seat_rule ON seat_rule.id = seating.rule_id
      WHERE seating.person_id = \(person) ORDER BY seating.id DESC
      """)
  }
}
