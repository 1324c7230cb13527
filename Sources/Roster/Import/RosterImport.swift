package import Kernel
package import SQLStore

/// A roster file that someone brought, from its upload to its preview, import and undo.
package struct RosterImport: Sendable, Equatable {
  /// How far it has come.
  package enum State: String, Sendable, CaseIterable {
    /// The file is on its way.
    case uploading
    case uploaded
    /// The preview is being made.
    case checking
    case checked
    case importing
    case imported
    case undone
    /// The file could not be read, or the work broke off.
    case failed
  }

  package let id: ID<RosterImport>
  package let fileName: String
  package let state: State
  /// The columns that a person chose; nil where the titles decide.
  package let mapping: ColumnMapping?
  /// What the last check or the import found; nil before the first check.
  package let report: RosterReport?
  /// The first rows of each sort; nil before the first check.
  package let preview: RosterPreview?
  /// What the import would do, as a check left it.
  package let planDigest: String
  package let createdBy: PersonID?
  package let createdAt: Instant
  package let importedAt: Instant?
  package let undoneAt: Instant?
  /// When the names and facts that it kept were removed; nil as long as they are there.
  package let closedAt: Instant?
}

extension RosterImport: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, file_name, state, mapping, report, preview, plan_digest, created_by, created_at,
    imported_at, undone_at, closed_at
    """

  package init(row: SQLRow) throws {
    let report = try row.text("report")
    let preview = try row.text("preview")
    self.init(
      id: try row.id("id"), fileName: try row.text("file_name"), state: try row.word("state"),
      mapping: ColumnMapping(json: try row.text("mapping")),
      report: report.isEmpty ? nil : try RosterReport(json: report),
      preview: preview.isEmpty ? nil : try JSONText.decoded(RosterPreview.self, preview),
      planDigest: try row.text("plan_digest"), createdBy: try row.idOrNil("created_by"),
      createdAt: try row.instant("created_at"), importedAt: try row.instantOrNil("imported_at"),
      undoneAt: try row.instantOrNil("undone_at"), closedAt: try row.instantOrNil("closed_at"))
  }

  /// The import of an identifier.
  /// - Throws: ``Absent`` where there is none, or the viewer may not import.
  package static func find(
    _ id: ID<RosterImport>, for viewer: Viewer, in reader: any SQLReader
  ) throws -> RosterImport {
    guard viewer.mayImportRoster, let found = try find(id, in: reader) else { throw Absent() }
    return found
  }

  static func find(_ id: ID<RosterImport>, in reader: any SQLReader) throws -> RosterImport? {
    try reader.first(
      RosterImport.self, "SELECT \(columns) FROM roster_import WHERE id = \(id)")
  }

  /// What a list shows of an import: the whole reports would be long.
  package struct Summary: Sendable, Equatable {
    package let id: ID<RosterImport>
    package let fileName: String
    package let state: State
    package let createdBy: PersonID?
    package let createdAt: Instant
    package let importedAt: Instant?
    package let undoneAt: Instant?
  }

  /// The last imports, the newest first; none for those who may not import.
  /// - Parameter ownOnly: only those that the viewer brought.
  package static func recent(
    _ limit: Int = 50, ownOnly: Bool = false, for viewer: Viewer, in reader: any SQLReader
  ) throws -> [Summary] {
    guard viewer.mayImportRoster else { return [] }
    let whose: SQLQuery = ownOnly ? "created_by = \(viewer.person)" : "1 = 1"
    return try reader.all(
      Summary.self,
      """
      SELECT id, file_name, state, created_by, created_at, imported_at, undone_at
      FROM roster_import WHERE \(whose) ORDER BY created_at DESC, id DESC LIMIT \(limit)
      """)
  }
}

extension RosterImport.Summary: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), fileName: try row.text("file_name"), state: try row.word("state"),
      createdBy: try row.idOrNil("created_by"), createdAt: try row.instant("created_at"),
      importedAt: try row.instantOrNil("imported_at"),
      undoneAt: try row.instantOrNil("undone_at"))
  }
}
