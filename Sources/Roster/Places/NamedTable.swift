import Kernel
import SQLStore

/// A table of what has nothing but a name that is unique among its kind: departments, sites,
/// sponsors.
struct NamedTable: Sendable {
  /// The table.
  let table: StaticString
  /// The thing in the audit trail, as in `department`.
  let noun: String

  static let departments = NamedTable(table: "department", noun: "department")
  static let sites = NamedTable(table: "site", noun: "site")
  static let sponsors = NamedTable(table: "sponsor", noun: "sponsor")

  /// The name of the form's field.
  static let field = "name"

  /// Adds one under a new identifier.
  func add(
    _ name: String, id: String, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let name = try checked(name, id, writer)
    try writer.execute(
      """
      INSERT INTO \(literal: table) (id, name, name_key)
      VALUES (\(id), \(name), \(FoldedText.key(name)))
      """)
    try note("added", id, name, by: viewer, to: writer)
  }

  /// Gives one another name.
  /// - Returns: the name as it is kept; nil where nothing changed.
  func rename(
    _ id: String, to name: String, by viewer: Viewer, writer: any SQLWriter
  ) throws -> String? {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let before = try self.name(of: id, writer)
    let name = try checked(name, id, writer)
    guard name != before else { return nil }
    try writer.execute(
      """
      UPDATE \(literal: table) SET name = \(name), name_key = \(FoldedText.key(name))
      WHERE id = \(id)
      """)
    try note("renamed", id, "\(before) to \(name)", by: viewer, to: writer)
    return name
  }

  /// Removes one that nothing points at.
  /// - Parameter uses: what could point at it, in words, with how often.
  func remove(
    _ id: String, unless uses: [(words: String, count: SQLQuery)], by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let name = try name(of: id, writer)
    for use in uses where try writer.number(use.count) > 0 {
      throw RosterRefusal.stillUsed(by: use.words)
    }
    try writer.execute("DELETE FROM \(literal: table) WHERE id = \(id)")
    try note("removed", id, name, by: viewer, to: writer)
  }

  /// The name of one.
  /// - Throws: ``Absent`` where there is none.
  func name(of id: String, _ reader: any SQLReader) throws -> String {
    let row = try reader.first("SELECT name FROM \(literal: table) WHERE id = \(id)")
    guard let row else { throw Absent() }
    return try row.text("name")
  }

  /// The tidy name, where no other has it.
  private func checked(_ typed: String, _ id: String, _ reader: any SQLReader) throws -> String {
    var fields = TypedFields { _ in typed }
    let name = fields.required(Self.field, "Write the name.")
    try fields.problems.throwIfAny()
    let key = FoldedText.key(name ?? "")
    let taken = try reader.first(
      """
      SELECT name FROM \(literal: table) WHERE name_key = \(key) AND id <> \(id)
      """)
    if let taken {
      throw Problems(
        field: Self.field,
        "There is \(Self.mark(noun)) named \(try taken.text("name")) already. Choose another name.")
    }
    return name ?? ""
  }

  /// The thing in a sentence; a sponsor has no word of an institution's own.
  private static func mark(_ noun: String) -> String {
    noun == "sponsor" ? "a sponsor" : "{a \(noun)}"
  }

  private func note(
    _ act: String, _ id: String, _ detail: String, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    let subject = Audit.Subject(kind: noun, id: id)
    try Audit.append(
      Audit.Act("\(noun).\(act)", of: subject, detail: detail), by: viewer.person,
      at: viewer.now, to: writer)
  }
}
