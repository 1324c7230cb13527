import SQLStore
import Schema
import Stores

/// Schemas of the test server with the program's tables, which tests have one after the other.
///
/// To make and drop the tables takes longer than most tests. Between two tests every table that
/// has rows is emptied; a schema whose tables are not those of before is dropped. Of each that was
/// lent at the same time one stays behind on the server.
actor MigratedSchemas {
  static let shared = MigratedSchemas()

  private var free: [Schema] = []

  /// A schema and what its tables looked like when they were made.
  private struct Schema: Sendable {
    let name: String
    let shape: [SQLValue]
  }

  /// Lends a schema whose tables are empty.
  nonisolated func lend<Answer>(
    _ body: (StoreLocation) async throws -> Answer
  ) async throws -> Answer {
    let schema = try await take()
    do {
      let answer = try await body(TestServer.location(of: schema.name))
      try await giveBack(schema)
      return answer
    } catch {
      // What failed may have left connections and locks.
      try? await TestServer.drop(schema.name)
      throw error
    }
  }

  private func take() async throws -> Schema {
    if let schema = free.popLast() { return schema }
    let name = try await TestServer.makeSchema()
    let store = try await openStore(at: TestServer.location(of: name), connections: 1)
    try await Migrator().migrate(store, now: migrationMoment)
    try await store.close()
    return Schema(name: name, shape: try await TestServer.write { try shape(of: name, $0) })
  }

  private func giveBack(_ schema: Schema) async throws {
    let shape = try await TestServer.write { writer in
      try empty(schema.name, writer)
      return try Self.shape(of: schema.name, writer)
    }
    if shape == schema.shape {
      free.append(schema)
    } else {
      try await TestServer.drop(schema.name)
    }
  }
}
