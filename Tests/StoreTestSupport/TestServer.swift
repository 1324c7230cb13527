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

  /// The server's address.
  static var url: String {
    get throws {
      guard let url = ProcessInfo.processInfo.environment[variable] else { throw Missing() }
      return url
    }
  }

  /// Lends a schema of its own, and drops it with all that it then holds.
  static func withSchema<Answer>(
    _ body: (StoreLocation) async throws -> Answer
  ) async throws -> Answer {
    let url = try url
    let schema = "test_" + String(UInt64.random(in: 0 ... .max), radix: 36)
    try await run(SQLQuery(trusted: "CREATE SCHEMA \(schema)"), on: url)
    let mark = url.contains("?") ? "&" : "?"
    let outcome: Result<Answer, any Error>
    do {
      outcome = .success(
        try await body(.postgres(url: "\(url)\(mark)options=-csearch_path%3D\(schema)")))
    } catch {
      outcome = .failure(error)
    }
    try await run(SQLQuery(trusted: "DROP SCHEMA \(schema) CASCADE"), on: url)
    return try outcome.get()
  }

  private static func run(_ statement: SQLQuery, on url: String) async throws {
    let store = try await openStore(at: .postgres(url: url), connections: 1)
    _ = try await store.write { try $0.execute(statement) }
    try await store.close()
  }
}
