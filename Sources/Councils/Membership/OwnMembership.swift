package import Kernel
package import Roster
package import SQLStore

/// A membership of the viewer's own, present or past, as long as it is not forgotten.
package struct OwnMembership: Sendable, Equatable {
  package let organization: OrganizationID
  package let organizationName: String
  package let capacity: Capacity
  package let visibility: Membership.Visibility
  package let joinedAt: Instant
  package let leaving: Leaving?

  /// When someone left, and when that is forgotten.
  package struct Leaving: Sendable, Equatable {
    package let at: Instant
    package let forgottenOn: Day
  }

  /// The viewer's own, the present ones first.
  package static func all(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [OwnMembership] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.all(
      OwnMembership.self,
      """
      SELECT membership.organization_id AS organization_id, organization.name AS name,
        membership.capacity AS capacity, membership.visible_to AS visible_to,
        membership.joined_at AS joined_at, membership.left_at AS left_at,
        membership.forget_on AS forget_on
      FROM membership JOIN organization ON organization.id = membership.organization_id
      WHERE membership.person_id = \(person)
      ORDER BY membership.left_at DESC NULLS FIRST, organization.name_key, membership.id
      """)
  }
}

extension OwnMembership: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      organization: try row.id("organization_id"), organizationName: try row.text("name"),
      capacity: try row.word("capacity"), visibility: try row.word("visible_to"),
      joinedAt: try row.instant("joined_at"),
      leaving: try row.instantOrNil("left_at").map {
        Leaving(at: $0, forgottenOn: try row.day("forget_on"))
      })
  }
}
