package import Councils
package import Kernel
package import SQLStore

/// People who read and answer concerns together: of a council, or of the institution.
///
/// Who they are is public: nobody should have to write before knowing who reads.
package struct HandlingGroup: Sendable, Equatable {
  package let id: ID<HandlingGroup>
  package let name: String
  /// What it takes.
  package let purpose: String
  /// The council whose officers name its responders; nil where the office names them.
  package let organization: OrganizationID?
  /// Who takes what nobody of this group may read.
  package let fallback: ID<HandlingGroup>?
  package let closedAt: Instant?
}

extension HandlingGroup: SQLDecodable {
  static let columns: SQLQuery =
    "id, name, purpose, organization_id, fallback_id, closed_at"

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), name: try row.text("name"), purpose: try row.text("purpose"),
      organization: try row.idOrNil("organization_id"), fallback: try row.idOrNil("fallback_id"),
      closedAt: try row.instantOrNil("closed_at"))
  }

  /// The groups that are not closed, by name. Everybody may know them, signed in or not.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [HandlingGroup] {
    try reader.all(
      HandlingGroup.self,
      """
      SELECT \(columns) FROM handling_group WHERE closed_at IS NULL ORDER BY name_key, id
      """)
  }

  /// One that is not closed.
  package static func find(
    _ id: ID<HandlingGroup>, viewer: Viewer, reader: any SQLReader
  ) throws -> HandlingGroup {
    let group = try reader.first(
      HandlingGroup.self,
      "SELECT \(columns) FROM handling_group WHERE id = \(id) AND closed_at IS NULL")
    guard let group else { throw Absent() }
    return group
  }

  /// Those that take concerns: with a responder who has made a key, and a recovery sheet.
  package static func taking(viewer: Viewer, reader: any SQLReader) throws -> [HandlingGroup] {
    try reader.all(
      HandlingGroup.self,
      """
      SELECT \(columns) FROM handling_group WHERE closed_at IS NULL
        AND EXISTS (SELECT 1 FROM reading_key WHERE group_id = handling_group.id)
        AND EXISTS (SELECT 1 FROM concern_responder
          JOIN reading_key ON reading_key.person_id = concern_responder.person_id
          WHERE concern_responder.group_id = handling_group.id
            AND \(Responder.counts))
      ORDER BY name_key, id
      """)
  }

  /// Notes an act of its keeping in the audit trail; nothing of any concern stands there.
  func note(
    _ act: String, _ detail: String? = nil, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(
        act, of: Audit.Subject(kind: "handling_group", id: id.text), detail: detail ?? name),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
