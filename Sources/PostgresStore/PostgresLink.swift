import CPostgres
import SQLStore

/// One connection to the server, used by one thread at a time.
final class PostgresLink {
  /// What libpq's functions take.
  let connection: OpaquePointer
  private let keepsStatements: Bool
  private var prepared: [String: Prepared] = [:]
  private var uses = 0
  private var parameters = PostgresParameters()
  /// The answer that the server is still sending; there is at most one.
  var arriving: PostgresAnswer?
  /// Set when a kept statement no longer fits its table: another connection will take over.
  var isStale = false
  /// Set as soon as the server may have committed, so that nothing is done twice.
  var hasSentCommit = false

  /// A statement that the server keeps for this connection.
  private struct Prepared {
    let name: String
    var lastUse: Int
  }

  /// How many statements a connection keeps prepared.
  static let keptStatements = 256

  /// Connects; blocks until the server answers.
  init(address: PostgresAddress) throws(SQLError) {
    connection = try address.connect()
    keepsStatements = !address.isPooled
  }

  deinit { PQfinish(connection) }

  /// Whether another transaction can begin here.
  var isSound: Bool {
    PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
      && !isStale
  }

  /// Whether the server is still there.
  var isConnected: Bool { PQstatus(connection) == CONNECTION_OK }

  /// The server's number of this session.
  var number: Int32 { PQbackendPID(connection) }

  /// Runs a command without values.
  /// - Returns: the server's tag, such as `COMMIT`.
  @discardableResult
  func command(_ text: String) throws(SQLError) -> String {
    let result = PQexec(connection, text)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw SQLError(result: result, statement: text)
    }
    return PQcmdStatus(result).map { String(cString: $0) } ?? ""
  }

  /// Sends a statement; its answer comes row by row.
  func send(_ text: String, _ values: [SQLValue]) throws(SQLError) -> PostgresAnswer {
    try settle()
    try parameters.set(values, statement: text)
    let keep = keepsStatements && values.count <= SQLLimits.valuesOfKeptStatement
    let name = keep ? try preparedName(text) : nil
    try queue(text, name: name)
    PQsetSingleRowMode(connection)
    let answer = PostgresAnswer(link: self, text: text)
    arriving = answer
    return answer
  }

  /// Takes what the server is still sending, so that it listens again.
  func settle() throws(SQLError) {
    try arriving?.keepRest()
  }

  /// Replaces the values of the next statement that is queued.
  func setParameters(_ values: [SQLValue], statement: String) throws(SQLError) {
    try parameters.set(values, statement: statement)
  }

  /// Hands a statement with its values to libpq.
  func queue(_ text: String, name: String?) throws(SQLError) {
    let connection = connection
    let isSent = parameters.withPointers { count, values, lengths, formats in
      if let name {
        PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
      } else {
        PQsendQueryParams(connection, text, count, nil, values, lengths, formats, 0)
      }
    }
    guard isSent == 1 else { throw SQLError(connection: connection, statement: text) }
  }

  /// The name under which the server keeps a statement for this connection.
  /// - Returns: nil behind a pool that keeps none.
  func preparedName(_ text: String) throws(SQLError) -> String? {
    guard keepsStatements else { return nil }
    uses += 1
    if let known = prepared[text] {
      prepared[text]?.lastUse = uses
      return known.name
    }
    if prepared.count >= Self.keptStatements,
      let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      try command("DEALLOCATE \(oldest.value.name)")
      prepared[oldest.key] = nil
    }
    let name = "s\(uses)"
    try prepare(text, as: name)
    prepared[text] = Prepared(name: name, lastUse: uses)
    return name
  }

  /// Lets the server read a statement.
  /// - Parameter name: empty for one that the next such statement replaces.
  func prepare(_ text: String, as name: String) throws(SQLError) {
    let result = PQprepare(connection, name, text, 0, nil)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw SQLError(result: result, statement: text)
    }
  }
}
