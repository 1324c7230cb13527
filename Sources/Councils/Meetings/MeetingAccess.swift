package import Kernel
import Roster
package import SQLStore

/// Who reads and runs the meetings of an organization.
package struct MeetingAccess: Sendable, Equatable {
  package let organization: Organization
  package let runs: Bool
  /// Whether the viewer reads what is for trainees alone.
  package let isAdmitted: Bool

  /// The viewer's access to meetings of an organization.
  /// - Throws: ``Absent`` where the viewer reads none of them.
  package static func find(
    _ id: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> MeetingAccess {
    let organization = try Organization.find(id, viewer: viewer, reader: reader)
    let belonging = try Belonging.of(viewer, in: id, reader: reader)
    let row = try reader.first(
      """
      SELECT (\(TraineesOnly.admits(viewer))) AS is_admitted
      FROM organization WHERE organization.id = \(id)
      """)
    guard let row else { throw Absent() }
    let oversees = viewer.maySeeAllOrganizations && organization.joining == .seats
    guard belonging.mayRead || oversees || belonging.sitsByRole else { throw Absent() }
    return MeetingAccess(
      organization: organization, runs: runs(organization, belonging, viewer),
      isAdmitted: try row.boolean("is_admitted"))
  }

  static func runs(
    _ organization: Organization, _ belonging: Belonging, _ viewer: Viewer
  ) -> Bool {
    belonging.isOfficer || viewer.mayKeepOrganizations && organization.joining == .seats
  }
}
