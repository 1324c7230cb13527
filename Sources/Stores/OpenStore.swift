import Foundation
import PostgresStore
package import SQLStore
import SQLiteStore

/// What a store is opened for.
package enum StoreUse: Sendable {
  /// Requests and jobs: no statement may take long.
  case serving
  /// Migrations, imports and exports: a statement may take its time.
  case maintenance
}

/// Opens the database at a location with the engine that it names.
///
/// - Parameter connections: how many transactions may run at a time; nil leaves it to the engine.
/// - Throws: ``SQLError`` when the database cannot be opened or reached.
package func openStore(
  at location: StoreLocation, for use: StoreUse = .serving, connections: Int? = nil,
  trace: StatementTrace? = nil
) async throws -> any Store {
  switch location {
  case .sqlite(let path):
    return try SQLiteStore(path: path, readers: connections ?? usualReaders, trace: trace)
  case .postgres(let url):
    var limits = PostgresLimits()
    if use == .maintenance { limits.statement = nil }
    return try await PostgresStore(
      url: url, connections: connections ?? 8, limits: limits, trace: trace)
  }
}

/// A reader for each core, since reads of SQLite hardly wait; two at least, so that a long one lets
/// others by.
private let usualReaders = max(2, ProcessInfo.processInfo.activeProcessorCount)
