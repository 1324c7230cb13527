package import Councils
package import Kernel
import Roster
package import SQLStore

/// How a handling group stands, as everybody may know who sees its council: how many of its
/// concerns are later than promised, and nothing of them.
package struct GroupStanding: Sendable, Equatable {
  package let group: HandlingGroup
  package let late: Int

  /// The groups of an organization.
  package static func all(
    of organization: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> [GroupStanding] {
    try all("organization_id = \(organization)", viewer, reader)
  }

  /// One group, as everybody who is signed in may know.
  package static func find(
    _ id: ID<HandlingGroup>, viewer: Viewer, reader: any SQLReader
  ) throws -> GroupStanding {
    guard viewer.isSignedIn, let found = try all("id = \(id)", viewer, reader).first else {
      throw Absent()
    }
    return found
  }

  private static func all(
    _ condition: SQLQuery, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [GroupStanding] {
    try reader.rows(
      """
      SELECT \(HandlingGroup.columns), (\(late(on: viewer.today))) AS late
      FROM handling_group WHERE \(condition) AND closed_at IS NULL ORDER BY name_key, id
      """
    ).map { GroupStanding(group: try HandlingGroup(row: $0), late: try $0.integer("late")) }
  }

  /// How many concerns of a row of `handling_group` are late.
  private static func late(on today: Day) -> SQLQuery {
    """
    SELECT count(*) FROM concern WHERE concern.group_id = handling_group.id
      AND \(Concern.openOnes) AND \(Concern.dueColumn) < \(today)
    """
  }
}
