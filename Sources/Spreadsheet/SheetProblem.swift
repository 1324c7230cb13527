/// Why a table cannot be read, or not further.
package enum SheetProblem: Error, Sendable, Equatable {
  /// The system refused to open or read the file; `code` is its `errno`.
  case unreadable(code: Int32)
  /// The file holds no byte at all.
  case empty
  /// The file is of a kind that we know and do not read.
  case foreign(ForeignFile)
  /// The workbook, or a part that we need, is encrypted.
  case passwordProtected
  /// The workbook breaks off or contradicts itself; `part`, for logs, says where, in words that
  /// may come from the file.
  case damaged(part: String)
  /// The workbook has no visible sheet.
  case noVisibleSheet
  /// The workbook has no sheet of this name.
  case noSheet(named: String, among: [String])
  /// The file is larger than `SheetLimits.bytes`.
  case tooManyBytes(limit: Int)
  /// There are more records than `SheetLimits.records`.
  case tooManyRecords(limit: Int)
  /// A record has more columns than `SheetLimits.columns`.
  case tooManyColumns(line: Int, limit: Int)
  /// A cell is longer than `SheetLimits.cellBytes`.
  case cellTooLong(line: Int, column: Int, limit: Int)
  /// The archive holds more files than `SheetLimits.entries`.
  case tooManyEntries(limit: Int)
  /// The archive unpacks to more than `SheetLimits.unpackedBytes`.
  case unpacksTooLarge(limit: Int)
  /// The shared strings are more than `SheetLimits` allows, in number or in bytes.
  case tooManySharedStrings
  /// A quotation mark opens this cell and none closes it.
  case unterminatedQuote(line: Int, column: Int)
  /// A NUL byte: this is no text.
  case nulByte(line: Int, column: Int)
  /// Bytes that mean nothing in the encoding of the rest.
  case undecodable(line: Int)

  /// The record that the problem is in, counted as `SheetRow.line`.
  package var line: Int? {
    switch self {
    case .tooManyColumns(let line, _), .cellTooLong(let line, _, _),
      .unterminatedQuote(let line, _), .nulByte(let line, _), .undecodable(let line):
      line
    default: nil
    }
  }

  /// The column that the problem is in, from 1.
  package var column: Int? {
    switch self {
    case .cellTooLong(_, let column, _), .unterminatedQuote(_, let column),
      .nulByte(_, let column):
      column
    default: nil
    }
  }
}
