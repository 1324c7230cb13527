import Foundation
import SQLStore

/// Writes rows as lines of JSON, the same for the same values whatever engine they come from.
struct RowWriter {
  /// Whose rows they are.
  let table: CatalogTable
  /// The lines so far.
  private(set) var bytes: [UInt8] = []

  init(table: CatalogTable) { self.table = table }

  /// Forgets what was written, keeping the memory.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a row as a line.
  /// - Throws: ``TransferProblem`` for a value that does not have its column's type.
  mutating func append(_ row: SQLRow) throws(TransferProblem) {
    bytes.append(UInt8(ascii: "["))
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard append(row.values[index], as: column.type) else {
        throw .unfit(table: table.name, column: column.name)
      }
    }
    bytes.append(UInt8(ascii: "]"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ value: SQLValue, as type: CatalogType) -> Bool {
    switch (type, value) {
    case (_, .null): append("null")
    case (.text, .text(let text)): appendString(text)
    case (.integer, .integer(let number)): append("\(number)")
    case (.real, .real(let number)): append(number)
    case (.real, .integer(let number)): append(Double(number))
    case (.boolean, .boolean(let truth)): append(truth ? "true" : "false")
    // SQLite keeps truth values as numbers.
    case (.boolean, .integer(0)): append("false")
    case (.boolean, .integer(1)): append("true")
    case (.bytes, .bytes(let bytes)): append("\"\(Data(bytes).base64EncodedString())\"")
    default: return false
    }
    return true
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// The shortest digits that give the same number back; JSON has no others than finite ones.
  private mutating func append(_ number: Double) {
    if number.isNaN { return append("\"NaN\"") }
    if number.isInfinite { return append(number < 0 ? "\"-Infinity\"" : "\"Infinity\"") }
    append("\(number)")
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<32:
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
