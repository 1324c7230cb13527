/// The rows of one sheet of a workbook.
final class WorkbookSource: RowSource {
  /// The sheet that is read, and the others.
  let format: SheetFormat

  private var rows: SheetRows

  /// Opens a workbook and reads all of it but the sheet.
  init(path: String, sheet: String?, limits: SheetLimits) throws(SheetProblem) {
    let workbook = try Workbook(path: path, limits: limits)
    let found = try workbook.sheet(named: sheet)
    let cellText = try workbook.cellText(limits: limits)
    rows = try SheetRows(found.entry, cellText, limits: limits)
    format = .workbook(sheet: found.name, sheets: workbook.visibleNames)
  }

  /// The sheet's next row that holds anything, or nil after the last.
  func next() throws(SheetProblem) -> SheetRow? { try rows.next() }
}
