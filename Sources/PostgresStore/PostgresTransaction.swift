import SQLStore

/// A transaction on a connection, behind the shape that both engines share.
final class PostgresTransaction: SQLWriter {
  private let link: PostgresLink
  private let trace: StatementTrace?
  /// What dooms the transaction, if anything.
  let failure = FirstFailure()

  init(link: PostgresLink, trace: StatementTrace?) {
    self.link = link
    self.trace = trace
  }

  var engine: Engine { .postgres }

  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    let answer = try send(query)
    defer { answer.discardRest() }
    while let row = try recording({ () throws(SQLError) in try answer.next() }) {
      try body(row)
    }
  }

  func execute(_ query: SQLQuery) throws -> Int {
    let answer = try send(query)
    return try recording { () throws(SQLError) in
      while try answer.next() != nil {}
      return answer.changed
    }
  }

  func executeMany(trusted statement: String, _ rows: [[SQLValue]]) throws {
    trace?.record(statement)
    try failure.check()
    try recording { () throws(SQLError) in try link.executeMany(statement, rows) }
  }

  /// Only does the work: a table without indexes would lock everybody out.
  func filling(_ tables: [String], _ work: () throws -> Void) throws {
    do { try work() } catch { throw failure.doom(error) }
  }

  private func send(_ query: SQLQuery) throws(SQLError) -> PostgresAnswer {
    let text = query.text
    trace?.record(text)
    try failure.check()
    return try recording { () throws(SQLError) in try link.send(text, query.values) }
  }

  private func recording<Answer>(
    _ work: () throws(SQLError) -> Answer
  ) throws(SQLError) -> Answer {
    do { return try work() } catch { throw failure.record(error) }
  }
}
