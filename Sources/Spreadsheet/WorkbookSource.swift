import Foundation

/// The rows of one sheet of a workbook.
///
/// The XML parser pushes, so it runs on a thread of its own, from the first `next` until the
/// last row or until this source goes; `RowPipe` keeps it at most two batches ahead.
final class WorkbookSource: RowSource {
  /// The sheet that is read, and the others.
  let format: SheetFormat

  private let pipe = RowPipe()
  private let cellText: CellText
  private let limits: SheetLimits
  /// The sheet's file, until the parsing thread takes it over.
  private var entry: ZipEntry?
  private var batch: ArraySlice<SheetRow> = []

  /// Opens a workbook and reads all of it but the sheet.
  init(path: String, sheet: String?, limits: SheetLimits) throws(SheetProblem) {
    let workbook = try Workbook(path: path, limits: limits)
    let found = try workbook.sheet(named: sheet)
    cellText = try workbook.cellText(limits: limits)
    entry = found.entry
    format = .workbook(sheet: found.name, sheets: workbook.visibleNames)
    self.limits = limits
  }

  deinit { pipe.cancel() }

  func next() throws(SheetProblem) -> SheetRow? {
    startParsing()
    if batch.isEmpty { batch = try pipe.take()[...] }
    return batch.popFirst()
  }

  private func startParsing() {
    guard let taken = entry else { return }
    entry = nil
    // Only the new thread uses the entry from here on, and the archive behind it.
    nonisolated(unsafe) let entry = taken
    let thread = Thread { [pipe, cellText, limits] in
      Self.parse(entry, cellText, limits, into: pipe)
    }
    thread.name = "spreadsheet"
    thread.start()
  }

  private static func parse(
    _ entry: ZipEntry, _ cellText: CellText, _ limits: SheetLimits, into pipe: RowPipe
  ) {
    let batch = RowBatch(pipe)
    let part = SheetPart(cellText, limits: limits) { batch.add($0) }
    let outcome = Result { () throws(SheetProblem) in try part.read(entry) }
    batch.flush()
    pipe.finish(outcome)
  }
}
