import CPostgres
import SQLStore

/// The answer to one statement, read row by row while the server sends it.
final class PostgresAnswer {
  private let link: PostgresLink
  private let text: String
  private var columns: PostgresColumns?
  /// Rows that were taken off the wire before they were asked for.
  private var kept: ArraySlice<SQLRow> = []
  private var isFinished = false
  /// How many rows an INSERT, UPDATE or DELETE changed; known at the end.
  private(set) var changed = 0

  init(link: PostgresLink, text: String) {
    self.link = link
    self.text = text
  }

  /// The next row, or nil after the last one.
  func next() throws(SQLError) -> SQLRow? {
    if let row = kept.popFirst() { return row }
    return try receive()
  }

  /// Takes the remaining rows into memory, so that another statement can be sent.
  func keepRest() throws(SQLError) {
    while let row = try receive() { kept.append(row) }
  }

  /// Leaves the remaining rows unread.
  func discardRest() {
    while !isFinished {
      guard let result = PQgetResult(link.connection) else { return finish() }
      let status = PQresultStatus(result)
      PQclear(result)
      if status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH {
        // A bulk copy has no end of its own; its connection is given up.
        link.isStale = true
        finish()
      }
    }
  }

  private func receive() throws(SQLError) -> SQLRow? {
    while !isFinished {
      guard let result = PQgetResult(link.connection) else {
        finish()
        break
      }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE:
        let columns = columns ?? PostgresColumns(result: result)
        self.columns = columns
        return try columns.row(result, at: 0)
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
        changed = Self.changed(result)
      default:
        let error = SQLError(result: result, statement: text)
        let isStalePlan = SQLError.isStalePlan(result)
        discardRest()
        guard isStalePlan else { throw error }
        link.isStale = true
        throw SQLError(kind: .conflict, message: error.message, statement: text)
      }
    }
    return nil
  }

  private func finish() {
    isFinished = true
    if link.arriving === self { link.arriving = nil }
  }

  /// Only a change counts: the server would tell the rows of a SELECT as well.
  private static func changed(_ result: OpaquePointer) -> Int {
    let tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
    guard ["INSERT", "UPDATE", "DELETE"].contains(tag.prefix { $0 != " " }) else { return 0 }
    return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
  }
}
