package import SQLStore

/// All rows of all tables, as text, to be compared.
package struct AllRows: Sendable, Equatable {
  private let rows: [String: [String]]

  /// The rows as they stand.
  package init(_ store: any Store) async throws {
    rows = try await store.read { reader in
      let names: SQLQuery =
        reader.engine == .sqlite
        ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        : "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()"
      var rows: [String: [String]] = [:]
      for name in try reader.rows(names).map({ try $0.text("name") }) {
        rows[name] = try reader.rows(SQLQuery(trusted: "SELECT * FROM \"\(name)\""))
          .map { "\($0.values)" }.sorted()
      }
      return rows
    }
  }

  /// The tables that are not as they were.
  package func tables(changedSince before: AllRows) -> [String] {
    rows.keys.filter { rows[$0] != before.rows[$0] }.sorted()
  }

  /// All that stands in some tables, or in all.
  package func text(of tables: [String]? = nil) -> String {
    (tables ?? rows.keys.sorted()).flatMap { rows[$0] ?? [] }.joined(separator: "\n")
  }
}
