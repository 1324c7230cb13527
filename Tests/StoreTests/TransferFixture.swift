import Foundation
import SQLStore
import Schema
import StoreTestSupport

/// A small database with everything that is hard to carry.
enum TransferFixture {
  static let migrator = Migrator([tables, more])

  static let tables = Migration(
    1, "tables",
    """
    -- By name it comes before the table that it refers to.
    CREATE TABLE zone (id TEXT PRIMARY KEY, "order" BIGINT NOT NULL);
    CREATE TABLE address (
      id TEXT NOT NULL, number BIGINT NOT NULL, zone TEXT REFERENCES zone (id), word TEXT,
      doubled BIGINT GENERATED ALWAYS AS (number * 2) STORED,
      PRIMARY KEY (number, id)
    );
    -- A deputy comes before the one who appointed it.
    CREATE TABLE grant_of_role (id TEXT PRIMARY KEY, deputy_of TEXT REFERENCES grant_of_role (id));
    CREATE TABLE measure (
      weight DOUBLE PRECISION, truth BOOLEAN, content BYTEA, big BIGINT, word TEXT
    );
    """)

  static let more = Migration(
    2, "more",
    """
    ALTER TABLE zone ADD COLUMN label TEXT;
    UPDATE zone SET label = 'made of ' || id;
    CREATE TABLE note_for_sqlite (id TEXT PRIMARY KEY);
    CREATE TABLE note_for_postgres (id TEXT PRIMARY KEY);
    """)

  static let words = [
    "", "José \"Pepe\" Núñez\\", "a\tb\r\nc", "محمد", "佐藤", "👩🏽‍⚕️", "\u{1}\u{1F}\u{7F}",
    "\u{2028}",
    "[1,null]", "{\"end\":true}",
  ]

  static func fill(_ store: any Store) async throws {
    try await store.write { writer in
      try writer.executeMany(
        "INSERT INTO zone (id, \"order\") VALUES ($1, $2)",
        [[.text("z"), .integer(1)], [.text("Z"), .integer(.min)], [.text("é"), .integer(.max)]])
      try writer.executeMany(
        "INSERT INTO address (id, number, zone, word) VALUES ($1, $2, $3, $4)",
        words.enumerated().map { index, word in
          [
            .text("a\(index)"), .integer(Int64(index % 3)), index == 0 ? .null : .text("Z"),
            .text(word),
          ]
        })
      try writer.execute("INSERT INTO grant_of_role (id) VALUES ('m')")
      try writer.execute("INSERT INTO grant_of_role VALUES ('a', 'm'), ('z', 'a'), ('b', 'b')")
      try writer.executeMany(
        "INSERT INTO measure VALUES ($1, $2, $3, $4, $5)",
        [
          [.real(0.1), .boolean(true), .bytes([]), .integer(.max), .text("x")],
          [.real(1e300), .boolean(false), .bytes(Array(0...255)), .integer(.min), .null],
          [.real(-3), .null, .null, .null, .text("y")],
          [.null, .null, .null, .null, .null],
          [.real(.infinity), .boolean(true), .bytes([0]), .integer(0), .text("")],
        ])
    }
  }

  /// What the tables hold, as text that both engines print alike.
  static func contents(_ store: any Store) async throws -> [String] {
    try await store.read { reader in
      let zones = try reader.rows("SELECT id, \"order\", label FROM zone ORDER BY id")
      let addresses = try reader.rows(
        "SELECT id, number, zone, word, doubled FROM address ORDER BY id")
      let grants = try reader.rows("SELECT id, deputy_of FROM grant_of_role ORDER BY id")
      let measures = try reader.rows(
        """
        SELECT weight, CASE WHEN truth THEN 'yes' WHEN NOT truth THEN 'no' END AS truth, content,
          big, word FROM measure ORDER BY weight NULLS FIRST
        """)
      return [zones, addresses, grants, measures].flatMap { $0 }.map { "\($0.values)" }
    }
  }

  /// Lends a store with the fixture's tables and rows.
  static func withFilled<Answer>(
    _ engine: Engine, _ body: (any Store) async throws -> Answer
  ) async throws -> Answer {
    try await withStore(engine, migrated: false) { store in
      try await migrator.migrate(store, now: migrationMoment)
      try await fill(store)
      return try await body(store)
    }
  }

  /// Lends an export of the fixture.
  static func withExport<Answer>(
    _ engine: Engine = .sqlite, _ body: (String) async throws -> Answer
  ) async throws -> Answer {
    try await withFolder { folder in
      let path = folder + "/all.jsonl"
      _ = try await withFilled(engine) { store in
        try await Transfer(store, migrator: migrator).export(to: path, now: migrationMoment)
      }
      return try await body(path)
    }
  }
}
