import Concerns
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import Schema
import StoreTestSupport
import Stores

/// All that somebody finds who has the whole database, its files and the log, but no key.
struct ConcernDump {
  /// A row with its table and its values by the names of their columns.
  struct Row {
    let table: String
    var values: [String: String]
  }

  var rows: [Row] = []
  /// What the engine and its copies keep on the disk, as it stands there, and the log.
  var files: [(name: String, content: Data)] = []

  static func take(_ site: TestSite, log: KeptLog) async throws -> ConcernDump {
    var dump = ConcernDump()
    let store = site.stage.store
    dump.rows = try await store.read { reader in
      let names: SQLQuery =
        reader.engine == .sqlite
        ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        : "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()"
      return try reader.rows(names).map { try $0.text("name") }.flatMap { name in
        try reader.rows(SQLQuery(trusted: "SELECT * FROM \"\(name)\"")).map { row in
          Row(
            table: name,
            values: Dictionary(
              uniqueKeysWithValues: zip(row.columns.names, row.values.map(text))))
        }
      }
    }
    try await dump.takeFiles(store)
    dump.files.append(("log", Data(log.text.utf8)))
    return dump
  }

  private mutating func takeFiles(_ store: any Store) async throws {
    try await withFolder { folder in
      _ = try await Transfer(store, migrator: Migrator())
        .export(to: folder + "/export", now: migrationMoment)
      try take("export", in: folder)
      guard store.engine == .sqlite else { return }
      let path = try await store.read { reader in
        try reader.rows("SELECT file FROM pragma_database_list WHERE name = 'main'")[0]
          .text("file")
      }
      files.append(("database", try Data(contentsOf: URL(filePath: path))))
      files.append(("database's log", try Data(contentsOf: URL(filePath: path + "-wal"))))
      try await StoreLocation.sqlite(path: path)
        .backUp(to: folder + "/backup", now: migrationMoment)
      try take("backup", in: folder)
    }
  }

  private mutating func take(_ name: String, in folder: String) throws {
    files.append((name, try Data(contentsOf: URL(filePath: folder + "/" + name))))
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .boolean(let isTrue): isTrue ? "1" : "0"
    case .bytes(let bytes): bytes.map { String(format: "%02x", $0) }.joined()
    }
  }
}
