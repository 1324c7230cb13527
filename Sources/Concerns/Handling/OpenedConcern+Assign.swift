package import Kernel
package import SQLStore

extension OpenedConcern {
  /// The field that says who sees to it.
  package static let assigneeField = "assignee"

  /// Those who can open it, by name: who of them sees to it is theirs to say.
  package func readers(_ reader: any SQLReader) throws -> [Concern.Assignee] {
    try reader.rows(
      """
      SELECT DISTINCT directory_entry.person_id AS person_id, directory_entry.name AS name,
        directory_entry.sort_key AS sort_key
      FROM concern_key
      JOIN reading_key ON reading_key.id = concern_key.key_id
      JOIN concern_responder ON concern_responder.person_id = reading_key.person_id
        AND concern_responder.group_id = \(concern.group) AND \(Responder.counts)
      JOIN directory_entry ON directory_entry.person_id = reading_key.person_id
      WHERE concern_key.concern_id = \(concern.id)
      ORDER BY directory_entry.sort_key, directory_entry.person_id
      """
    ).map { Concern.Assignee(person: try $0.id("person_id"), name: try $0.text("name")) }
  }

  /// Says who sees to it, or nobody in particular. Whoever else it is hears of it.
  package func assign(
    _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let person = PersonID(given: typed)
    if typed.isEmpty == false {
      guard let person, try readers(writer).contains(where: { $0.person == person }) else {
        throw Problems(field: Self.assigneeField, "Choose someone who reads this concern.")
      }
    }
    guard person != concern.assignee?.person else { return }
    try writer.execute(
      "UPDATE concern SET assigned_to = \(person) WHERE id = \(concern.id)")
    try ConcernAct.note(person == nil ? .unassigned : .assigned, on: concern.id, by: viewer, writer)
    guard let person, person != viewer.person else { return }
    try ConcernNews.tell(
      [person], "You are asked to see to a concern that you read.", in: world, writer)
  }
}
