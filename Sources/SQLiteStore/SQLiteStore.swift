import GRDB
package import SQLStore

/// The embedded engine: one file, one writer at a time, many readers.
///
/// WAL with `synchronous = FULL`: what `write` acknowledged survives a power cut.
package struct SQLiteStore: Store {
  private let pool: DatabasePool
  private let trace: StatementTrace?

  /// Opens the file, or makes it.
  /// - Throws: ``SQLError`` when it is not a database or cannot be written.
  ///
  /// - Parameter patience: how many seconds a write waits for one of another process.
  package init(
    path: String, readers: Int = 4, patience: Double = 10, trace: StatementTrace? = nil
  ) throws {
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // A page cache of 32 MB a connection, so that large imports stay in memory.
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -32000")
    }
    self.pool = try translatingErrors {
      try DatabasePool(path: path, configuration: configuration)
    }
    self.trace = trace
  }

  package var engine: Engine { .sqlite }

  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLReader) throws -> Answer
  ) async throws -> Answer {
    let trace = trace
    do {
      return try await pool.read { database in
        let connection = SQLiteConnection(database: database, trace: trace)
        let answer = try body(connection)
        try connection.checkUndoomed()
        return answer
      }
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }

  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    let trace = trace
    do {
      return try await pool.write { database in
        let connection = SQLiteConnection(database: database, trace: trace)
        let answer = try body(connection)
        try connection.checkUndoomed()
        return answer
      }
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }

  package func close() async throws {
    try translatingErrors { try pool.close() }
  }
}
