import Foundation
import SQLStore
import SQLiteStore
import StoreTestSupport
import Testing

/// Tables that are filled at once have their indexes behind it, on both engines.
@Suite struct FillingTests {
  private struct GivenUp: Error {}

  private func withTable<Answer>(
    _ engine: Engine, _ body: (any Store) async throws -> Answer
  ) async throws -> Answer {
    try await withStore(engine, migrated: false) { store in
      try await store.write { writer in
        try writer.execute("CREATE TABLE seat (id TEXT PRIMARY KEY, holder TEXT, rank BIGINT)")
        try writer.execute("CREATE UNIQUE INDEX seat_holder ON seat (holder)")
        try writer.execute("CREATE INDEX seat_rank ON seat (rank) WHERE rank > 2")
      }
      return try await body(store)
    }
  }

  private func seats(_ count: Int, holder: (Int) -> String) -> SQLRows {
    var rows = SQLRows(width: 3)
    for number in 0..<count {
      rows.add(String(number + 10_000))
      rows.add(holder(number))
      rows.add(.integer(Int64(number)))
    }
    return rows
  }

  private static let insertion: StaticString =
    "INSERT INTO seat (id, holder, rank) VALUES ($1, $2, $3)"

  @Test("Rows that fill a table are there, and its indexes as they were")
  func filled() async throws {
    try await withTable(.sqlite) { store in
      let indexes: SQLQuery =
        "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"
      let before = try await store.read { try $0.rows(indexes).map(\.values) }
      // So many that they go by one statement.
      let rows = seats(5000) { "holder \($0 * 7919 % 5000)" }
      try await store.write { writer in
        try writer.filling(["seat"]) { try writer.executeMany(Self.insertion, rows) }
      }
      let after = try await store.read { try $0.rows(indexes).map(\.values) }
      #expect(after == before)
      #expect(before.count == 3)
      let plan = try await store.read { reader in
        try reader.rows("EXPLAIN QUERY PLAN SELECT id FROM seat WHERE holder = \("holder 42")")
          .map { try $0.text("detail") }
      }
      #expect(plan == ["SEARCH seat USING INDEX seat_holder (holder=?)"])
    }
  }

  @Test("What was added is found by every index", arguments: Engine.available)
  func found(_ engine: Engine) async throws {
    try await withTable(engine) { store in
      let rows = seats(3000) { "holder \($0)" }
      try await store.write { writer in
        try writer.execute("INSERT INTO seat (id, holder, rank) VALUES ('a', 'Ana', 77)")
        try writer.filling(["seat"]) { try writer.executeMany(Self.insertion, rows) }
      }
      let found = try await store.read { reader in
        [
          try reader.number("SELECT count(*) FROM seat WHERE holder = 'holder 1234'"),
          try reader.number("SELECT count(*) FROM seat WHERE rank = 77"),
          try reader.number("SELECT count(*) FROM seat"),
        ]
      }
      #expect(found == [1, 2, 3001])
    }
  }

  @Test("Two rows of one key keep nothing", arguments: Engine.available)
  func unique(_ engine: Engine) async throws {
    try await withTable(engine) { store in
      let rows = seats(2500) { $0 == 2499 ? "holder 1" : "holder \($0)" }
      let error = await #expect(throws: SQLError.self) {
        try await store.write { writer in
          try writer.filling(["seat"]) { try writer.executeMany(Self.insertion, rows) }
        }
      }
      #expect(error?.kind == .constraint)
      let kept = try await store.read { try $0.number("SELECT count(*) FROM seat") }
      #expect(kept == 0)
    }
  }

  @Test(
    "Work that is given up dooms the transaction, also where it is caught",
    arguments: Engine.available)
  func givenUp(_ engine: Engine) async throws {
    try await withTable(engine) { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.write { writer in
          do {
            try writer.filling(["seat"]) {
              try writer.execute("INSERT INTO seat (id) VALUES ('a')")
              throw GivenUp()
            }
          } catch is GivenUp {}
        }
      }
      #expect(error?.message == "given up: GivenUp")
      let kept = try await store.read { reader in
        try reader.number("SELECT count(*) FROM seat WHERE holder IS NULL")
      }
      #expect(kept == 0)
    }
  }
}
