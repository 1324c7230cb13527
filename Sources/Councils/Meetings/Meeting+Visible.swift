import Kernel
import Roster
import SQLStore

extension Meeting {
  /// The one rule of which meetings are found, for rows of `meeting` joined with `organization`.
  ///
  /// Those who belong to the organization find them, those who sit there by a role, and, of
  /// councils and committees, whoever answers for all. What is for trainees alone exists for them
  /// alone.
  static func visible(to viewer: Viewer) -> SQLQuery {
    """
    (\(reads(viewer)) AND (meeting.trainees_only = \(false) OR \(TraineesOnly.admits(viewer))))
    """
  }

  private static func reads(_ viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    let oversees: SQLQuery =
      viewer.maySeeAllOrganizations ? "organization.joining = 'seats'" : "1 = 0"
    return """
      (\(Organization.belonging(person, on: viewer.today)) OR \(sitsByRole(viewer)) OR \(oversees))
      """
  }

  /// The organizations in which the viewer sits by a role.
  static func sitsByRole(_ viewer: Viewer) -> SQLQuery {
    """
    organization.id IN (SELECT seat_rule.organization_id FROM seat_rule
      WHERE \(SeatRule.comesWithRole(of: viewer)))
    """
  }

  /// Meetings as a viewer finds them.
  static func selection(_ viewer: Viewer) -> SQLQuery {
    """
    SELECT \(columns) FROM meeting JOIN organization ON organization.id = meeting.organization_id
    WHERE \(visible(to: viewer))
    """
  }
}
