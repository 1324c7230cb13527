import SQLStore
import Schema
import Stores

/// Schemas of the test server with the program's tables, which tests have one after the other.
///
/// To make and to drop the tables takes longer than most tests. Between two tests the tables that
/// were written are made anew; a schema that does not look as before is dropped. As many stay
/// behind on the server as were lent at a time.
actor MigratedSchemas {
  static let shared = MigratedSchemas()

  /// A schema, and what it looked like when its tables were made.
  private struct Prepared: Sendable {
    let name: String
    let shape: [SQLValue]
  }

  private var free: [Prepared] = []

  /// Lends a schema whose tables are empty.
  nonisolated func lend<Answer>(
    _ body: (StoreLocation) async throws -> Answer
  ) async throws -> Answer {
    let schema = try await take()
    let answer: Answer
    do {
      answer = try await body(TestServer.location(of: schema.name))
    } catch {
      try? await TestServer.drop(schema.name)
      throw error
    }
    try await giveBack(schema)
    return answer
  }

  private func take() async throws -> Prepared {
    if let schema = free.popLast() { return schema }
    let name = try await TestServer.makeSchema()
    let store = try await openStore(at: TestServer.location(of: name), connections: 1)
    try await Migrator().migrate(store, now: migrationMoment)
    try await store.close()
    return Prepared(name: name, shape: try await TestServer.write { try Self.shape(of: name, $0) })
  }

  private func giveBack(_ schema: Prepared) async throws {
    let shape = try await TestServer.write { writer in
      try Self.empty(schema.name, writer)
      return try Self.shape(of: schema.name, writer)
    }
    if shape == schema.shape {
      free.append(schema)
    } else {
      try await TestServer.drop(schema.name)
    }
  }

  /// Gives each table that was written, and all that refer to it, a new and empty file: rows lie in
  /// it as they do in a table that was just made.
  private static func empty(_ schema: String, _ writer: any SQLWriter) throws {
    let written = try writer.rows(
      """
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = to_regnamespace(\(schema)) AND relkind = 'r'
        AND relname <> 'schema_migration' AND pg_relation_size(oid) > 0
      """
    ).map { "\(schema).\(try $0.text("name"))" }
    guard !written.isEmpty else { return }
    let tables = written.joined(separator: ", ")
    try writer.execute(SQLQuery(trusted: "TRUNCATE \(tables) CASCADE"))
  }

  /// What a test could have changed beside rows: columns, indexes, constraints, triggers, functions
  /// and the steps that the schema says it has.
  private static func shape(of schema: String, _ reader: any SQLReader) throws -> [SQLValue] {
    let things = try reader.first(
      """
      WITH own AS (SELECT oid AS class, relname FROM pg_class
        WHERE relnamespace = to_regnamespace(\(schema)))
      SELECT
        (SELECT sum(hashtext(relname || ' ' || attname || ' ' || atttypid || ' ' || attnotnull))
         FROM own JOIN pg_attribute ON attrelid = class WHERE attnum > 0) AS columns,
        (SELECT sum(hashtext(relname || ' ' || conname))
         FROM own JOIN pg_constraint ON conrelid = class) AS constraints,
        (SELECT sum(hashtext(relname || ' ' || tgname))
         FROM own JOIN pg_trigger ON tgrelid = class) AS triggers,
        (SELECT count(*) FROM pg_proc WHERE pronamespace = to_regnamespace(\(schema))) AS functions
      """)
    let hash = "sum(hashtext(name || checksum || applied_at))"
    let steps = try reader.first(
      SQLQuery(trusted: "SELECT \(hash) AS steps FROM \(schema).schema_migration"))
    return (things?.values ?? []) + (steps?.values ?? [])
  }
}
