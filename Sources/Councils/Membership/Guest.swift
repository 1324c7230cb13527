package import Kernel
import Roster
package import SQLStore

/// Someone who may read what members read without being one: access is no membership.
package struct Guest: Sendable, Equatable {
  package let id: ID<Guest>
  package let person: PersonID
  package let name: String
  package let why: String
  package let letInAt: Instant
  package let endedAt: Instant?

  /// The names of the fields; the person is asked for as everywhere.
  package enum Field {
    /// Why the person may read.
    package static let why = "why"
  }
}

extension Guest: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), person: try row.id("person_id"), name: try row.text("name"),
      why: try row.text("why"), letInAt: try row.instant("let_in_at"),
      endedAt: try row.instantOrNil("ended_at"))
  }

  private static let selection: SQLQuery =
    """
    SELECT organization_guest.id AS id, organization_guest.person_id AS person_id,
      coalesce(directory_entry.name, 'Someone') AS name, organization_guest.why AS why,
      organization_guest.let_in_at AS let_in_at, organization_guest.ended_at AS ended_at
    FROM organization_guest
    LEFT JOIN directory_entry ON directory_entry.person_id = organization_guest.person_id
    """

  /// Who reads along, the latest first: members see it, for it is their words that are read.
  /// - Throws: ``Absent`` for whoever neither belongs to it nor runs it.
  package static func all(
    in organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> [Guest] {
    let belonging = try Belonging.of(viewer, in: organization.id, reader: reader)
    guard belonging.mayRead || viewer.mayKeepOrganizations else { throw Absent() }
    return try reader.all(
      Guest.self,
      """
      \(selection) WHERE organization_guest.organization_id = \(organization.id)
        AND organization_guest.ended_at IS NULL ORDER BY organization_guest.id DESC
      """)
  }

  /// The rows of someone's own data: where, why, since when, until when.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [[String]] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.rows(
      """
      SELECT organization.name AS name, why, let_in_at, ended_at
      FROM organization_guest JOIN organization ON organization.id = organization_id
      WHERE person_id = \(person) ORDER BY organization_guest.id DESC
      """
    ).map { row in
      [
        try row.text("name"), try row.text("why"), try row.text("let_in_at"),
        try row.textOrNil("ended_at") ?? "",
      ]
    }
  }
}

extension Guest {
  /// Lets someone read what members read. The officers learn of it, and members see who reads.
  package static func letIn(
    _ person: PersonID, to id: OrganizationID, because why: String, by viewer: Viewer,
    writer: (in: World, to: any SQLWriter)
  ) throws {
    let (world, writer) = writer
    let organization = try Organization.find(id, viewer: viewer, reader: writer)
    guard try Officership.runs(id, viewer, reader: writer) else { throw CouncilRefusal.notAllowed }
    if person == viewer.person { throw BelongingRefusal.ownAccess }
    try organization.refuseClosed(on: viewer.today)
    var fields = TypedFields { _ in why }
    let why = fields.required(
      Field.why, most: 500, "Write why they may read. Members read the reason.")
    try fields.problems.throwIfAny()
    let name = try Seating.name(of: person, writer)
    let current = try writer.first(
      """
      SELECT id FROM organization_guest WHERE organization_id = \(id) AND person_id = \(person)
        AND ended_at IS NULL
      """)
    if current != nil { throw BelongingRefusal.alreadyGuest(name: name) }
    try writer.execute(
      """
      INSERT INTO organization_guest (id, organization_id, person_id, why, let_in_by, let_in_at)
      VALUES (\(world.newID(ID<Guest>.self)), \(id), \(person), \(why ?? ""), \(viewer.person),
        \(viewer.now))
      """)
    try organization.note("guest.let_in", name, by: viewer, to: writer)
    try Officership.tell(
      of: organization, "A guest may now read in an organization whose officer you are.", viewer,
      world, writer)
  }

  /// Ends a guest's access.
  package static func end(
    _ id: ID<Guest>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let row = try writer.first(
      "SELECT organization_id, person_id FROM organization_guest WHERE id = \(id)")
    guard let row else { throw Absent() }
    let organization = try Organization.find(
      try row.id("organization_id"), viewer: viewer, reader: writer)
    let person: PersonID = try row.id("person_id")
    let mayEnd =
      try person == viewer.person || Officership.runs(organization.id, viewer, reader: writer)
    // To everybody else it is as if there were no such guest.
    guard mayEnd else { throw Absent() }
    let changed = try writer.execute(
      "UPDATE organization_guest SET ended_at = \(viewer.now) WHERE id = \(id) AND ended_at IS NULL"
    )
    guard changed > 0 else { return }
    try organization.note(
      "guest.ended", try Seating.name(of: person, writer), by: viewer, to: writer)
  }
}
