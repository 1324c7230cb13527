package import Kernel
import Roster
package import SQLStore

/// Running an organization: what its officers may do there beyond what members may.
package enum Officership {
  /// The rows of `officer` that count on a day: accepted, begun and not over.
  package static func holds(on today: Day) -> SQLQuery {
    """
    officer.accepted_at IS NOT NULL AND officer.ended_at IS NULL AND officer.starts_on <= \(today)
      AND (officer.ends_on IS NULL OR officer.ends_on >= \(today))
    """
  }

  /// Whether the viewer is an officer of the organization today.
  package static func isHeld(
    by viewer: Viewer, in organization: OrganizationID, reader: any SQLReader
  ) throws -> Bool {
    guard let person = viewer.person else { return false }
    let held = try reader.first(
      """
      SELECT id FROM officer WHERE organization_id = \(organization)
        AND person_id = \(person) AND \(holds(on: viewer.today))
      """)
    return held != nil
  }

  /// Whether the viewer runs the organization: one of its officers, or the office.
  package static func runs(
    _ organization: OrganizationID, _ viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    if viewer.mayKeepOrganizations { return true }
    return try isHeld(by: viewer, in: organization, reader: reader)
  }

  /// Tells the officers something; never whoever did it.
  static func tell(
    of organization: Organization, _ sentence: String, _ viewer: Viewer, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    let officers: [PersonID] = try writer.rows(
      """
      SELECT DISTINCT person_id FROM officer WHERE organization_id = \(organization.id)
        AND \(holds(on: viewer.today)) ORDER BY person_id
      """
    ).map { try $0.id("person_id") }
    for officer in officers where officer != viewer.person {
      try Notice.tell(
        officer, Notice.News(.council, sentence, path: ownPath), in: world, writer: writer)
    }
  }

  /// The page of what the reader belongs to. Notices lead there, because their addresses and words
  /// stand in mails and must not say to which organization someone belongs.
  static let ownPath = "/your-organizations"
}
