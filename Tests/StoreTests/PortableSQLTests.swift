import SQLStore
import StoreTestSupport
import Testing

/// The parts of SQL that the program uses mean the same on both engines.
@Suite struct PortableSQLTests {
  private func withTables<Answer: Sendable>(
    _ engine: Engine, _ body: @escaping @Sendable (any SQLWriter) throws -> Answer
  ) async throws -> Answer {
    try await withStore(engine, migrated: false) { store in
      try await store.write { writer in
        try writer.execute(
          """
          CREATE TABLE seat (
            id TEXT PRIMARY KEY, council TEXT NOT NULL, holder TEXT, rank BIGINT NOT NULL,
            parent TEXT REFERENCES seat (id), UNIQUE (council, rank)
          )
          """)
        for (id, council, holder, rank, parent) in [
          ("a", "x", "Ana" as String?, 1, nil as String?), ("b", "x", nil, 2, "a"),
          ("c", "y", "Bo", 1, "b"), ("d", "y", "Ana", 2, "c"),
        ] {
          try writer.execute(
            """
            INSERT INTO seat (id, council, holder, rank, parent)
            VALUES (\(id), \(council), \(holder), \(rank), \(parent))
            """)
        }
        return try body(writer)
      }
    }
  }

  private func column(_ reader: any SQLReader, _ query: SQLQuery) throws -> [String?] {
    try reader.rows(query).map { try $0.textOrNil("it") }
  }

  @Test("An upsert keeps what stood there or takes what is new", arguments: Engine.available)
  func upsert(_ engine: Engine) async throws {
    let (counts, holders) = try await withTables(engine) { writer in
      let replaced = try writer.execute(
        """
        INSERT INTO seat (id, council, holder, rank) VALUES (\("a"), \("x"), \("Cy"), \(1))
        ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, rank = seat.rank
        """)
      let skipped = try writer.execute(
        """
        INSERT INTO seat (id, council, holder, rank) VALUES (\("b"), \("x"), \("Di"), \(2))
        ON CONFLICT (id) DO NOTHING
        """)
      let holders = try column(
        writer, "SELECT holder AS it FROM seat WHERE council = 'x' ORDER BY id")
      return ([replaced, skipped], holders)
    }
    #expect(counts == [1, 0])
    #expect(holders == ["Cy", nil])
  }

  @Test("A change gives back its rows, and counts them", arguments: Engine.available)
  func returning(_ engine: Engine) async throws {
    let (rows, counted) = try await withTables(engine) { writer in
      let rows = try writer.rows(
        "UPDATE seat SET rank = rank + \(10) WHERE council = \("y") RETURNING id, rank")
      let counted = [
        try writer.execute("UPDATE seat SET rank = rank + \(10) WHERE council = \("y")"),
        try writer.execute("UPDATE seat SET rank = rank WHERE council = \("none")"),
        try writer.execute("CREATE INDEX seat_holder ON seat (holder)"),
        try writer.execute("DELETE FROM seat WHERE id = \("d") RETURNING id"),
      ]
      return (rows, counted)
    }
    let found = try rows.map { [try $0.text("id"), "\(try $0.integer("rank"))"] }
    #expect(found.sorted { $0[0] < $1[0] } == [["c", "11"], ["d", "12"]])
    #expect(counted == [2, 0, 0, 1])
  }

  @Test("A recursive query walks up a tree", arguments: Engine.available)
  func recursive(_ engine: Engine) async throws {
    let chain = try await withTables(engine) { writer in
      try column(
        writer,
        """
        WITH RECURSIVE above (id, parent, depth) AS (
          SELECT id, parent, 0 FROM seat WHERE id = \("d")
          UNION ALL SELECT seat.id, seat.parent, above.depth + 1
          FROM seat JOIN above ON seat.id = above.parent
        ) SELECT id AS it FROM above ORDER BY depth
        """)
    }
    #expect(chain == ["d", "c", "b", "a"])
  }

