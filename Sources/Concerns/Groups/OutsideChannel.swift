package import Kernel
package import SQLStore

/// Where else someone can turn: whom to call where someone may come to harm, and channels outside
/// the institution. The office keeps them.
package struct OutsideChannel: Sendable, Equatable {
  package let id: ID<OutsideChannel>
  package let kind: Kind
  package let name: String
  /// A number to call, an address, or a sentence.
  package let how: String

  /// What a channel is for.
  package enum Kind: String, Sendable, CaseIterable {
    case emergency, outside
  }

  /// The names of the fields.
  package enum Field {
    /// What it is for.
    package static let kind = "kind"
    /// The name.
    package static let name = "name"
    /// A number, an address, or a sentence.
    package static let how = "how"
  }
}

extension OutsideChannel: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), kind: try row.word("kind"), name: try row.text("name"),
      how: try row.text("how"))
  }

  /// All of them, in the order in which they were added. Everybody may know them.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [OutsideChannel] {
    try reader.all(
      OutsideChannel.self,
      "SELECT id, kind, name, how FROM outside_channel ORDER BY position, id")
  }

  /// Adds one behind the others.
  package static func add(
    by viewer: Viewer, in world: World, writer: any SQLWriter,
    typed: @escaping (String) -> String
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    var fields = TypedFields(typed)
    let kind = fields.word(Field.kind, Kind.self, "Choose what it is for.")
    let name = fields.required(Field.name, most: 80, "Write a name, such as “Emergency”.")
    let how = fields.required(
      Field.how, most: 200, "Write a number to call, an address, or a sentence.")
    try fields.problems.throwIfAny()
    let position = try writer.number("SELECT coalesce(max(position), 0) + 1 FROM outside_channel")
    try writer.execute(
      """
      INSERT INTO outside_channel (id, kind, name, how, position)
      VALUES (\(world.newID(ID<OutsideChannel>.self)), \(kind?.rawValue), \(name), \(how),
        \(position))
      """)
    try note("outside_channel.added", name ?? "", viewer, writer)
  }

  /// Takes one away.
  package static func remove(
    _ id: ID<OutsideChannel>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepHandlingGroups else { throw Absent() }
    let row = try writer.first("SELECT name FROM outside_channel WHERE id = \(id)")
    guard let row else { throw Absent() }
    try writer.execute("DELETE FROM outside_channel WHERE id = \(id)")
    try note("outside_channel.removed", row.text("name"), viewer, writer)
  }

  private static func note(
    _ act: String, _ name: String, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .institution, detail: name), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
