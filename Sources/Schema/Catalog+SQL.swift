import SQLStore

extension Catalog {
  /// SQLite's tables without virtual ones and those behind them.
  static func sqliteTables(_ reader: any SQLReader) throws -> [CatalogTable] {
    let names = try reader.rows(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'
      """
    ).map { try $0.text("name") }
    return try names.map { name in
      // Hidden columns are generated ones: the engine makes their values.
      let columns = try reader.rows(
        "SELECT name, type, pk FROM pragma_table_xinfo(\(name)) WHERE hidden = 0")
      let key = try columns.filter { try $0.integer("pk") > 0 }
        .sorted { try $0.integer("pk") < $1.integer("pk") }
      let targets = try reader.rows(
        "SELECT DISTINCT \"table\" AS target FROM pragma_foreign_key_list(\(name))")
      return CatalogTable(
        name: name, columns: try Self.columns(columns, of: name),
        key: try key.map { try $0.text("name") },
        references: try targets.map { row in
          CatalogReference(table: name, target: try row.text("target"), constraint: "")
        })
    }
  }

  /// PostgreSQL's tables in the schema where the program makes its own.
  static func postgresTables(_ reader: any SQLReader) throws -> [CatalogTable] {
    let columns = try reader.rows(
      """
      SELECT c.relname AS "table", a.attname AS name, t.typname AS type,
        coalesce(array_position(k.conkey, a.attnum), 0) AS pk
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      """)
    let references = try reader.rows(
      """
      SELECT k.conname AS name, c.relname AS "table", f.relname AS target
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_class f ON f.oid = k.confrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND k.contype = 'f' ORDER BY k.conname
      """
    ).map { row in
      CatalogReference(
        table: try row.text("table"), target: try row.text("target"),
        constraint: try row.text("name"))
    }
    return try Dictionary(grouping: columns) { try $0.text("table") }.map { name, rows in
      let key = try rows.filter { try $0.integer("pk") > 0 }
        .sorted { try $0.integer("pk") < $1.integer("pk") }
      return CatalogTable(
        name: name, columns: try Self.columns(rows, of: name),
        key: try key.map { try $0.text("name") },
        references: references.filter { $0.table == name })
    }
  }

  private static func columns(_ rows: [SQLRow], of table: String) throws -> [CatalogColumn] {
    try rows.map { row in
      let (name, declared) = (try row.text("name"), try row.text("type"))
      guard let type = CatalogType(declared: declared) else {
        throw TransferProblem.unknownType(table: table, column: name, type: declared)
      }
      return CatalogColumn(name: name, type: type)
    }.sorted { $0.name < $1.name }
  }
}

extension CatalogType {
  /// Reads a type as it stands in a migration or in PostgreSQL's catalog.
  fileprivate init?(declared: String) {
    switch declared.lowercased() {
    case "text", "varchar": self = .text
    case "bigint", "int8", "int4", "int2", "integer": self = .integer
    case "double precision", "float8", "real": self = .real
    case "boolean", "bool": self = .boolean
    case "bytea", "blob": self = .bytes
    default: return nil
    }
  }
}
