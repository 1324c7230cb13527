package import Kernel
package import SQLStore

/// Someone with whom the viewer must not be matched. Nobody else ever reads it: no page, list,
/// count, export or audit entry says that there is one.
package struct Avoidance: Sendable, Equatable {
  package let person: PersonID
  package let name: String

  /// How many people one can name.
  package static let most = 50
}

extension Avoidance: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(person: try row.id("person_id"), name: try row.text("name"))
  }

  /// Those whom the viewer named, by name.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [Avoidance] {
    try reader.all(
      Avoidance.self,
      """
      SELECT directory_entry.person_id AS person_id, directory_entry.name AS name
      FROM mentoring_avoidance
      JOIN directory_entry ON directory_entry.person_id = mentoring_avoidance.avoided_id
      WHERE mentoring_avoidance.person_id = \(viewer.person)
      ORDER BY directory_entry.name, directory_entry.person_id
      """)
  }

  /// Names someone; naming them twice changes nothing.
  package static func add(
    _ other: PersonID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard let person = viewer.person else { throw Absent() }
    guard other != person else { throw MentoringRefusal.ownAvoidance }
    let count = try writer.number(
      "SELECT count(*) FROM mentoring_avoidance WHERE person_id = \(person)")
    guard count < most else { throw MentoringRefusal.tooManyAvoidances }
    try writer.execute(
      """
      INSERT INTO mentoring_avoidance (person_id, avoided_id, noted_at)
      VALUES (\(person), \(other), \(viewer.now)) ON CONFLICT DO NOTHING
      """)
    try MentoringRequest.holdApart(person, from: other, at: viewer.now, writer)
  }

  /// Takes someone off the viewer's list.
  package static func remove(
    _ other: PersonID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      DELETE FROM mentoring_avoidance
      WHERE person_id = \(viewer.person) AND avoided_id = \(other)
      """)
  }
}
