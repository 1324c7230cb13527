import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import Schema
import StoreTestSupport
import Stores

/// All that somebody finds who has the whole database of an election that is over, but no key.
///
/// PostgreSQL hands out its files to a superuser alone: the tests' private server has no other.
struct Dump {
  /// Rows by table, in the order in which the engine keeps them, each value as text.
  var tables: [(name: String, rows: [[String]])] = []
  /// What the engine and its copies keep on the disk, as it stands there.
  var files: [(name: String, content: Data)] = []

  /// - Parameter mark: where PostgreSQL's log stood before the closing.
  static func take(_ poll: Poll, _ engine: Engine, since mark: String) async throws -> Dump {
    var dump = try await tables(poll, engine)
    switch engine {
    case .sqlite: try await dump.takeFiles(poll)
    case .postgres: try await dump.takeFiles(poll, since: mark)
    }
    try await withFolder { folder in
      let export = folder + "/export"
      _ = try await Transfer(poll.store, migrator: Migrator())
        .export(to: export, now: migrationMoment)
      dump.files.append(("export", try Data(contentsOf: URL(filePath: export))))
    }
    return dump
  }

  /// The tables alone.
  static func tables(_ poll: Poll, _ engine: Engine) async throws -> Dump {
    var dump = Dump()
    switch engine {
    case .sqlite: try await dump.takeSQLiteTables(poll)
    case .postgres: try await dump.takePostgresTables(poll)
    }
    return dump
  }

  /// Where PostgreSQL's log stands; nothing for SQLite.
  static func mark(_ poll: Poll, _ engine: Engine) async throws -> String {
    guard engine == .postgres else { return "" }
    return try await poll.texts("SELECT pg_current_wal_insert_lsn()::text")[0]
  }

  private mutating func takeSQLiteTables(_ poll: Poll) async throws {
    // A table without row numbers is kept by its key, which its columns show.
    let names = try await poll.texts(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0")
    for name in names where !name.hasPrefix("sqlite_") {
      try await takeTable(name, "SELECT rowid, * FROM \"\(name)\" ORDER BY rowid", poll)
    }
  }

  private mutating func takeFiles(_ poll: Poll) async throws {
    let path = try await poll.texts(
      "SELECT file FROM pragma_database_list WHERE name = 'main'")[0]
    files = try ["", "-wal"].map { end in
      ("file\(end)", try Data(contentsOf: URL(filePath: path + end)))
    }
    files.append(
      try await withFolder { folder in
        let backup = folder + "/backup"
        try await StoreLocation.sqlite(path: path).backUp(to: backup, now: migrationMoment)
        return ("backup", try Data(contentsOf: URL(filePath: backup)))
      })
  }

  private mutating func takePostgresTables(_ poll: Poll) async throws {
    let names = try await poll.texts(
      "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()")
    for name in names {
      try await takeTable(
        name,
        """
        SELECT xmin::text::bigint, xmax::text::bigint, cmin::text::bigint, cmax::text::bigint, *
        FROM "\(name)" ORDER BY ctid
        """, poll)
    }
  }

  private mutating func takeFiles(_ poll: Poll, since mark: String) async throws {
    // What is only in memory goes into the files first: dead rows stand there too.
    _ = try await poll.store.write { try $0.execute("CHECKPOINT") }
    let found = try await poll.store.read { reader in
      try reader.rows(
        """
        SELECT relname::text AS name, pg_read_binary_file(pg_relation_filepath(oid)) AS content
        FROM pg_class WHERE relkind IN ('r', 'i') AND pg_relation_size(oid) > 0
          AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        """
      ).map { (try $0.text("name"), Data(try $0.bytes("content"))) }
    }
    files = found + [("log", try await Self.log(of: poll, since: mark))]
  }

  private mutating func takeTable(_ name: String, _ query: String, _ poll: Poll) async throws {
    let rows = try await poll.store.read { reader in
      try reader.rows(SQLQuery(trusted: query)).map { $0.values.map(Self.text) }
    }
    tables.append((name, rows))
  }

  /// PostgreSQL's log from a place to its end, segment by segment.
  private static func log(of poll: Poll, since mark: String) async throws -> Data {
    func position(_ text: String) -> Int {
      let parts = text.split(separator: "/").compactMap { Int($0, radix: 16) }
      return parts.count == 2 ? parts[0] << 32 | parts[1] : 0
    }
    let segment = 16 << 20
    let (from, to) = (
      position(mark), position(try await self.mark(poll, .postgres))
    )
    var log = Data()
    for start in stride(from: from / segment * segment, to: to, by: segment) {
      let name =
        String((start + 1) >> 32, radix: 16) + "/"
        + String((start + 1) & 0xFFFF_FFFF, radix: 16)
      let (first, last) = (max(from, start) - start, min(to - start, segment))
      log += try await poll.store.read { reader in
        Data(
          try reader.rows(
            """
            SELECT pg_read_binary_file('pg_wal/' || pg_walfile_name(\(name)::pg_lsn),
              \(first), \(last - first)) AS content
            """)[0].bytes("content"))
      }
    }
    return log
  }

  /// A value as text that sorts as the value does.
  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(format: "%020lld", number)
    case .real(let number): String(number)
    case .boolean(let isTrue): isTrue ? "1" : "0"
    case .bytes(let bytes): bytes.map { String(format: "%02x", $0) }.joined()
    }
  }
}
