import SQLStore

extension SQLiteConnection {
  /// Takes the tables' indexes away, and builds them again when the rows are there.
  ///
  /// Keys in any order would each change a page somewhere in their index: copied for the statement,
  /// and written to the log more than once. SQLite changes its schema within transactions, so
  /// nobody else sees the tables without indexes. What belongs to a primary key stays.
  func filling(_ tables: [String], _ work: () throws -> Void) throws {
    let indexes = try rows(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(list: tables)) ORDER BY name
      """
    ).map { (name: try $0.text("name"), text: try $0.text("sql")) }
    for index in indexes { _ = try execute(SQLQuery(trusted: "DROP INDEX \"\(index.name)\"")) }
    do { try work() } catch { throw failure.doom(error) }
    flush()
    for index in indexes { _ = try execute(SQLQuery(trusted: index.text)) }
  }
}
