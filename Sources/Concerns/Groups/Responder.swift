import Councils
package import Kernel
import Roster
package import SQLStore

/// Someone who reads and answers the concerns of a group, as everybody may know.
package struct Responder: Sendable, Equatable {
  package let id: ID<Responder>
  package let group: ID<HandlingGroup>
  package let person: PersonID
  package let name: String
  /// As what, in words for those who write.
  package let title: String
  /// Whether they have made a key, without which they read nothing.
  package let hasKey: Bool
}

extension Responder: SQLDecodable {
  private static let selection: SQLQuery =
    """
    SELECT concern_responder.id AS id, concern_responder.group_id AS group_id,
      concern_responder.person_id AS person_id, directory_entry.name AS name,
      concern_responder.title AS title, reading_key.id AS key_id
    FROM concern_responder
    JOIN directory_entry ON directory_entry.person_id = concern_responder.person_id
    LEFT JOIN reading_key ON reading_key.person_id = concern_responder.person_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), group: try row.id("group_id"), person: try row.id("person_id"),
      name: try row.text("name"), title: try row.text("title"),
      hasKey: try row.textOrNil("key_id") != nil)
  }

  /// The rows of `concern_responder` that count: not ended, and of people who are here today.
  static let counts: SQLQuery =
    """
    concern_responder.ended_at IS NULL AND EXISTS (SELECT 1 FROM directory_entry AS here
      WHERE here.person_id = concern_responder.person_id AND here.presence = 'current')
    """

  /// Those of a group who are here, in the order in which they were named.
  package static func current(
    in group: ID<HandlingGroup>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Responder] {
    try all(in: group, reader)
  }

  static func all(
    in group: ID<HandlingGroup>, _ reader: any SQLReader
  ) throws -> [Responder] {
    try reader.all(
      Responder.self,
      """
      \(selection) WHERE concern_responder.group_id = \(group)
        AND \(counts)
      ORDER BY concern_responder.named_at, concern_responder.id
      """)
  }

  /// The groups for which the viewer handles concerns.
  package static func own(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [Responder] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      Responder.self,
      """
      \(selection) WHERE concern_responder.person_id = \(person)
        AND \(counts)
        AND concern_responder.group_id IN (SELECT id FROM handling_group WHERE closed_at IS NULL)
      ORDER BY concern_responder.named_at, concern_responder.id
      """)
  }

  /// Whether someone handles concerns: of a group, or of any.
  package static func handles(
    _ person: PersonID?, in group: ID<HandlingGroup>? = nil, reader: any SQLReader
  ) throws -> Bool {
    guard let person else { return false }
    let place: SQLQuery = group.map { "group_id = \($0)" } ?? "1 = 1"
    return try reader.first(
      """
      SELECT id FROM concern_responder WHERE person_id = \(person) AND \(counts) AND \(place)
      """) != nil
  }
}
