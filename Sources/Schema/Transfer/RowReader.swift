import Foundation
import SQLStore

/// Reads a row from a line of JSON: a list of plain values, one for each column.
struct RowReader {
  private let line: [UInt8]
  private var position = 0

  private init(line: [UInt8]) { self.line = line }

  /// The values of a line, or nil when it is not what the columns say.
  static func values(_ line: [UInt8], columns: [CatalogColumn]) -> [SQLValue]? {
    var reader = RowReader(line: line)
    return reader.row(columns)
  }

  private mutating func row(_ columns: [CatalogColumn]) -> [SQLValue]? {
    guard skip("[") else { return nil }
    var values: [SQLValue] = []
    values.reserveCapacity(columns.count)
    for (index, column) in columns.enumerated() {
      if index > 0 {
        guard skip(",") else { return nil }
      }
      guard let value = value(column.type) else { return nil }
      values.append(value)
    }
    guard skip("]"), position == line.count else { return nil }
    return values
  }

  private mutating func value(_ type: CatalogType) -> SQLValue? {
    if skip("null") { return .null }
    switch type {
    case .text:
      return string().map { .text($0) }
    case .integer:
      return Int64(number()).map { .integer($0) }
    case .real:
      let digits = peek == UInt8(ascii: "\"") ? string() ?? "" : number()
      return Double(digits).map { .real($0) }
    case .boolean:
      if skip("true") { return .boolean(true) }
      return skip("false") ? .boolean(false) : nil
    case .bytes:
      return string().flatMap { Data(base64Encoded: $0) }.map { .bytes([UInt8]($0)) }
    }
  }

  private var peek: UInt8? { position < line.count ? line[position] : nil }

  private mutating func skip(_ characters: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(
      start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    guard line[position...].starts(with: expected) else { return false }
    position += expected.count
    return true
  }

  private mutating func number() -> String {
    let digits = line[position...].prefix { byte in
      (48...57).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    position = digits.endIndex
    return String(decoding: digits, as: UTF8.self)
  }

  private mutating func string() -> String? {
    guard skip("\"") else { return nil }
    var bytes: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let characters = escaped() else { return nil }
        bytes += characters.utf8
      default: bytes.append(byte)
      }
    }
    return nil
  }

  /// The character that follows a backslash; the position is behind it.
  private mutating func escaped() -> String? {
    guard let byte = peek else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unicode()
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(UnicodeScalar(byte))
    default: return nil
    }
  }

  /// Characters beyond the first 65,536 stand as two halves.
  private mutating func unicode() -> String? {
    guard let first = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else {
      return String(validating: [first], as: UTF16.self)
    }
    guard skip("\\u"), let second = codeUnit() else { return nil }
    return String(validating: [first, second], as: UTF16.self)
  }

  private mutating func codeUnit() -> UInt16? {
    let digits = line[position...].prefix(4)
    position = digits.endIndex
    return digits.count == 4 ? UInt16(String(decoding: digits, as: UTF8.self), radix: 16) : nil
  }
}
