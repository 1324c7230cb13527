/// The rows of a text table.
final class TextSource: RowSource {
  /// The encoding and the delimiter that were recognized.
  let format: SheetFormat

  private var window: TextWindow
  private var scanner: RecordScanner
  private let limits: SheetLimits
  private var line = 0

  /// Recognizes encoding and delimiter and stands before the first record.
  init(_ file: ByteFile, limits: SheetLimits) throws(SheetProblem) {
    window = try TextWindow(file)
    try window.extend()
    if let kind = ForeignText.kind(of: window.bytes) { throw .foreign(kind) }
    if !window.isLast { try window.extend() }
    let declared = DelimiterLine(window.bytes)
    let delimiter =
      declared?.delimiter
      ?? DelimiterGuess(window.bytes, isWhole: window.isLast).delimiter
    scanner = RecordScanner(delimiter: delimiter, limits: limits)
    format = .text(window.encoding, delimiter)
    self.limits = limits
    if let declared { window.consume(declared.length) }
  }

  /// The next record that holds anything, or nil after the last.
  func next() throws(SheetProblem) -> SheetRow? {
    while true {
      let text = window.bytes
      if text.isEmpty, window.isLast {
        guard window.endsIntact else { throw .undecodable(line: line + 1) }
        return nil
      }
      guard
        !text.isEmpty,
        let length = try scanner.scan(text, isLast: window.isLast, line: line + 1)
      else {
        try window.extend()
        continue
      }
      line += 1
      guard window.isIntact(length) else { throw .undecodable(line: line) }
      if line > limits.records { throw .tooManyRecords(limit: limits.records) }
      window.consume(length)
      if !scanner.isBlank { return SheetRow(line: line, cells: scanner.cells) }
    }
  }
}
