import GRDB
import GRDBSQLite
import Synchronization

/// A read that its caller may give up, from any thread.
final class RunningRead: Sendable {
  private struct State: @unchecked Sendable {
    /// SQLite's connection while the read runs on it.
    var connection: OpaquePointer?
    var isCanceled = false
  }

  private let state = Mutex(State())

  /// Does the read on a connection.
  /// - Throws: `CancellationError` where it was given up before; what the read throws.
  func run<Answer>(on database: Database, _ read: () throws -> Answer) throws -> Answer {
    let began = State(connection: database.sqliteConnection)
    try state.withLock { state in
      if state.isCanceled { throw CancellationError() }
      state = began
    }
    // The next read of the connection must not be interrupted in this one's place.
    defer { state.withLock { $0.connection = nil } }
    return try read()
  }

  /// Ends the read where it stands, or before it begins.
  func cancel() {
    state.withLock { state in
      state.isCanceled = true
      // SQLite allows this call, and only this one, from any thread.
      if let connection = state.connection { sqlite3_interrupt(connection) }
    }
  }
}
