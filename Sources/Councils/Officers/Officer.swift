package import Kernel
import Roster
package import SQLStore

/// Someone who runs an organization under a title, or was asked to.
///
/// Whoever accepts is named in public as an officer, and in no list as a member: an officer can be
/// a member whom nobody sees, or none at all.
package struct Officer: Sendable, Equatable {
  package let id: ID<Officer>
  package let organization: OrganizationID
  package let person: PersonID
  package let name: String
  package let title: String
  package let startsOn: Day
  package let endsOn: Day?
  package let acceptedAt: Instant?
  package let endedAt: Instant?
}

extension Officer: SQLDecodable {
  static let selection: SQLQuery =
    """
    SELECT officer.id AS id, officer.organization_id AS organization_id,
      officer.person_id AS person_id, coalesce(directory_entry.name, 'Someone') AS name,
      officer.title AS title, officer.starts_on AS starts_on, officer.ends_on AS ends_on,
      officer.accepted_at AS accepted_at, officer.ended_at AS ended_at
    FROM officer LEFT JOIN directory_entry ON directory_entry.person_id = officer.person_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      person: try row.id("person_id"), name: try row.text("name"), title: try row.text("title"),
      startsOn: try row.day("starts_on"), endsOn: try row.dayOrNil("ends_on"),
      acceptedAt: try row.instantOrNil("accepted_at"), endedAt: try row.instantOrNil("ended_at"))
  }

  /// The officers of today, as everybody reads them who finds the organization.
  package static func current(
    of organization: Organization, on today: Day, reader: any SQLReader
  ) throws -> [Officer] {
    try reader.all(
      Officer.self,
      """
      \(selection) WHERE officer.organization_id = \(organization.id)
        AND \(Officership.holds(on: today)) ORDER BY officer.starts_on, officer.id
      """)
  }

  /// Who was an officer before or will be, the latest first. What was never accepted is not in it.
  package static func others(
    of organization: Organization, on today: Day, reader: any SQLReader
  ) throws -> [Officer] {
    try reader.all(
      Officer.self,
      """
      \(selection) WHERE officer.organization_id = \(organization.id)
        AND officer.accepted_at IS NOT NULL AND NOT (\(Officership.holds(on: today)))
      ORDER BY officer.starts_on DESC, officer.id DESC LIMIT 200
      """)
  }

  /// Who was asked and has not answered: officers see all, the office whom its reader asked, for
  /// whom officers ask is a member mostly.
  package static func asked(
    in organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> [Officer] {
    guard try Officership.runs(organization.id, viewer, reader: reader) else { return [] }
    let isOfficer = try Officership.isHeld(by: viewer, in: organization.id, reader: reader)
    let seen: SQLQuery = isOfficer ? "1 = 1" : "officer.named_by = \(viewer.person)"
    return try reader.all(
      Officer.self,
      """
      \(selection) WHERE officer.organization_id = \(organization.id)
        AND officer.accepted_at IS NULL AND officer.ended_at IS NULL AND \(seen)
      ORDER BY officer.id
      """)
  }
}

/// An office of the viewer's own, or one that they are asked to take.
package struct OwnOffice: Sendable, Equatable {
  package let officer: Officer
  package let organizationName: String

  /// Whether the viewer has still to answer.
  package var isOffer: Bool { officer.acceptedAt == nil && officer.endedAt == nil }

  /// The viewer's own, the latest first.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [OwnOffice] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.all(
      OwnOffice.self,
      """
      SELECT officers.*, organization.name AS organization_name
      FROM (\(Officer.selection) WHERE officer.person_id = \(person)) AS officers
      JOIN organization ON organization.id = officers.organization_id
      ORDER BY officers.id DESC
      """)
  }
}

extension OwnOffice: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      officer: try Officer(row: row), organizationName: try row.text("organization_name"))
  }
}
