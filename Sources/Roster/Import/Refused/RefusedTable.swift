import Kernel
package import SQLStore

/// The refused rows of an import as a table: the file's own columns, and behind them what is wrong.
///
/// Mended in a spreadsheet program, it can be imported as it is. A row with several problems stands
/// there once, for a number that comes twice would be refused.
package struct RefusedTable: Sendable, Equatable {
  /// The titles of the columns.
  package let header: [String]
  /// The cells of each row.
  package let rows: [[String]]

  /// The refused rows of an import.
  ///
  /// Where the cells of a row are not kept any more, its line and what is wrong still are.
  package init(of found: RosterImport, in reader: any SQLReader) throws {
    let id = found.id
    let titles = try reader.first("SELECT titles FROM roster_import WHERE id = \(id)")?
      .text("titles")
    var cells: [Int: [String]] = [:]
    try reader.forEach(
      "SELECT line, cells FROM roster_import_refused WHERE import_id = \(id)"
    ) { row in
      cells[try row.integer("line")] = try JSONText.decoded([String].self, row.text("cells"))
    }
    self.init(
      titles: try titles.flatMap { $0.isEmpty ? nil : try JSONText.decoded([String].self, $0) },
      problems: found.report?.refused ?? [], cells: cells)
  }

  /// - Parameters:
  ///   - titles: the file's own; nil where none are kept.
  ///   - cells: those of each row, by its line.
  init(titles: [String]?, problems: [RowProblem], cells: [Int: [String]]) {
    let own = cells.isEmpty ? [] : titles ?? []
    let width = max(own.count, cells.values.map(\.count).max() ?? 0)
    let strays = (own.count..<width).map { MendingColumns.stray($0 - own.count + 1) }
    header = own + strays + MendingColumns.titles
    var rows: [[String]] = []
    var start = problems.startIndex
    while start < problems.endIndex {
      let line = problems[start].line
      let some = problems[start...].prefix { $0.line == line }
      let kept = cells[line] ?? []
      rows.append(
        kept + Array(repeating: "", count: width - kept.count) + [
          String(line), some.map(\.column).joined(separator: "; "),
          some.map(\.reason).joined(separator: "; "),
        ])
      start = some.endIndex
    }
    self.rows = rows
  }
}
