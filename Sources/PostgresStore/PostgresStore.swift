package import SQLStore

/// The engine for those who outgrow one machine: any number of programs on one database.
///
/// `read` sees one consistent state. `write` is serializable: when the server finds that two
/// transactions could not have run one after the other, the closure is run again, a bounded number
/// of times. All SQL runs on threads of the sessions' own.
package struct PostgresStore: Store {
  private let pool: PostgresPool
  private let limits: PostgresLimits
  private let trace: StatementTrace?

  /// Connects to a server, and looks whether the database is fit for us.
  ///
  /// - Parameters:
  ///   - url: as libpq takes it; `pgbouncer=true` among its options names a pool in between.
  ///   - connections: at most so many at a time; they are opened when they are needed.
  /// - Throws: ``SQLError`` when the server cannot be reached, or sorts text by a language's rules.
  package init(
    url: String, connections: Int = 8, limits: PostgresLimits = PostgresLimits(),
    trace: StatementTrace? = nil
  ) async throws {
    let address = PostgresAddress(url: url)
    let sessions = (1...max(1, connections)).map { number in
      PostgresSession(address: address, number: number)
    }
    pool = PostgresPool(sessions: sessions, patience: limits.waiting)
    self.limits = limits
    self.trace = trace
    try await checkDatabase()
  }

  package var engine: Engine { .postgres }

  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLReader) throws -> Answer
  ) async throws -> Answer {
    try await run(.read, limits) { try body($0) }
  }

  @discardableResult
  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await run(.write, limits) { try body($0) }
  }

  package func close() async throws {
    await pool.close()
  }

  private func run<Answer: Sendable>(
    _ mode: PostgresMode, _ limits: PostgresLimits,
    _ body: @escaping @Sendable (PostgresTransaction) throws -> Answer
  ) async throws -> Answer {
    try await pool.withSession { session in
      var retries = PostgresRetries(limits: limits)
      while true {
        do {
          return try await session.transaction(
            mode, statementTimeout: limits.statement, trace: trace, body)
        } catch let fault as PostgresFault {
          guard let pause = retries.pause(after: fault) else { throw fault.error }
          try await Task.sleep(for: pause)
        }
      }
    }
  }

  /// SQLite sorts text by its bytes and has no other encoding than UTF-8; both engines shall agree.
  private func checkDatabase() async throws {
    var impatient = limits
    impatient.reconnecting = .zero
    let isFit = try await run(.read, impatient) { connection in
      try connection.number(
        """
        SELECT count(*) FROM pg_database WHERE datname = current_database()
          AND pg_encoding_to_char(encoding) = 'UTF8'
          AND 'Z' < 'a' AND 'a b' < 'aa' AND 'z' < 'é'
        """) == 1
    }
    guard isFit else {
      await pool.close()
      throw SQLError(
        kind: .unavailable,
        message: """
          the database must keep UTF-8 and sort text by its bytes; make one with CREATE DATABASE \
          housestaff TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'
          """)
    }
  }
}
