/// What a file was recognized as.
package enum SheetFormat: Sendable, Equatable {
  /// A text table.
  case text(TextEncoding, Delimiter)
  /// An Excel workbook: the sheet that is read, and the names of all visible ones in order.
  case workbook(sheet: String, sheets: [String])

  /// A line for the person who sent the file, such as
  /// "Text, Windows-1252, separated by semicolons".
  package var summary: String {
    switch self {
    case .text(let encoding, let delimiter):
      "Text, \(encoding.name), separated by \(delimiter.plural)"
    case .workbook(let sheet, _):
      "Excel workbook, sheet “\(sheet)”"
    }
  }
}
