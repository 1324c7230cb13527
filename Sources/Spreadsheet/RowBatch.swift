/// Collects parsed rows into batches, so that the threads meet seldom.
final class RowBatch {
  private let pipe: RowPipe
  private var rows: [SheetRow] = []
  private var bytes = 0

  private static let mostRows = 256
  private static let mostBytes = 524_288

  /// Gives its batches to `pipe`.
  init(_ pipe: RowPipe) {
    self.pipe = pipe
  }

  /// Takes a row and says whether more are wanted.
  func add(_ row: SheetRow) -> Bool {
    rows.append(row)
    bytes += row.cells.reduce(0) { $0 + $1.utf8.count + MemoryLayout<String>.size }
    return rows.count < Self.mostRows && bytes < Self.mostBytes || flush()
  }

  /// Gives what is collected and says whether more is wanted.
  @discardableResult
  func flush() -> Bool {
    if rows.isEmpty { return true }
    defer {
      rows = []
      bytes = 0
    }
    return pipe.give(rows)
  }
}
