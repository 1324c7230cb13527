package import Kernel
import Roster
package import SQLStore

/// Someone who sat in an organization once, under the name that it had then.
///
/// Why it ended is not told: whether someone graduated or withdrew is personnel data.
package struct PastSeating: Sendable, Equatable {
  package let person: PersonID
  package let name: String
  package let seatTitle: String
  /// The department, program or site of the seat; nil where it was for all together.
  package let unitName: String?
  package let startsOn: Day
  package let lastDay: Day
  /// What the organization was called on the last day.
  package let organizationName: String

  /// How many a page holds.
  package static let most = 40

  /// Those whom the viewer may see among the people who held a seat, the latest first: someone who
  /// has left the institution is seen here by those alone who see them in the directory.
  package static func of(
    _ organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> [PastSeating] {
    let names = try OrganizationNames.of(organization, reader: reader)
    return try reader.rows(
      """
      SELECT seating.person_id AS person_id, directory_entry.name AS name,
        seat_rule.title AS seat_title, seating.starts_on AS starts_on,
        seating.ended_on AS ended_on,
        coalesce(department.name, program.name, site.name) AS unit_name
      FROM seating
      JOIN directory_entry ON directory_entry.person_id = seating.person_id
      JOIN seat_rule ON seat_rule.id = seating.rule_id
      LEFT JOIN department ON department.id = seating.unit
      LEFT JOIN program ON program.id = seating.unit
      LEFT JOIN site ON site.id = seating.unit
      WHERE seating.organization_id = \(organization.id) AND seating.place = 'holder'
        AND seating.ended_on IS NOT NULL AND \(Directory.visible(to: viewer))
      ORDER BY seating.ended_on DESC, seating.id DESC LIMIT \(most)
      """
    ).map { row in
      let lastDay = try row.day("ended_on")
      return PastSeating(
        person: try row.id("person_id"), name: try row.text("name"),
        seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"),
        startsOn: try row.day("starts_on"), lastDay: lastDay,
        organizationName: names.name(on: lastDay))
    }
  }
}
