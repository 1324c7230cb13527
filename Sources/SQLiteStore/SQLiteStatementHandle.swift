import Foundation
import GRDBSQLite
import SQLStore

/// SQLite's own statement: its values are bound and its rows read here.
struct SQLiteStatementHandle {
  /// What SQLite's functions take.
  let pointer: OpaquePointer
  /// What it was prepared from.
  let text: String

  /// The names of the answer's columns.
  var columnNames: [String] {
    (0..<sqlite3_column_count(pointer)).map { index in
      sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }
  }

  /// For each of SQLite's parameters, which of the given values it takes.
  ///
  /// SQLite counts `$1, $2 …` in the order of their appearance, PostgreSQL by their number.
  var placeholders: [Int] {
    (0..<sqlite3_bind_parameter_count(pointer)).map { index in
      let name = sqlite3_bind_parameter_name(pointer, index + 1).map { String(cString: $0) }
      return name.flatMap { Int($0.dropFirst()) }.map { $0 - 1 } ?? Int(index)
    }
  }

  /// Ends the run; what is bound stays.
  func reset() { sqlite3_reset(pointer) }

  /// Binds one value to each parameter, in order.
  func bind(_ values: [SQLValue]) throws(SQLError) {
    let expected = Int(sqlite3_bind_parameter_count(pointer))
    guard values.count == expected else {
      throw SQLLimits.wrongCount(values.count, expected: expected, in: text)
    }
    for index in values.indices { try bind(values[index], at: Int32(index + 1)) }
  }

  /// Binds to each parameter the value of a row that its name tells.
  func bind(_ source: SQLiteRowSource, row: Int, order: [Int]) throws(SQLError) {
    for index in order.indices {
      let place = Int32(index + 1)
      try check(source.bind(order[index], of: row, to: pointer, at: place), at: place)
    }
  }

  /// Binds the rows from which the statement selects; they must live until it is done.
  func bind(source: UnsafePointer<SQLiteRowSource>) throws(SQLError) {
    let address = UnsafeMutableRawPointer(mutating: source)
    try check(sqlite3_bind_pointer(pointer, 1, address, SQLiteRowFeed.argument, nil), at: 1)
  }

  private func check(_ code: Int32, at index: Int32) throws(SQLError) {
    guard code == SQLITE_OK else {
      throw SQLError(sqliteCode: code, message: "value \(index) cannot be bound", statement: text)
    }
  }

  /// The values of the row at which the statement stands.
  func row(_ count: Int) -> [SQLValue] {
    [SQLValue](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        buffer.initializeElement(at: index, to: value(Int32(index)))
      }
      initialized = count
    }
  }

  /// Puts the values of the row at which the statement stands in place of those of the row before.
  ///
  /// Lists are sorted, so a row often repeats a text of the row before: that one is kept, and none
  /// is made.
  func renew(_ values: inout [SQLValue]) {
    for index in values.indices {
      guard sqlite3_column_type(pointer, Int32(index)) == SQLITE_TEXT else {
        values[index] = value(Int32(index))
        continue
      }
      let text = text(Int32(index))
      if !Self.isText(values[index], text) {
        values[index] = .text(String(decoding: text, as: UTF8.self))
      }
    }
  }

  /// Whether a value is a text of these bytes.
  private static func isText(_ value: SQLValue, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard case .text(let text) = value else { return false }
    return text.utf8.withContiguousStorageIfAvailable { known in
      guard known.count == bytes.count else { return false }
      guard let known = known.baseAddress, let start = bytes.baseAddress else { return true }
      return memcmp(known, start, bytes.count) == 0
    } ?? false
  }

  /// The bytes of a column that holds a text, until the next row.
  private func text(_ index: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(pointer, index)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index)))
  }

  private func value(_ index: Int32) -> SQLValue {
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_INTEGER:
      return .integer(sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT:
      return .real(sqlite3_column_double(pointer, index))
    case SQLITE_TEXT:
      return .text(String(decoding: text(index), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(pointer, index)
      let count = Int(sqlite3_column_bytes(pointer, index))
      return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default:
      return .null
    }
  }

  /// SQLite has no truth values: 0 and 1 stand for them.
  private func bind(_ value: SQLValue, at index: Int32) throws(SQLError) {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(pointer, index)
    case .integer(let number): code = sqlite3_bind_int64(pointer, index, number)
    case .real(let number): code = sqlite3_bind_double(pointer, index, number)
    case .boolean(let truth): code = sqlite3_bind_int64(pointer, index, truth ? 1 : 0)
    case .text(let text): code = try bind(text, at: index)
    case .bytes(let bytes):
      code = bytes.withUnsafeBytes { buffer in
        // An empty array has no address, and SQLite takes none for NULL.
        buffer.isEmpty
          ? sqlite3_bind_zeroblob(pointer, index, 0)
          : sqlite3_bind_blob64(
            pointer, index, buffer.baseAddress, UInt64(buffer.count), Self.copied)
      }
    }
    try check(code, at: index)
  }

  private func bind(_ string: String, at index: Int32) throws(SQLError) -> Int32 {
    var string = string
    let code: Int32? = string.withUTF8 { buffer in
      guard !buffer.contains(0) else { return nil }
      return buffer.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text64(
          pointer, index, characters.baseAddress, UInt64(characters.count), Self.copied,
          UInt8(SQLITE_UTF8))
      }
    }
    guard let code else { throw SQLLimits.nulCharacter(in: text) }
    return code
  }

  /// Tells SQLite to copy what is bound.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
