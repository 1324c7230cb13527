import SQLStore
import StoreTestSupport
import Testing

/// Values of each kind come back from both engines as they went in.
@Suite struct ValueTests {
  private static let table: SQLQuery = """
    CREATE TABLE thing (
      id BIGINT PRIMARY KEY, word TEXT, number BIGINT, weight DOUBLE PRECISION, truth BOOLEAN,
      content BYTEA
    )
    """

  private func stored(
    _ values: [SQLValue], in column: StaticString, on engine: Engine
  ) async throws -> [SQLValue] {
    try await withStore(engine, migrated: false) { store in
      try await store.write { writer in
        try writer.execute(Self.table)
        for (index, value) in values.enumerated() {
          try writer.execute(
            "INSERT INTO thing (id, \(literal: column)) VALUES (\(index), \(value))")
        }
        // Each value finds its row again when it is compared with the column.
        for (index, value) in values.enumerated() where value != .null {
          let found = try writer.rows(
            "SELECT id FROM thing WHERE \(literal: column) = \(value)")
          #expect(try found.map { try $0.integer("id") } == [index])
        }
        return try writer.rows("SELECT \(literal: column) AS it FROM thing ORDER BY id")
          .map { try $0.value("it") }
      }
    }
  }

  @Test("Text of any script comes back as it was", arguments: Engine.available)
  func text(_ engine: Engine) async throws {
    let texts: [SQLValue] = [
      "", " ", "O'Brien \"Bobby\"; DROP TABLE thing; --", "José Núñez", "Jose\u{301}", "Łukasz",
      "Nguyễn Thị Ánh", "محمد", "דוד", "佐藤 美咲", "김민준", "👩🏽‍⚕️", "a\tb\r\nc\\d", "$1 ? :x %s",
      "\u{FEFF}x", "\u{1}\u{7F}", "\u{10FFFF}", String(repeating: "é", count: 100_000),
    ].map { .text($0) }
    let found = try await stored(texts, in: "word", on: engine)
    #expect(found == texts)
  }

  @Test("The smallest and the greatest whole number come back", arguments: Engine.available)
  func integers(_ engine: Engine) async throws {
    let numbers: [SQLValue] = [0, 1, -1, Int64.max, .min, 9_007_199_254_740_993]
      .map { .integer($0) }
    let found = try await stored(numbers, in: "number", on: engine)
    #expect(found == numbers)
  }

  @Test("Numbers with a fraction come back bit by bit", arguments: Engine.available)
  func reals(_ engine: Engine) async throws {
    let numbers: [SQLValue] = [
      0, 0.1, -2.5, 1 / 3, .pi, 1e300, .leastNonzeroMagnitude, Double.greatestFiniteMagnitude,
      .infinity, 3,
    ].map { .real($0) }
    let found = try await stored(numbers, in: "weight", on: engine)
    #expect(found == numbers)
  }

  @Test("Bytes come back, also none at all", arguments: Engine.available)
  func bytes(_ engine: Engine) async throws {
    let values: [SQLValue] = [
      [], [0], [0, 0xFF, 0x5C, 0x78], Array(0...255), Array("\\x00".utf8),
      [UInt8](repeating: 0xAB, count: 200_000),
    ].map { .bytes($0) }
    let found = try await stored(values, in: "content", on: engine)
    #expect(found == values)
  }

  @Test("Truth values can be stored, compared and read", arguments: Engine.available)
  func booleans(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let read = try await store.write { writer in
        try writer.execute(Self.table)
        try writer.execute(
          "INSERT INTO thing (id, truth) VALUES (1, \(true)), (2, \(false)), (3, TRUE)")
        let rows = try writer.rows("SELECT truth, truth = \(true) AS same FROM thing ORDER BY id")
        #expect(try writer.number("SELECT count(*) FROM thing WHERE truth") == 2)
        return try rows.map { [try $0.boolean("truth"), try $0.boolean("same")] }
      }
      #expect(read == [[true, true], [false, false], [true, true]])
    }
  }

  @Test(
    "Nothing comes back as nothing from a column of any type", arguments: Engine.available,
    ["word", "number", "weight", "truth", "content"] as [StaticStringBox])
  func nulls(_ engine: Engine, _ column: StaticStringBox) async throws {
    let found = try await stored([.null], in: column.text, on: engine)
    #expect(found == [.null])
  }

  @Test("A text with U+0000 is refused in words and nothing is kept", arguments: Engine.available)
  func nul(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      try await store.write { try $0.execute(Self.table) }
      let one: SQLQuery = "INSERT INTO thing (id, word) VALUES (1, \("secret\0text"))"
      let expected = SQLLimits.nulCharacter(in: one.text(for: engine))
      await #expect(throws: expected) { try await store.write { try $0.execute(one) } }
      let many = SQLLimits.nulCharacter(in: "INSERT INTO thing (id, word) VALUES ($1, $2)")
      await #expect(throws: many) {
        try await store.write { writer in
          try writer.executeMany(
            "INSERT INTO thing (id, word) VALUES ($1, $2)",
            [[.integer(1), .text("fine")], [.integer(2), .text("\0")]])
        }
      }
      let found = try await store.read { try $0.number("SELECT count(*) FROM thing") }
      #expect(found == 0)
    }
  }

  @Test("Counts and sums of whole numbers are whole numbers", arguments: Engine.available)
  func aggregates(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let row = try await store.write { writer in
        try writer.execute(Self.table)
        try writer.execute("INSERT INTO thing (id, number) VALUES (1, 3), (2, 4)")
        return try writer.first(
          "SELECT count(*) AS c, sum(number) AS s, max(number) AS m, avg(number) AS a FROM thing")
      }
      #expect(row?.values == [.integer(2), .integer(7), .integer(4), .real(3.5)])
      #expect(row?.columns.names == ["c", "s", "m", "a"])
    }
  }
}

/// A column's name as an argument of a test: `StaticString` itself cannot be compared.
struct StaticStringBox: ExpressibleByStringLiteral, Sendable, CustomStringConvertible {
  let text: StaticString
  init(stringLiteral value: StaticString) { text = value }
  var description: String { "\(text)" }
}
