import Foundation
package import SQLStore
import Stores

/// The moment that tests record for their migrations.
package let migrationMoment = "2026-07-01T05:00:00.000Z"

/// Lends an empty store of an engine, opened as in production, and throws it away afterwards.
///
/// - Parameters:
///   - migrated: whether it has the program's tables.
///   - trace: told of every statement.
package func withStore<Answer>(
  _ engine: Engine, migrated: Bool = true, connections: Int? = nil, trace: StatementTrace? = nil,
  _ body: (any Store) async throws -> Answer
) async throws -> Answer {
  try await withLocation(engine, migrated: migrated) { location in
    let store = try await openStore(at: location, connections: connections, trace: trace)
    do {
      _ = trace?.take()
      let answer = try await body(store)
      try await store.close()
      return answer
    } catch {
      try? await store.close()
      throw error
    }
  }
}

/// Lends a place for a database: a file that does not exist yet, or an empty schema of a server.
///
/// - Parameter migrated: whether the program's tables are there, empty.
package func withLocation<Answer>(
  _ engine: Engine, migrated: Bool = false, _ body: (StoreLocation) async throws -> Answer
) async throws -> Answer {
  switch engine {
  case .sqlite:
    try await withFolder { folder in
      let path = folder + "/housestaff.db"
      if migrated { try await MigratedFile.write(to: path) }
      return try await body(.sqlite(path: path))
    }
  case .postgres:
    try await Turnstile.server.pass {
      if migrated {
        try await MigratedSchemas.shared.lend(body)
      } else {
        try await TestServer.withSchema(body)
      }
    }
  }
}

/// Lends an empty folder.
package func withFolder<Answer>(
  _ body: (String) async throws -> Answer
) async throws -> Answer {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("housestaff-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
