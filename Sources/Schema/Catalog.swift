import SQLStore

/// The tables of a database as its engine describes them: what a transfer carries.
struct Catalog: Equatable {
  /// In an order in which each table comes after those that it refers to.
  let tables: [CatalogTable]

  /// References that a row may break until all rows are there: to its own table, or in a circle.
  let deferred: [CatalogReference]

  /// Reads the tables of the program's own data.
  ///
  /// Left out are the record of migrations, SQLite's full-text tables, and tables for one engine
  /// alone, whose names end in `_sqlite` or `_postgres`: their content can be derived.
  /// - Throws: ``TransferProblem`` for a column whose type the engines do not share.
  init(_ reader: any SQLReader) throws {
    let found =
      switch reader.engine {
      case .sqlite: try Self.sqliteTables(reader)
      case .postgres: try Self.postgresTables(reader)
      }
    let own = found.filter { table in
      table.name != "schema_migration" && !table.name.hasSuffix("_sqlite")
        && !table.name.hasSuffix("_postgres")
    }
    tables = Self.ordered(own)
    var known: Set<String> = []
    var deferred: [CatalogReference] = []
    for table in tables {
      deferred += table.references.filter { !known.contains($0.target) }
      known.insert(table.name)
    }
    self.deferred = deferred
  }

  /// Whether there is a table of a name.
  static func hasTable(_ name: String, _ reader: any SQLReader) throws -> Bool {
    switch reader.engine {
    case .sqlite:
      try reader.number(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = \(name)") > 0
    case .postgres:
      try reader.number(
        """
        SELECT count(*) FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname = \(name)
        """) > 0
    }
  }

  /// Orders tables so that references point backwards; names decide where nothing else does.
  private static func ordered(_ tables: [CatalogTable]) -> [CatalogTable] {
    var waiting = tables.sorted { $0.name < $1.name }
    var ordered: [CatalogTable] = []
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.name))
      // In a circle none is free: then the first by name breaks it.
      let next = waiting.firstIndex { table in
        table.references.allSatisfy { $0.target == table.name || !names.contains($0.target) }
      }
      ordered.append(waiting.remove(at: next ?? 0))
    }
    return ordered
  }
}

/// A table of the program's own data.
struct CatalogTable: Equatable {
  /// As the migrations spell it.
  let name: String
  /// In the order of their names.
  let columns: [CatalogColumn]
  /// The columns of the primary key; empty where there is none.
  let key: [String]
  /// To which tables its rows refer.
  let references: [CatalogReference]
}

/// A column that both engines can keep.
struct CatalogColumn: Equatable, Codable, Sendable {
  /// As the migrations spell it.
  let name: String
  /// What it holds.
  let type: CatalogType
}

/// The types that both engines share.
enum CatalogType: String, Codable, Sendable {
  case text
  case integer
  case real
  case boolean
  case bytes
}

/// A foreign key.
struct CatalogReference: Equatable {
  /// The table that refers.
  let table: String
  /// The table that is referred to.
  let target: String
  /// Its name; SQLite has none.
  let constraint: String
}
