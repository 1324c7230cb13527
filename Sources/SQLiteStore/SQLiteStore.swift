import GRDB
import GRDBSQLite
package import SQLStore

/// The embedded engine: one file, one writer at a time, many readers.
///
/// WAL with `synchronous = FULL`: what `write` acknowledged survives a power cut.
package struct SQLiteStore: Store {
  /// Where the file is.
  let path: String
  private let pool: DatabasePool
  private let reading: ReadingLine
  private let trace: StatementTrace?

  /// Opens the file, or makes it.
  /// - Throws: ``SQLError`` when it is not a database or cannot be written.
  ///
  /// - Parameter patience: how many seconds a write waits for one of another process.
  package init(
    path: String, readers: Int = 4, patience: Double = 10, trace: StatementTrace? = nil
  ) throws {
    try SQLiteFile.makePrivate(path)
    self.path = path
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // New files get larger pages than usual: an import of a national roster takes a quarter less
      // time. The cache of 32 MB a connection comes after it, for SQLite counts it in pages.
      try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -32000")
      // Reads find pages in the machine's own cache, without a copy for each connection.
      try database.execute(sql: "PRAGMA mmap_size = 268435456")
      if let connection = database.sqliteConnection { SQLiteRowFeed.register(on: connection) }
    }
    self.pool = try translatingErrors {
      let pool = try DatabasePool(path: path, configuration: configuration)
      // After GRDB's own preparations: with its log it takes less for enough.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
    self.reading = ReadingLine(pool, atOnce: readers)
    self.trace = trace
  }

  package var engine: Engine { .sqlite }

  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLReader) throws -> Answer
  ) async throws -> Answer {
    let trace = trace
    let running = RunningRead()
    do {
      return try await withTaskCancellationHandler {
        try await reading.run { database in
          try database.inSnapshot {
            try running.run(on: database) {
              let connection = SQLiteConnection(database: database, trace: trace)
              let answer = try body(connection)
              try connection.checkUndoomed()
              return answer
            }
          }
        }
      } onCancel: {
        running.cancel()
      }
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }

  @discardableResult
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
    try? await pool.writeWithoutTransaction { database in
      // Where another process reads, the log stays, for a second's wait at most.
      sqlite3_busy_timeout(database.sqliteConnection, 1000)
      // Else whoever opens the file next would read the whole log and write it once more.
      _ = try database.checkpoint(.truncate)
    }
    try translatingErrors { try pool.close() }
    // GRDB ends with a reader, which must leave the log beside the file.
    try await SQLiteFile(path: path).settle()
  }
}
