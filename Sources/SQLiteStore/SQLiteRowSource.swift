import GRDBSQLite
import SQLStore

/// Rows as SQLite takes them, without copies: valid inside ``with(_:_:)`` alone.
struct SQLiteRowSource {
  /// How many values a row has.
  let width: Int
  /// How many rows there are.
  let count: Int
  private let cells: UnsafeBufferPointer<SQLRows.Cell>
  private let bytes: UnsafeRawPointer

  /// Lends rows to work that hands them to SQLite.
  static func with<Answer>(
    _ rows: SQLRows, _ work: (SQLiteRowSource) throws -> Answer
  ) rethrows -> Answer {
    try rows.bytes.withUnsafeBytes { bytes in
      try rows.cells.withUnsafeBufferPointer { cells in
        // Texts of no length need an address as well, or SQLite takes them for NULL.
        var nothing: UInt8 = 0
        return try withUnsafeBytes(of: &nothing) { none in
          try work(
            SQLiteRowSource(
              width: rows.width, count: rows.count, cells: cells,
              bytes: bytes.baseAddress ?? none.baseAddress.unsafelyUnwrapped))
        }
      }
    }
  }

  /// Binds a value to a statement.
  func bind(_ column: Int, of row: Int, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch cells[row * width + column] {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .real(let number): sqlite3_bind_double(statement, index, number)
    // SQLite has no truth values: 0 and 1 stand for them.
    case .boolean(let truth): sqlite3_bind_int64(statement, index, truth ? 1 : 0)
    case .text(let start, let count):
      sqlite3_bind_text64(
        statement, index, characters(start), UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .bytes(let start, let count):
      sqlite3_bind_blob64(statement, index, bytes + start, UInt64(count), nil)
    }
  }

  /// Gives a value to a statement that selects from the rows.
  func give(_ column: Int, of row: Int, to context: OpaquePointer) {
    switch cells[row * width + column] {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .boolean(let truth): sqlite3_result_int64(context, truth ? 1 : 0)
    case .text(let start, let count):
      sqlite3_result_text64(
        context, characters(start), UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .bytes(let start, let count):
      sqlite3_result_blob64(context, bytes + start, UInt64(count), nil)
    }
  }

  private func characters(_ start: Int) -> UnsafePointer<CChar> {
    (bytes + start).assumingMemoryBound(to: CChar.self)
  }
}
