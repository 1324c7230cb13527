import Foundation
import SQLStore
import StoreTestSupport
import Testing

/// Answers are read row by row.
@Suite struct StreamingTests {
  /// Memory that the process really uses, in bytes.
  private static func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
      separator: " ")
    return (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  @Test("A hundred thousand rows pass through in bounded memory", arguments: Engine.available)
  func bounded(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let filler = String(repeating: "x", count: 8_000)
      let (rows, growth) = try await store.read { reader in
        var (rows, growth) = (0, 0)
        let before = try Self.residentBytes()
        try reader.forEach(
          """
          WITH RECURSIVE n (i) AS (
            SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000
          ) SELECT i, CAST(\(filler) AS TEXT) AS filler FROM n
          """
        ) { row in
          rows += 1
          #expect(row.values.count == 2)
          if rows % 10_000 == 0 { growth = max(growth, try Self.residentBytes() - before) }
        }
        return (rows, growth)
      }
      #expect(rows == 100_000)
      // All of it would be 800 MB; other tests run at the same time.
      #expect(growth < 300_000_000)
    }
  }

  @Test(
    "Rows that are kept stay as they were when the next ones are read",
    arguments: Engine.available)
  func kept(_ engine: Engine) async throws {
    let texts: [String?] = [
      "a text that repeats", "a text that repeats", nil, nil, "", "", "a text that differs",
      "مستشفى", "مستشفى", "a text that repeats",
    ]
    try await withStore(engine, migrated: false) { store in
      let kept = try await store.write { writer in
        try writer.execute("CREATE TABLE line (number BIGINT PRIMARY KEY, text TEXT)")
        try writer.executeMany(
          "INSERT INTO line VALUES ($1, $2)",
          texts.enumerated().map { number, text in
            [.integer(Int64(number)), text.map { .text($0) } ?? .null]
          })
        var kept: [SQLRow] = []
        try writer.forEach("SELECT text, number, text AS again FROM line ORDER BY number") {
          if try $0.integer("number") % 3 != 1 { kept.append($0) }
        }
        return kept
      }
      let expected = texts.enumerated().filter { $0.offset % 3 != 1 }
      #expect(try kept.map { try $0.integer("number") } == expected.map(\.offset))
      #expect(try kept.map { try $0.textOrNil("text") } == expected.map(\.element))
      #expect(try kept.map { try $0.textOrNil("again") } == expected.map(\.element))
    }
  }

  @Test(
    "Statements may run while an answer is read, also the same one", arguments: Engine.available)
  func nested(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let found = try await store.write { writer in
        try writer.execute("CREATE TABLE node (id BIGINT PRIMARY KEY, parent BIGINT)")
        try writer.executeMany(
          "INSERT INTO node VALUES ($1, $2)",
          (1...15).map { [.integer($0), $0 == 1 ? .null : .integer($0 / 2)] })
        var found: [Int] = []
        // The same text at every depth: each level has to keep its own place.
        func walk(_ parent: Int) throws {
          try writer.forEach("SELECT id FROM node WHERE parent = \(parent) ORDER BY id") { row in
            let id = try row.integer("id")
            found.append(id)
            try walk(id)
            try writer.execute("UPDATE node SET parent = -parent WHERE id = \(id)")
          }
        }
        try walk(1)
        return found
      }
      #expect(found == [2, 4, 8, 9, 5, 10, 11, 3, 6, 12, 13, 7, 14, 15])
    }
  }

  @Test("A reader may stop early, and its store goes on", arguments: Engine.available)
  func stopped(_ engine: Engine) async throws {
    struct Enough: Error {}
    try await withStore(engine, migrated: false, connections: 1) { store in
      let answer = try await store.read { reader in
        var seen = 0
        do {
          try reader.forEach(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            SELECT i FROM n
            """
          ) { _ in
            seen += 1
            if seen == 3 { throw Enough() }
          }
        } catch is Enough {}
        return [seen, try reader.number("SELECT 7")]
      }
      #expect(answer == [3, 7])
    }
  }

  @Test("An error in the midst of an answer reaches the reader", arguments: Engine.server)
  func failsMidway(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.read { reader in
          try reader.forEach("SELECT 10 / (500 - i) AS it FROM generate_series(1, 1000) AS i") {
            _ = try $0.integer("it")
          }
        }
      }
      #expect(error?.message == "a value is refused (22012)")
    }
  }

  @Test("Many rows are written at once", arguments: Engine.available)
  func many(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let sums = try await store.write { writer in
        try writer.execute("CREATE TABLE number (id BIGINT PRIMARY KEY, word TEXT)")
        try writer.executeMany("INSERT INTO number VALUES ($1, $2)", [])
        try writer.executeMany(
          "INSERT INTO number VALUES ($1, $2)",
          (1...10_000).map { [.integer($0), .text("nummer \($0)")] })
        return [
          try writer.number("SELECT count(*) FROM number"),
          try writer.number("SELECT sum(id) FROM number"),
        ]
      }
      #expect(sums == [10_000, 50_005_000])
      let error = await #expect(throws: SQLError.self) {
        try await store.write { writer in
          try writer.executeMany(
            "INSERT INTO number VALUES ($1, $2)",
            (9_500...12_000).reversed().map { [.integer($0), .null] })
        }
      }
      #expect(error?.kind == .constraint)
      let found = try await store.read { try $0.number("SELECT count(*) FROM number") }
      #expect(found == 10_000)
    }
  }
}
