package import Kernel
import Roster
package import SQLStore

/// How the viewer belongs to an organization: access and membership are different things.
package struct Belonging: Sendable, Equatable {
  package let membership: Membership?
  /// Whether the viewer holds a seat there today.
  package let isSeated: Bool
  package let isOfficer: Bool
  /// Whether the viewer may read what members read without being one.
  package let isGuest: Bool
  /// Whether a role of the viewer gives a seat there: they take part in meetings, and read nothing
  /// else that members write.
  package let sitsByRole: Bool

  /// Whether the viewer belongs to it, and not as a guest alone.
  package var isMember: Bool { membership != nil || isSeated }

  /// Whether the viewer reads what members write to each other.
  package var mayRead: Bool { isMember || isOfficer || isGuest }

  /// Whether the viewer writes there.
  package var mayWrite: Bool { isMember || isOfficer }

  /// How the viewer belongs to an organization: two queries.
  package static func of(
    _ viewer: Viewer, in organization: OrganizationID, reader: any SQLReader
  ) throws -> Belonging {
    guard let person = viewer.person else { return .none }
    let today = viewer.today
    let row = try reader.first(
      """
      SELECT
        EXISTS (SELECT id FROM seating WHERE organization_id = \(organization)
          AND person_id = \(person) AND \(Seating.holds(on: today))) AS is_seated,
        EXISTS (SELECT id FROM officer WHERE organization_id = \(organization)
          AND person_id = \(person) AND \(Officership.holds(on: today))) AS is_officer,
        EXISTS (SELECT id FROM organization_guest WHERE organization_id = \(organization)
          AND person_id = \(person) AND ended_at IS NULL) AS is_guest,
        EXISTS (SELECT seat_rule.id FROM seat_rule
          WHERE seat_rule.organization_id = \(organization)
            AND \(SeatRule.comesWithRole(of: viewer))) AS sits_by_role
      """)
    guard let row else { return .none }
    return Belonging(
      membership: try Membership.own(in: organization, viewer: viewer, reader: reader),
      isSeated: try row.boolean("is_seated"), isOfficer: try row.boolean("is_officer"),
      isGuest: try row.boolean("is_guest"), sitsByRole: try row.boolean("sits_by_role"))
  }

  /// The organization, if the viewer reads what members write there.
  ///
  /// Whoever does not gets the same answer as for what does not exist, the office included.
  /// - Throws: ``Absent`` otherwise.
  static func inside(
    _ id: OrganizationID, viewer: Viewer, reader: any SQLReader
  ) throws -> (organization: Organization, belonging: Belonging) {
    let organization = try Organization.find(id, viewer: viewer, reader: reader)
    let belonging = try of(viewer, in: id, reader: reader)
    guard belonging.mayRead else { throw Absent() }
    return (organization, belonging)
  }

  /// Whether someone of another row still belongs to the organization, and not as a guest alone:
  /// the names of those who left are not shown any more.
  static func stays(
    _ person: SQLQuery, in organization: OrganizationID, on today: Day
  ) -> SQLQuery {
    """
    (EXISTS (SELECT membership.id FROM membership
        WHERE membership.organization_id = \(organization) AND membership.person_id = \(person)
          AND membership.left_at IS NULL)
      OR EXISTS (SELECT officer.id FROM officer WHERE officer.organization_id = \(organization)
        AND officer.person_id = \(person) AND \(Officership.holds(on: today)))
      OR EXISTS (SELECT seating.id FROM seating WHERE seating.organization_id = \(organization)
        AND seating.person_id = \(person) AND \(Seating.holds(on: today))))
    """
  }

  /// Someone to whom the organization is a stranger's.
  package static let none = Belonging(
    membership: nil, isSeated: false, isOfficer: false, isGuest: false, sitsByRole: false)
}
