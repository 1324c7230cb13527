package import Kernel
package import SQLStore

/// A word from which people choose what they look for and what they offer; the office edits them.
package struct MentoringTerm: Sendable, Equatable {
  package let id: ID<MentoringTerm>
  package let kind: Kind
  package let name: String

  /// What a term is about.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// What they want to talk about.
    case topic
    /// Where a career may go.
    case career
    /// A field of medicine.
    case specialty
    case language
    /// How two people meet.
    case format
  }
}

extension MentoringTerm: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), kind: try row.word("kind"), name: try row.text("name"))
  }

  /// The terms that were chosen with enrollments, for a query to narrow down.
  static let chosen: SQLQuery =
    """
    SELECT mentoring_choice.enrollment_id AS enrollment_id, mentoring_term.id AS id,
      mentoring_term.kind AS kind, mentoring_term.name AS name
    FROM mentoring_choice JOIN mentoring_term ON mentoring_term.id = mentoring_choice.term_id
    """

  /// The office's order.
  static let order: SQLQuery =
    "ORDER BY mentoring_term.kind, mentoring_term.position, mentoring_term.id"

  /// The terms that can be chosen, in the office's order. Everybody signed in may know them.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [MentoringTerm] {
    guard viewer.person != nil else { return [] }
    return try reader.all(
      MentoringTerm.self,
      """
      SELECT id, kind, name FROM mentoring_term WHERE retired_at IS NULL
      ORDER BY kind, position, name_key, id
      """)
  }

  /// All terms, those too that nobody can choose any more, in the same order.
  static func every(_ reader: any SQLReader) throws -> [MentoringTerm] {
    try reader.all(
      MentoringTerm.self,
      "SELECT id, kind, name FROM mentoring_term ORDER BY kind, position, name_key, id")
  }

  /// How many terms a kind has at most.
  package static let most = 100

  /// Adds a term at the end of its kind.
  @discardableResult
  package static func add(
    _ name: String, to kind: Kind, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<MentoringTerm> {
    try viewer.refuseUnlessRunsMentoring()
    let name = TypedLine.tidy(name)
    guard !name.isEmpty, name.unicodeScalars.count <= 80 else {
      throw Problems(field: "name", "Write a word or a few, up to 80 characters.")
    }
    let row = try writer.first(
      """
      SELECT count(*) AS terms, coalesce(max(position), 0) AS last FROM mentoring_term
      WHERE kind = \(kind.rawValue) AND retired_at IS NULL
      """)
    guard try row?.integer("terms") ?? 0 < most else {
      throw Problems(field: "name", "There are \(most) already. Take one away first.")
    }
    let taken = try writer.number(
      """
      SELECT count(*) FROM mentoring_term WHERE kind = \(kind.rawValue)
        AND name_key = \(FoldedText.key(name)) AND retired_at IS NULL
      """)
    guard taken == 0 else { throw Problems(field: "name", "This stands there already.") }
    let id: ID<MentoringTerm> = world.newID()
    try writer.execute(
      """
      INSERT INTO mentoring_term (id, kind, name, name_key, position)
      VALUES (\(id), \(kind.rawValue), \(name), \(FoldedText.key(name)),
        \(try row?.integer("last") ?? 0) + 1)
      """)
    try note("mentoring_term.added", id, name, by: viewer, to: writer)
    return id
  }

  /// Takes a term off the lists. Whoever chose it keeps it.
  package static func retire(
    _ id: ID<MentoringTerm>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try viewer.refuseUnlessRunsMentoring()
    let retired = try writer.execute(
      """
      UPDATE mentoring_term SET retired_at = \(viewer.now)
      WHERE id = \(id) AND retired_at IS NULL
      """)
    guard retired == 1 else { throw Absent() }
    try note("mentoring_term.retired", id, "", by: viewer, to: writer)
  }

  private static func note(
    _ act: String, _ id: ID<MentoringTerm>, _ detail: String, by viewer: Viewer,
    to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: Audit.Subject(kind: "mentoring_term", id: id.text), detail: detail),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
