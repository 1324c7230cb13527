package import Kernel
package import Roster
package import SQLStore

/// That someone joined an organization by themselves, and who may see it.
///
/// Nothing of it stands in the audit trail: an entry would name the person beside the organization
/// to everybody who reads the trail. The person's own data shows it to them alone.
package struct Membership: Sendable, Equatable {
  package let id: ID<Membership>
  package let organization: OrganizationID
  package let person: PersonID
  /// As what the person joined.
  package let capacity: Capacity
  package let visibility: Visibility
  package let joinedAt: Instant

  /// Who sees a member in the roster, each including those before it.
  package enum Visibility: String, Sendable, CaseIterable {
    /// The member alone.
    case nobody
    case officers
    case members
    /// Everybody who finds the organization.
    case everyone
  }

  /// The field in which a member chooses who sees them.
  package static let visibilityField = "visible_to"
}

extension Membership: SQLDecodable {
  static let columns: SQLQuery =
    """
    membership.id AS id, membership.organization_id AS organization_id,
    membership.person_id AS person_id, membership.capacity AS capacity,
    membership.visible_to AS visible_to, membership.joined_at AS joined_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      person: try row.id("person_id"), capacity: try row.word("capacity"),
      visibility: try row.word("visible_to"), joinedAt: try row.instant("joined_at"))
  }

  /// The viewer's own membership; nobody asks for another's.
  package static func own(
    in organization: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> Membership? {
    guard let person = viewer.person else { return nil }
    return try reader.first(
      Membership.self,
      """
      SELECT \(columns) FROM membership WHERE organization_id = \(organization)
        AND person_id = \(person) AND left_at IS NULL
      """)
  }
}