  @Test("Windows and filtered aggregates", arguments: Engine.available)
  func windows(_ engine: Engine) async throws {
    let (ranks, filled) = try await withTables(engine) { writer in
      let ranks = try writer.rows(
        """
        SELECT id, row_number() OVER (PARTITION BY council ORDER BY rank DESC) AS place
        FROM seat ORDER BY id
        """
      ).map { try $0.integer("place") }
      let filled = try writer.number(
        "SELECT count(*) FILTER (WHERE holder IS NOT NULL) AS filled FROM seat")
      return (ranks, filled)
    }
    #expect(ranks == [2, 1, 2, 1])
    #expect(filled == 3)
  }

  @Test("NULL is compared, and sorted last on request", arguments: Engine.available)
  func nulls(_ engine: Engine) async throws {
    let (distinct, last, first) = try await withTables(engine) { writer in
      (
        try writer.number("SELECT count(*) FROM seat WHERE holder IS DISTINCT FROM \("Ana")"),
        try column(writer, "SELECT holder AS it FROM seat ORDER BY holder NULLS LAST, id"),
        try column(writer, "SELECT holder AS it FROM seat ORDER BY holder NULLS FIRST, id")
      )
    }
    #expect(distinct == 2)
    #expect(last == ["Ana", "Ana", "Bo", nil])
    #expect(first == [nil, "Ana", "Ana", "Bo"])
  }

  @Test("A page begins after a key of two columns", arguments: Engine.available)
  func keyset(_ engine: Engine) async throws {
    let page = try await withTables(engine) { writer in
      try column(
        writer,
        """
        SELECT id AS it FROM seat WHERE (council, rank) > (\("x"), \(1))
        ORDER BY council, rank LIMIT \(2)
        """)
    }
    #expect(page == ["b", "c"])
  }

  @Test(
    "An update reads from another table; a partial unique index holds", arguments: Engine.available)
  func updateFromAndPartialIndex(_ engine: Engine) async throws {
    let holders = try await withTables(engine) { writer in
      try writer.execute("CREATE UNIQUE INDEX one_x ON seat (council) WHERE holder = 'Zoe'")
      try writer.execute(
        """
        UPDATE seat SET holder = above.holder FROM seat AS above
        WHERE seat.parent = above.id AND seat.holder IS NULL
        """)
      return try column(writer, "SELECT holder AS it FROM seat ORDER BY id")
    }
    #expect(holders == ["Ana", "Ana", "Bo", "Ana"])
  }

  @Test("Text is sorted by its bytes, not by a language", arguments: Engine.available)
  func order(_ engine: Engine) async throws {
    let words = ["", " b", "B", "Z", "_", "a", "a b", "a-b", "aB", "aa", "z", "é", "日", "👍"]
    let sorted = try await withTables(engine) { writer in
      try writer.execute("CREATE TABLE word (it TEXT PRIMARY KEY)")
      try writer.executeMany(
        "INSERT INTO word (it) VALUES ($1)", words.shuffled().map { [.text($0)] })
      return try column(writer, "SELECT it FROM word ORDER BY it")
    }
    #expect(sorted == words)
  }

  @Test("A list may be empty, and then matches nothing", arguments: Engine.available)
  func lists(_ engine: Engine) async throws {
    let (none, some, many) = try await withTables(engine) { writer in
      let none: [String] = []
      let many = (0..<500).map { "id \($0)" } + ["d"]
      return (
        try column(writer, "SELECT id AS it FROM seat WHERE id IN (\(list: none))"),
        try column(
          writer, "SELECT id AS it FROM seat WHERE id IN (\(list: ["a", "c"])) ORDER BY id"),
        try column(writer, "SELECT id AS it FROM seat WHERE id IN (\(list: many))")
      )
    }
    #expect(none == [])
    #expect(some == ["a", "c"])
    #expect(many == ["d"])
  }

  @Test("Many rows take their values by number, wherever it stands", arguments: Engine.available)
  func numberedPlaceholders(_ engine: Engine) async throws {
    let holders = try await withTables(engine) { writer in
      try writer.executeMany(
        "UPDATE seat SET holder = $2 || $2 WHERE id = $1",
        [[.text("a"), .text("x")], [.text("b"), .text("y")]])
      return try column(writer, "SELECT holder AS it FROM seat ORDER BY id")
    }
    #expect(holders == ["xx", "yy", "Bo", "Ana"])
  }
}
