import Spreadsheet

/// Finds the header among a file's first rows, below titles and printed-on lines.
struct HeaderSearch {
  /// How many rows are looked at.
  static let depth = 20

  /// The rows, as they stand in the file.
  let rows: [SheetRow]
  /// The cells of each row, without spaces around them.
  let titles: [[String]]

  init(_ rows: [SheetRow]) {
    self.rows = rows
    titles = rows.map { row in row.cells.map(RosterCell.clean) }
  }

  /// Where the header is: the row in which most cells are titles that we know, else the fullest.
  var header: Int? {
    guard !rows.isEmpty else { return nil }
    let known = titles.map { ColumnMapping(guessing: $0).columns.count }
    if let most = known.max(), most >= 3 { return known.firstIndex(of: most) }
    let filled = titles.map { cells in cells.count { !$0.isEmpty } }
    return filled.max().flatMap { filled.firstIndex(of: $0) }
  }

  /// How many rows below the header belong to it.
  ///
  /// Qualtrics puts the questions' wording and a row of `{"ImportId":"QID1"}` there.
  func extraRows(below header: Int) -> Int {
    let below = titles[(header + 1)...].prefix(3)
    guard let last = below.lastIndex(where: Self.isImportIDs) else { return 0 }
    return last - header
  }

  private static func isImportIDs(_ cells: [String]) -> Bool {
    cells.contains { $0.hasPrefix("{\"ImportId\"") || $0.hasPrefix("{'ImportId'") }
  }
}
