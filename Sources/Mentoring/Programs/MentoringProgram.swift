package import Kernel
package import SQLStore

/// A mentoring program: it goes on from year to year, in cycles.
package struct MentoringProgram: Sendable, Equatable {
  package let id: ID<MentoringProgram>
  package let name: String
  /// Whom it is for and what it is about.
  package let purpose: String
  package let closedAt: Instant?
}

extension MentoringProgram: SQLDecodable {
  private static let columns: SQLQuery = "id, name, purpose, closed_at"

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), name: try row.text("name"), purpose: try row.text("purpose"),
      closedAt: try row.instantOrNil("closed_at"))
  }

  /// The programs that go on, by name; of those that were closed whoever runs mentoring knows.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [MentoringProgram] {
    try reader.all(
      MentoringProgram.self,
      """
      SELECT \(columns) FROM mentoring_program WHERE \(listed(for: viewer))
      ORDER BY name_key, id
      """)
  }

  /// A program, for everybody signed in; one that was closed is still there for those who were in
  /// it.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<MentoringProgram>, viewer: Viewer, reader: any SQLReader
  ) throws -> MentoringProgram {
    let program = try reader.first(
      MentoringProgram.self,
      "SELECT \(columns) FROM mentoring_program WHERE id = \(id)")
    guard let program, viewer.person != nil || viewer.mayRunMentoring else { throw Absent() }
    return program
  }

  private static func listed(for viewer: Viewer) -> SQLQuery {
    if viewer.mayRunMentoring { return "1 = 1" }
    return viewer.person == nil ? "1 = 0" : "closed_at IS NULL"
  }
}
