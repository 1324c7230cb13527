package import Kernel
package import Roster
package import SQLStore

/// A member whom the viewer may see, by the member's own choice.
package struct MemberLine: Sendable, Equatable {
  package let person: PersonID
  package let name: String
  package let capacity: Capacity
  package let programName: String?
  /// Who sees them: shown to the person alone.
  package let ownVisibility: Membership.Visibility?
  let sortKey: String
}

extension MemberLine: SQLDecodable {
  package init(row: SQLRow) throws {
    let isOwn = try row.boolean("is_own")
    self.init(
      person: try row.id("person_id"), name: try row.text("name"),
      capacity: try row.word("capacity"), programName: try row.textOrNil("program_name"),
      ownVisibility: isOwn ? try row.word("visible_to") : nil, sortKey: try row.text("sort_key"))
  }
}

extension Membership {
  /// How many members a page of the roster holds.
  package static let pageSize = 50

  /// One page of the members whom the viewer may see, by name: two queries.
  ///
  /// A role gives nobody more: the office, the official and the administrators see what everybody
  /// sees unless they belong to it. When someone joined is not told.
  package static func roster(
    of organization: Organization, at place: ListPlace = .start, viewer: Viewer,
    reader: any SQLReader
  ) throws -> Listed<MemberLine> {
    let order = NameOrder(
      sortKey: "directory_entry.sort_key", id: "directory_entry.person_id")
    let condition = order.condition(place)
    let beyond: SQLQuery = condition.map { "AND \($0)" } ?? ""
    let belonging = try Belonging.of(viewer, in: organization.id, reader: reader)
    let lines = try reader.all(
      MemberLine.self,
      """
      SELECT directory_entry.person_id AS person_id, directory_entry.name AS name,
        membership.capacity AS capacity, directory_entry.program_name AS program_name,
        membership.visible_to AS visible_to, directory_entry.sort_key AS sort_key,
        (membership.person_id = \(viewer.person?.text ?? "")) AS is_own
      FROM membership JOIN directory_entry ON directory_entry.person_id = membership.person_id
      WHERE membership.organization_id = \(organization.id)
        AND \(seen(by: viewer, belonging)) \(beyond)
      ORDER BY \(order.order(place)) LIMIT \(pageSize + 1)
      """)
    return Listed(fetched: lines, at: condition == nil ? .start : place, size: pageSize) {
      NameKey(id: $0.person.text, sortKey: $0.sortKey).text
    }
  }

  /// The rows of `membership` that the viewer sees beside those of `directory_entry`.
  static func seen(by viewer: Viewer, _ belonging: Belonging) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    let open = audience(of: belonging).map(\.rawValue)
    return """
      membership.left_at IS NULL AND (membership.person_id = \(person)
        OR (directory_entry.presence = 'current' AND membership.visible_to IN (\(list: open))))
      """
  }

  /// The choices by which a member lets the viewer see them. Guests see what everybody sees.
  private static func audience(of belonging: Belonging) -> [Visibility] {
    if belonging.isOfficer { return [.officers, .members, .everyone] }
    return belonging.isMember ? [.members, .everyone] : [.everyone]
  }

  /// Whether the viewer sees a person as a member.
  static func isSeen(
    _ person: PersonID, in organization: OrganizationID, by viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    let belonging = try Belonging.of(viewer, in: organization, reader: reader)
    let row = try reader.first(
      """
      SELECT membership.id AS id
      FROM membership JOIN directory_entry ON directory_entry.person_id = membership.person_id
      WHERE membership.organization_id = \(organization) AND membership.person_id = \(person)
        AND \(seen(by: viewer, belonging))
      """)
    return row != nil
  }
}
