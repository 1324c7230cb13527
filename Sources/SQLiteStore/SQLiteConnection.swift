import Foundation
import GRDB
import GRDBSQLite
import SQLStore

/// A transaction on GRDB's connection, behind the shape that both engines share.
///
/// GRDB keeps the connections, their threads, transactions and prepared statements. Values are
/// bound and read with SQLite's own functions: half the time of a detour over GRDB's rows.
final class SQLiteConnection: SQLWriter {
  private let database: Database
  private let trace: StatementTrace?
  let failure = FirstFailure()
  /// How many bytes of texts were inserted since the cache was written to the log.
  private var unflushed = 0
  /// Less than half of what the cache holds, for rows take more than their texts.
  private static let mostUnflushed = 8 << 20

  init(database: Database, trace: StatementTrace?) {
    self.database = database
    self.trace = trace
  }

  var engine: Engine { .sqlite }

  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    let (text, values) = (query.text(for: .sqlite), query.values)
    try run(text, keep: values.count <= SQLLimits.valuesOfKeptStatement) { statement in
      try record { () throws(SQLError) in try statement.bind(values) }
      guard try step(statement) else { return }
      let columns = SQLColumns(statement.columnNames)
      var row = SQLRow(columns: columns, values: statement.row(columns.names.count))
      repeat {
        try body(row)
        guard try step(statement) else { return }
        statement.renew(&row.values)
      } while true
    }
  }

  func execute(_ query: SQLQuery) throws -> Int {
    let (text, values) = (query.text(for: .sqlite), query.values)
    return try run(text, keep: values.count <= SQLLimits.valuesOfKeptStatement) { statement in
      try record { () throws(SQLError) in try statement.bind(values) }
      // SQLite remembers the count of the last change, so one that changed nothing is told apart.
      let before = database.totalChangesCount
      while try step(statement) {}
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func executeMany(trusted statement: String, _ rows: [[SQLValue]]) throws {
    let width = rows.first?.count ?? 0
    if let wrong = rows.first(where: { $0.count != width }) {
      throw failure.record(
        SQLLimits.wrongCount(wrong.count, expected: width, in: statement))
    }
    var packed = SQLRows(width: width)
    for row in rows { packed.add(row: row) }
    // A statement without values is run as often as there are rows.
    if width == 0 {
      for _ in rows { _ = try execute(SQLQuery(trusted: statement)) }
    } else {
      try executeMany(trusted: statement, packed)
    }
  }

  func executeMany(trusted statement: String, _ rows: SQLRows) throws {
    if rows.holdsNul { throw failure.record(SQLLimits.nulCharacter(in: statement)) }
    if rows.count >= SQLiteBulkInsert.worthwhile, let bulk = SQLiteBulkInsert(statement) {
      return try insert(rows, bulk)
    }
    try run(statement, keep: true) { statement in
      let order = statement.placeholders
      let expected = (order.max() ?? -1) + 1
      guard rows.isEmpty || rows.width == expected else {
        throw failure.record(
          SQLLimits.wrongCount(rows.width, expected: expected, in: statement.text))
      }
      try SQLiteRowSource.with(rows) { source in
        // What is bound does not outlive the source.
        defer { sqlite3_clear_bindings(statement.pointer) }
        for row in 0..<source.count {
          try record { () throws(SQLError) in try statement.bind(source, row: row, order: order) }
          while try step(statement) {}
          statement.reset()
        }
      }
    }
  }

  /// Inserts all rows by one statement.
  private func insert(_ rows: SQLRows, _ bulk: SQLiteBulkInsert) throws {
    try run(bulk.text, keep: true) { statement in
      guard rows.width == bulk.width else {
        throw failure.record(
          SQLLimits.wrongCount(rows.width, expected: bulk.width, in: statement.text))
      }
      try SQLiteRowSource.with(rows) { source in
        try withUnsafePointer(to: source) { pointer in
          defer { sqlite3_clear_bindings(statement.pointer) }
          try record { () throws(SQLError) in try statement.bind(source: pointer) }
          while try step(statement) {}
          statement.reset()
        }
      }
    }
    unflushed += rows.bytes.count
    if unflushed >= Self.mostUnflushed { flush() }
  }

  /// Writes what the cache holds of the transaction to the log, between two statements.
  ///
  /// Where the cache is full in the middle of a statement, SQLite keeps a copy of each page before
  /// it writes the page: another one would be written for each.
  func flush() {
    // What cannot be written now is written later, and fails then if it has to.
    sqlite3_db_cacheflush(database.sqliteConnection)
    unflushed = 0
  }

  /// - Throws: the first failure, when the closure caught it: nothing of the transaction is kept.
  func checkUndoomed() throws { try failure.check() }

  /// Runs work with a prepared statement, and makes it free again.
  private func run<Answer>(
    _ text: String, keep: Bool, _ work: (SQLiteStatementHandle) throws -> Answer
  ) throws -> Answer {
    trace?.record(text)
    try failure.check()
    var statement = try record { () throws(SQLError) in try prepared(text, keep: keep) }
    if sqlite3_stmt_busy(statement.sqliteStatement) != 0 {
      // The same text is being read further out: it has to keep its place.
      statement = try record { () throws(SQLError) in try prepared(text, keep: false) }
    }
    let handle = SQLiteStatementHandle(pointer: statement.sqliteStatement, text: text)
    defer {
      withExtendedLifetime(statement) {
        handle.reset()
        sqlite3_clear_bindings(handle.pointer)
      }
    }
    return try work(handle)
  }

  private func prepared(_ text: String, keep: Bool) throws(SQLError) -> Statement {
    try translatingErrors(statement: text) {
      keep ? try database.cachedStatement(sql: text) : try database.makeStatement(sql: text)
    }
  }

  /// - Returns: whether there is a row to read.
  private func step(_ statement: SQLiteStatementHandle) throws -> Bool {
    switch sqlite3_step(statement.pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case SQLITE_INTERRUPT: throw CancellationError()
    case let code:
      let message = database.lastErrorMessage ?? "error \(code)"
      throw failure.record(
        SQLError(sqliteCode: code, message: message, statement: statement.text))
    }
  }

  private func record<Answer>(_ work: () throws(SQLError) -> Answer) throws(SQLError) -> Answer {
    do { return try work() } catch { throw failure.record(error) }
  }
}
