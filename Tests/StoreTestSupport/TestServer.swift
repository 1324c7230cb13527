import Foundation
import SQLStore
import Stores

/// The PostgreSQL server that tests may fill and empty.
enum TestServer {
  /// The environment variable with its address.
  static let variable = "HOUSESTAFF_TEST_POSTGRES"

  /// Nobody named a server although there must be one.
  struct Missing: Error, CustomStringConvertible {
    let description = "\(TestServer.variable) does not name a PostgreSQL server to test on"
  }

  /// For what tests do between their schemas: a connection takes as long as a small test.
  private static let store = Task {
    guard let url = ProcessInfo.processInfo.environment[variable] else { throw Missing() }
    return (url: url, store: try await openStore(at: .postgres(url: url), connections: 2))
  }

  /// Lends an empty schema of its own, and drops it with all that it then holds.
  static func withSchema<Answer>(
    _ body: (StoreLocation) async throws -> Answer
  ) async throws -> Answer {
    let schema = try await makeSchema()
    let outcome: Result<Answer, any Error>
    do {
      outcome = .success(try await body(location(of: schema)))
    } catch {
      outcome = .failure(error)
    }
    try await drop(schema)
    return try outcome.get()
  }

  /// Makes an empty schema and says its name.
  static func makeSchema() async throws -> String {
    let schema = "test_" + String(UInt64.random(in: 0 ... .max), radix: 36)
    try await write { try $0.execute(SQLQuery(trusted: "CREATE SCHEMA \(schema)")) }
    return schema
  }

  /// Drops a schema with all that it holds.
  static func drop(_ schema: String) async throws {
    try await write { try $0.execute(SQLQuery(trusted: "DROP SCHEMA \(schema) CASCADE")) }
  }

  /// Where a store finds nothing but a schema.
  static func location(of schema: String) async throws -> StoreLocation {
    let url = try await store.value.url
    let mark = url.contains("?") ? "&" : "?"
    return .postgres(url: "\(url)\(mark)options=-csearch_path%3D\(schema)")
  }

  /// One transaction beside those of the tests.
  @discardableResult
  static func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await store.value.store.write(body)
  }
}
