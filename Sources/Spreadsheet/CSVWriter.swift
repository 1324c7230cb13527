/// Writes a table as CSV that spreadsheet programs open without harm.
///
/// After RFC 4180: commas, CRLF, quotes where a cell needs them. A cell that a program could
/// take for a formula gets an apostrophe in front (ASVS 1.2.10). Rows gather in `bytes`; take
/// them with `drain` as often as the stream behind it likes.
package struct CSVWriter: Sendable {
  /// What is written and not drained yet.
  package private(set) var bytes: [UInt8] = []

  /// Begins a table; Excel needs the mark to read UTF-8 as such.
  package init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes = TextEncoding.utf8WithMark.mark }
  }

  /// Adds one record.
  package mutating func write(_ cells: [String]) {
    // A record of one empty cell would otherwise look like a blank line.
    if cells == [""] { bytes += [Self.quote, Self.quote] }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      var cell = cell
      cell.withUTF8 { append($0) }
    }
    bytes += [0x0D, 0x0A]
  }

  /// Hands over what was written since the last time.
  package mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private static let quote = UInt8(ascii: "\"")

  /// Adds one cell; NUL bytes are left out, for no reader of tables takes them.
  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    let isQuoted = Self.needsQuotes(cell)
    if isQuoted { bytes.append(Self.quote) }
    if FormulaGuard.isDangerous(cell) { bytes.append(UInt8(ascii: "'")) }
    for byte in cell where byte != 0 {
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(Self.quote) }
  }

  /// Whether a cell holds what could end it, or spaces at its edges, which some readers drop.
  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.first == 0x20 || cell.last == 0x20
      || cell.contains { byte in
        byte == quote || byte == 0x0D || byte == 0x0A || Delimiter(rawValue: byte) != nil
      }
  }
}
