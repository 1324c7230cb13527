/// A connection inside a read: it answers, and cannot change anything.
///
/// It is valid only inside the closure that received it, and is not Sendable, so the compiler
/// forbids to carry it away.
package protocol SQLReader {
  /// The engine behind the connection, for the few places where two statements stand side by side.
  var engine: Engine { get }

  /// Hands the rows of an answer over one by one, in bounded memory.
  ///
  /// `body` may run statements of its own; then PostgreSQL keeps the rest of this answer in memory.
  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws
}

/// A connection inside a write: one transaction that is kept whole or not at all.
///
/// A statement that fails dooms the transaction, on both engines: even when the closure catches the
/// error, later statements fail with the same one and nothing is kept.
package protocol SQLWriter: SQLReader {
  /// Runs a statement.
  /// - Returns: the number of rows that it changed.
  @discardableResult
  func execute(_ query: SQLQuery) throws -> Int

  /// Runs one statement once for each list of values, as fast as the engine can.
  ///
  /// - Parameter statement: text with `$1, $2 …` for the values, never anything that a person gave.
  func executeMany(trusted statement: String, _ rows: [[SQLValue]]) throws

  /// Runs one statement once for each row, as fast as the engine can.
  ///
  /// - Parameter statement: text with `$1, $2 …` for the values, never anything that a person gave.
  func executeMany(trusted statement: String, _ rows: SQLRows) throws

  /// Does work that adds most of the rows that some tables will have.
  ///
  /// The engine may build their indexes behind it, from sorted keys: the work should not search
  /// these tables by anything but their primary keys, and rows that break a unique index may be
  /// found at the end only. Where it throws, nothing of the transaction is kept.
  func filling(_ tables: [String], _ work: () throws -> Void) throws
}

extension SQLWriter {
  /// Runs one statement once for each list of values, as fast as the engine can.
  ///
  /// - Parameter statement: text of the source with `$1, $2 …` for the values.
  package func executeMany(_ statement: StaticString, _ rows: [[SQLValue]]) throws {
    try executeMany(trusted: "\(statement)", rows)
  }

  /// Runs one statement once for each row, as fast as the engine can.
  ///
  /// - Parameter statement: text of the source with `$1, $2 …` for the values.
  package func executeMany(_ statement: StaticString, _ rows: SQLRows) throws {
    try executeMany(trusted: "\(statement)", rows)
  }

  /// Hands the rows over as lists, a thousand at a time.
  package func executeMany(trusted statement: String, _ rows: SQLRows) throws {
    for start in stride(from: 0, to: rows.count, by: 1000) {
      let some = (start..<min(start + 1000, rows.count)).map(rows.row)
      try executeMany(trusted: statement, some)
    }
  }
}

extension SQLReader {
  /// All rows of an answer.
  package func rows(_ query: SQLQuery) throws -> [SQLRow] {
    var rows: [SQLRow] = []
    try forEach(query) { rows.append($0) }
    return rows
  }

  /// All rows of an answer as values.
  package func all<Value: SQLDecodable>(
    _ type: Value.Type = Value.self, _ query: SQLQuery
  ) throws -> [Value] {
    var values: [Value] = []
    try forEach(query) { values.append(try Value(row: $0)) }
    return values
  }

  /// The first row of an answer.
  package func first(_ query: SQLQuery) throws -> SQLRow? {
    var found: SQLRow?
    try forEach(query) { row in if found == nil { found = row } }
    return found
  }

  /// The first row of an answer as a value.
  package func first<Value: SQLDecodable>(
    _ type: Value.Type, _ query: SQLQuery
  ) throws -> Value? {
    try first(query).map { try Value(row: $0) }
  }

  /// The only number of an answer such as `SELECT count(*)`.
  package func number(_ query: SQLQuery) throws -> Int {
    guard case .integer(let number)? = try first(query)?.values.first else {
      throw SQLError(kind: .decoding, message: "expected one number", statement: query.text)
    }
    return Int(number)
  }
}
