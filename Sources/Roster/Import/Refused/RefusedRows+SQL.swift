import Kernel
import SQLStore

extension RefusedRows {
  /// Keeps the rows with an import, in place of those of an earlier look.
  func keep(
    titles: [String], with id: ID<RosterImport>, in writer: any SQLWriter
  ) throws {
    try Self.forget(with: id, in: writer)
    try writer.execute(
      "UPDATE roster_import SET titles = \(try JSONText.encoded(titles)) WHERE id = \(id)")
    try writer.executeMany(
      "INSERT INTO roster_import_refused (import_id, number, line, cells) VALUES ($1, $2, $3, $4)",
      try rows.enumerated().map { number, row in
        [id.sqlValue, number.sqlValue, row.line.sqlValue, .text(try JSONText.encoded(row.cells))]
      })
  }

  /// Forgets the rows of an import.
  static func forget(with id: ID<RosterImport>, in writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM roster_import_refused WHERE import_id = \(id)")
  }
}
