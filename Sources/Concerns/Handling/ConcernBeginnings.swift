import Kernel
package import SQLStore

/// How concerns begin, so that whoever handles them knows one from the other in a list.
package struct ConcernBeginnings: Sendable {
  private let words: [ID<Concern>: String]
  private static let length = 70

  /// Those of some concerns that a key opens; of others nothing is said.
  package init(
    of concerns: [Concern], with key: UnlockedKey?, reader: any SQLReader
  ) throws {
    guard let key, !concerns.isEmpty else {
      words = [:]
      return
    }
    let rows = try reader.rows(
      """
      SELECT concern_key.concern_id AS id, concern_key.sealed AS box,
        concern_entry.sealed AS entry
      FROM concern_key JOIN concern_entry ON concern_entry.concern_id = concern_key.concern_id
        AND concern_entry.number = 1
      WHERE concern_key.key_id = \(key.key.id)
        AND concern_key.concern_id IN (\(list: concerns.map(\.id)))
      """)
    var words: [ID<Concern>: String] = [:]
    for row in rows {
      words[try row.id("id")] = Self.beginning(
        try key.content(row.bytes("entry"), of: row.bytes("box")).text)
    }
    self.words = words
  }

  /// How a concern begins; nil where it is not open to the key.
  package subscript(concern: Concern) -> String? { words[concern.id] }

  private static func beginning(_ text: String) -> String {
    let line = TypedLine.tidy(String(text.prefix(4 * length)))
    return line.count <= length ? line : line.prefix(length) + "…"
  }
}
