import CPostgres
import SQLStore

/// The columns of an answer: their names, and how their text is read.
struct PostgresColumns {
  private enum Form {
    case integer, real, numeric, boolean, bytes, text

    /// - Parameter type: the number of the type in the server's catalog, fixed for built-in types.
    init(type: Oid) {
      self =
        switch type {
        case 16: .boolean
        case 17: .bytes
        case 20, 21, 23, 26: .integer
        case 700, 701: .real
        case 1700: .numeric
        default: .text
        }
    }
  }

  private let columns: SQLColumns
  private let forms: [Form]

  /// Reads what the first result of an answer says of its columns.
  init(result: OpaquePointer) {
    let indices = 0..<PQnfields(result)
    columns = SQLColumns(
      indices.map { index in PQfname(result, index).map { String(cString: $0) } ?? "" })
    forms = indices.map { Form(type: PQftype(result, $0)) }
  }

  /// The values of a row.
  /// - Throws: ``SQLError`` of kind `decoding` when the server's text is not what its type says.
  func row(_ result: OpaquePointer, at number: Int32) throws(SQLError) -> SQLRow {
    var values: [SQLValue] = []
    values.reserveCapacity(forms.count)
    for (index, form) in forms.enumerated() {
      let field = Int32(index)
      guard PQgetisnull(result, number, field) == 0, let start = PQgetvalue(result, number, field)
      else {
        values.append(.null)
        continue
      }
      let bytes = UnsafeRawBufferPointer(
        start: start, count: Int(PQgetlength(result, number, field)))
      guard let value = Self.value(bytes, form) else {
        throw SQLError(kind: .decoding, message: "column \(columns.names[index]) is no \(form)")
      }
      values.append(value)
    }
    return SQLRow(columns: columns, values: values)
  }

  private static func value(_ bytes: UnsafeRawBufferPointer, _ form: Form) -> SQLValue? {
    switch form {
    case .text: .text(String(decoding: bytes, as: UTF8.self))
    case .integer: integer(bytes).map { .integer($0) }
    case .boolean: .boolean(bytes.first == UInt8(ascii: "t"))
    case .real: Double(String(decoding: bytes, as: UTF8.self)).map { .real($0) }
    // Sums and counts of whole numbers have no point; SQLite gives them as integers.
    case .numeric:
      integer(bytes).map { .integer($0) }
        ?? Double(String(decoding: bytes, as: UTF8.self)).map { .real($0) }
    case .bytes: hexadecimal(bytes).map { .bytes($0) }
    }
  }

  private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var number: Int64 = 0
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      let digit = Int64(byte) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      // Counted downwards: the smallest number has no positive twin.
      let (tens, tensOverflow) = number.multipliedReportingOverflow(by: 10)
      let (next, overflow) = tens.subtractingReportingOverflow(digit)
      guard !tensOverflow, !overflow else { return nil }
      number = next
    }
    guard bytes.count > (isNegative ? 1 : 0), isNegative || number != .min else { return nil }
    return isNegative ? number : -number
  }

  /// Reads `\x00ff…`.
  private static func hexadecimal(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard text.count >= 2, text.count % 2 == 0, text[1] == UInt8(ascii: "x") else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 - 1)
    for index in stride(from: 2, to: text.count, by: 2) {
      guard let high = nibble(text[index]), let low = nibble(text[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func nibble(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
