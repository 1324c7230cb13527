/// One record of a table, as its cells stand in the file.
package struct SheetRow: Sendable, Equatable {
  /// The row number that a spreadsheet program shows for this record, from 1.
  ///
  /// In text, every record counts, blank ones too; a quoted newline starts no new one. In a
  /// workbook it is the sheet's own row number. So "line 12" means the same to the person who
  /// opens the file and to the one who reads our message.
  package var line: Int

  /// The values from the first column on; spaces around them are kept.
  package var cells: [String]

  /// A record as it would be read from `line`.
  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }

  /// Whether every cell is empty: such records are counted and never returned.
  var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}
