import CPostgres
import SQLStore

extension PostgresLink {
  /// How many statements are sent before the answers are read.
  private static let pipelineLength = 1_000

  /// Runs one statement for each list of values without waiting for each answer.
  func executeMany(_ text: String, _ rows: [[SQLValue]]) throws(SQLError) {
    try settle()
    let kept = try preparedName(text)
    // Also a pool lends the same connection for all of a transaction.
    if kept == nil { try prepare(text, as: "") }
    guard PQenterPipelineMode(connection) == 1 else {
      throw SQLError(connection: connection, statement: text)
    }
    defer { PQexitPipelineMode(connection) }
    var start = 0
    while start < rows.count {
      let end = min(start + Self.pipelineLength, rows.count)
      try pipeline(text, name: kept ?? "", rows[start..<end])
      start = end
    }
  }

  private func pipeline(
    _ text: String, name: String, _ rows: ArraySlice<[SQLValue]>
  ) throws(SQLError) {
    var failure: SQLError?
    for row in rows {
      do {
        try setParameters(row, statement: text)
        try queue(text, name: name)
      } catch {
        failure = error
        break
      }
    }
    PQpipelineSync(connection)
    let answered = receiveUntilSync(text)
    if let first = failure ?? answered { throw first }
  }

  /// Reads the answers of a pipeline.
  /// - Returns: the first error among them.
  private func receiveUntilSync(_ text: String) -> SQLError? {
    var failure: SQLError?
    while true {
      // A null stands between two statements; after a lost connection it is all that comes.
      guard let result = PQgetResult(connection) else {
        if isConnected { continue }
        return failure ?? SQLError(connection: connection, statement: text)
      }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_PIPELINE_SYNC: return failure
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: break
      default: failure = failure ?? SQLError(result: result, statement: text)
      }
    }
  }
}
