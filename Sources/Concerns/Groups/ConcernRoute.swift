package import Kernel
package import SQLStore

/// A rule of which group takes what, for writers who leave it to the rules: of a category, of a
/// program, or of a category in a program. Everybody may know them.
package struct ConcernRoute: Sendable, Equatable {
  package let id: ID<ConcernRoute>
  package let category: ID<ConcernCategory>?
  package let categoryName: String?
  package let program: ProgramID?
  package let programName: String?
  package let group: ID<HandlingGroup>
  package let groupName: String

  /// The names of the fields.
  package enum Field {
    /// The category; empty for any.
    package static let category = "category"
    /// The program; empty for any.
    package static let program = "program"
    /// The group that takes it.
    package static let group = "group"
  }
}

extension ConcernRoute: SQLDecodable {
  private static let selection: SQLQuery =
    """
    SELECT concern_route.id AS id, concern_route.category_id AS category_id,
      concern_category.name AS category_name, concern_route.program_id AS program_id,
      program.name AS program_name, concern_route.group_id AS group_id,
      handling_group.name AS group_name
    FROM concern_route
    JOIN handling_group ON handling_group.id = concern_route.group_id
      AND handling_group.closed_at IS NULL
    LEFT JOIN concern_category ON concern_category.id = concern_route.category_id
    LEFT JOIN program ON program.id = concern_route.program_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), category: try row.idOrNil("category_id"),
      categoryName: try row.textOrNil("category_name"), program: try row.idOrNil("program_id"),
      programName: try row.textOrNil("program_name"), group: try row.id("group_id"),
      groupName: try row.text("group_name"))
  }

  /// All of them, those of programs first.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [ConcernRoute] {
    try reader.all(
      ConcernRoute.self,
      """
      \(selection) ORDER BY program.name_key IS NULL, program.name_key,
        concern_category.position, concern_route.id
      """)
  }

  /// The group that takes something: what is said of both category and program comes first, then
  /// what is said of the program, then of the category; nil where nothing is said.
  static func group(
    for category: ID<ConcernCategory>, in program: ProgramID?, _ reader: any SQLReader
  ) throws -> ID<HandlingGroup>? {
    try reader.first(
      ConcernRoute.self,
      """
      \(selection)
      WHERE (concern_route.category_id IS NULL OR concern_route.category_id = \(category))
        AND (concern_route.program_id IS NULL OR concern_route.program_id = \(program))
      ORDER BY concern_route.program_id IS NULL, concern_route.category_id IS NULL,
        concern_route.id
      """
    )?.group
  }
}
