/// Reads a table from a file, one row at a time, whatever a hospital office saved it as.
///
/// The format is recognized by content, never by name. Memory stays bounded: a few chunks of the
/// file, the row in hand, and of a workbook its shared strings (see `SheetLimits`). Reading
/// blocks the thread. A reader has one owner and reads once; to start over, open the file again.
package struct SheetReader: ~Copyable {
  /// What the file was recognized as.
  package let format: SheetFormat

  private let rows: any RowSource
  private var failure: SheetProblem?

  /// Opens and recognizes a file; of a workbook the sheet of that name, or the first visible one.
  ///
  /// Throws where nothing of the file can be used: not readable, too large, a foreign kind.
  package init(
    path: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()
  ) throws(SheetProblem) {
    let file = try ByteFile(path: path)
    guard file.size > 0 else { throw .empty }
    guard file.size <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
    switch FileKind(start: try file.start(8)) {
    case .zip:
      let source = try WorkbookSource(path: path, sheet: sheet, limits: limits)
      (format, rows) = (source.format, source)
    case .compound: throw try CompoundFile.problem(of: file)
    case .foreign(let kind): throw .foreign(kind)
    case .other:
      let source = try TextSource(file, limits: limits)
      (format, rows) = (source.format, source)
    }
  }

  /// The next row that holds anything, or nil after the last.
  ///
  /// Rows before a problem are returned first; after one, every call throws it again.
  package mutating func next() throws(SheetProblem) -> SheetRow? {
    if let failure { throw failure }
    do {
      return try rows.next()
    } catch {
      failure = error
      throw error
    }
  }
}
