import Foundation
import GRDBSQLite
import SQLStore

/// Values of rows in one piece of memory, where SQLite reads them without making copies.
///
/// What is handed to SQLite stays valid until the arena is cleared, filled further or gone.
final class SQLiteRowArena {
  /// A value; texts and bytes by where they stand.
  private enum Cell {
    case null
    case integer(Int64)
    case real(Double)
    case text(start: Int, count: Int)
    case bytes(start: Int, count: Int)
  }

  /// How many rows there are.
  private(set) var count = 0
  /// How many values a row has.
  let width: Int

  private var cells: [Cell] = []
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private var used = 0

  init(width: Int) {
    self.width = width
    capacity = 4096
    memory = .allocate(byteCount: capacity, alignment: 1)
  }

  deinit { memory.deallocate() }

  /// Forgets all rows.
  func clear() {
    cells.removeAll(keepingCapacity: true)
    (used, count) = (0, 0)
  }

  /// Takes a row.
  /// - Parameter statement: what to name in an error.
  func append(_ row: [SQLValue], for statement: String) throws(SQLError) {
    guard row.count == width else {
      throw SQLLimits.wrongCount(row.count, expected: width, in: statement)
    }
    for value in row {
      switch value {
      case .null: cells.append(.null)
      case .integer(let number): cells.append(.integer(number))
      case .real(let number): cells.append(.real(number))
      // SQLite has no truth values: 0 and 1 stand for them.
      case .boolean(let truth): cells.append(.integer(truth ? 1 : 0))
      case .bytes(let bytes):
        let start = bytes.withUnsafeBytes(keep)
        cells.append(.bytes(start: start, count: bytes.count))
      case .text(var text):
        let start = text.withUTF8 { keep(UnsafeRawBufferPointer($0)) }
        if memchr(memory + start, 0, used - start) != nil {
          throw SQLLimits.nulCharacter(in: statement)
        }
        cells.append(.text(start: start, count: used - start))
      }
    }
    count += 1
  }

  /// Binds a value of the last row.
  func bind(_ column: Int, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch cells[(count - 1) * width + column] {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let number): sqlite3_bind_int64(statement, index, number)
    case .real(let number): sqlite3_bind_double(statement, index, number)
    case .text(let start, let count):
      sqlite3_bind_text64(
        statement, index, characters(start), UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .bytes(let start, let count):
      sqlite3_bind_blob64(statement, index, memory + start, UInt64(count), nil)
    }
  }

  /// Gives a value of any row to a statement that selects from the arena.
  func give(_ column: Int, of row: Int, to context: OpaquePointer) {
    switch cells[row * width + column] {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .text(let start, let count):
      sqlite3_result_text64(
        context, characters(start), UInt64(count), nil, UInt8(SQLITE_UTF8))
    case .bytes(let start, let count):
      sqlite3_result_blob64(context, memory + start, UInt64(count), nil)
    }
  }

  private func characters(_ start: Int) -> UnsafePointer<CChar> {
    UnsafePointer((memory + start).assumingMemoryBound(to: CChar.self))
  }

  /// Copies bytes behind those that are kept, and says where they stand.
  private func keep(_ bytes: UnsafeRawBufferPointer) -> Int {
    if used + bytes.count > capacity {
      let grown = max(2 * capacity, used + bytes.count)
      let larger = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 1)
      larger.copyMemory(from: memory, byteCount: used)
      memory.deallocate()
      (memory, capacity) = (larger, grown)
    }
    if let start = bytes.baseAddress {
      (memory + used).copyMemory(from: start, byteCount: bytes.count)
    }
    defer { used += bytes.count }
    return used
  }
}
