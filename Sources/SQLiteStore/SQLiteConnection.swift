import Foundation
import GRDB
import SQLStore

/// GRDB's connection behind the shape that both engines share.
struct SQLiteConnection: SQLWriter {
  let database: Database
  let trace: StatementTrace?

  var engine: Engine { .sqlite }

  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    let text = query.text
    trace?.record(text)
    try translatingErrors(statement: text) {
      let statement = try database.cachedStatement(sql: text)
      let columns = statement.columnNames
      let rows = try Row.fetchCursor(statement, arguments: arguments(query.values))
      while let row = try rows.next() {
        let values = (0..<columns.count).map { SQLValue(row[$0] as DatabaseValue) }
        try body(SQLRow(columns: columns, values: values))
      }
    }
  }

  func execute(_ query: SQLQuery) throws -> Int {
    let text = query.text
    trace?.record(text)
    return try translatingErrors(statement: text) {
      let statement = try database.cachedStatement(sql: text)
      try statement.execute(arguments: arguments(query.values))
      return database.changesCount
    }
  }

  func executeMany(_ statement: StaticString, _ rows: [[SQLValue]]) throws {
    let text = "\(statement)"
    trace?.record(text)
    try translatingErrors(statement: text) {
      let statement = try database.cachedStatement(sql: text)
      for row in rows {
        statement.setUncheckedArguments(arguments(row))
        try statement.execute()
      }
    }
  }

  private func arguments(_ values: [SQLValue]) -> StatementArguments {
    StatementArguments(values.map(\.databaseValue))
  }
}

extension SQLValue {
  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes([UInt8](data))
      }
  }

  /// SQLite has no truth values: 0 and 1 stand for them.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .boolean(let truth): truth.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}
