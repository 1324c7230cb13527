import SQLStore

/// How a transaction begins.
enum PostgresMode: String, Sendable {
  /// One consistent state, and no change.
  case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
  /// As if no other transaction ran.
  case write = "BEGIN ISOLATION LEVEL SERIALIZABLE"
}

extension PostgresLink {
  /// Runs a closure in a transaction and keeps what it did, or nothing.
  func transaction<Answer>(
    _ mode: PostgresMode, statementTimeout: Duration?, trace: StatementTrace?,
    _ body: (PostgresTransaction) throws -> Answer
  ) throws -> Answer {
    hasSentCommit = false
    // Only for the transaction: behind a pool a session's settings would reach others.
    let milliseconds = statementTimeout.map { $0.components.seconds * 1_000 } ?? 0
    try command("\(mode.rawValue); SET LOCAL statement_timeout = \(milliseconds)")
    let transaction = PostgresTransaction(link: self, trace: trace)
    do {
      let answer = try body(transaction)
      try transaction.failure.check()
      try commit(mode)
      return answer
    } catch {
      rollBack()
      // A closure may have turned a conflict into words of its own, too early.
      if let first = transaction.failure.known, first.kind == .conflict { throw first }
      throw error
    }
  }

  private func commit(_ mode: PostgresMode) throws(SQLError) {
    hasSentCommit = mode == .write
    do throws(SQLError) {
      let tag = try command("COMMIT")
      guard tag == "COMMIT" else {
        throw SQLError(kind: .other, message: "the server answered COMMIT with \(tag)")
      }
    } catch {
      guard !isConnected else {
        hasSentCommit = false
        throw error
      }
      // A read is done; what becomes of its connection is all the same.
      if mode == .read { return }
      throw SQLError(
        kind: .unavailable,
        message: "the connection was lost during COMMIT; whether the change was kept is unknown")
    }
  }

  private func rollBack() {
    arriving?.discardRest()
    // What cannot be rolled back is no longer sound, and the session replaces it.
    _ = try? command("ROLLBACK")
  }
}
