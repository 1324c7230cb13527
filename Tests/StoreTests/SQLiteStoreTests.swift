import Foundation
import SQLStore
import SQLiteStore
import StoreTestSupport
import Testing

/// What only the embedded engine has: a file, and other programs beside it.
@Suite struct SQLiteStoreTests {
  @Test("A second program waits for a write, and gives up after a while")
  func patience() async throws {
    try await withFolder { folder in
      let first = try SQLiteStore(path: folder + "/a.db")
      let second = try SQLiteStore(path: folder + "/a.db", patience: 0.05)
      let (isWriting, mayEnd) = (Gate(), Gate())
      async let done: Void = first.write { writer in
        try writer.execute("CREATE TABLE seat (id TEXT PRIMARY KEY)")
        isWriting.open()
        mayEnd.pass()
      }
      await isWriting.wait()
      let error = await #expect(throws: SQLError.self) {
        try await second.write { try $0.execute("CREATE TABLE other (id TEXT PRIMARY KEY)") }
      }
      #expect(error?.kind == .conflict)
      mayEnd.open()
      try await done
      try await second.write { try $0.execute("INSERT INTO seat VALUES ('a')") }
      let found = try await first.read { try $0.number("SELECT count(*) FROM seat") }
      #expect(found == 1)
      try await first.close()
      try await second.close()
    }
  }

  /// SQLite prepares the statement anew between binding the rows and running it, in memory that
  /// was free by then.
  @Test("Many rows are added again after another program has changed the schema")
  func rowsBehindAnotherSchema() async throws {
    try await withFolder { folder in
      let first = try SQLiteStore(path: folder + "/a.db")
      let second = try SQLiteStore(path: folder + "/a.db")
      try await first.write { try $0.execute("CREATE TABLE seat (id BIGINT, note TEXT)") }
      for round in 0..<20 {
        try await first.write { writer in
          try writer.executeMany(
            "INSERT INTO seat (id, note) VALUES ($1, $2)",
            (0..<2500).map { [.integer(Int64($0)), .text("of round \(round)")] })
        }
        let found = try await second.read { try $0.number("SELECT count(*) FROM seat") }
        #expect(found == (round + 1) * 2500)
        try await second.write { writer in
          let columns = (0..<20).map { "the_column_\($0) TEXT" }.joined(separator: ", ")
          for number in 0..<20 {
            try writer.execute(
              SQLQuery(trusted: "CREATE TABLE another_\(round)_\(number) (\(columns))"))
          }
        }
      }
      try await first.close()
      try await second.close()
    }
  }

  @Test("A new database can be read by its owner alone, and so can its log")
  func permissions() async throws {
    try await withFolder { folder in
      let store = try SQLiteStore(path: folder + "/a.db")
      try await store.write { try $0.execute("CREATE TABLE seat (id TEXT PRIMARY KEY)") }
      for name in ["a.db", "a.db-wal", "a.db-shm"] {
        let found = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        #expect(found[.posixPermissions] as? Int == 0o600, "\(name)")
      }
      try await store.close()
    }
  }

  @Test("A closed database is one file, without a log to read again")
  func closed() async throws {
    try await withFolder { folder in
      let store = try SQLiteStore(path: folder + "/a.db")
      try await store.write { try $0.execute("CREATE TABLE seat (id TEXT PRIMARY KEY)") }
      _ = try await store.read { try $0.number("SELECT count(*) FROM seat") }
      try await store.close()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.db"])
    }
  }

  @Test("Closing leaves the log to others who have the database open")
  func closedBesideOthers() async throws {
    try await withFolder { folder in
      let first = try SQLiteStore(path: folder + "/a.db")
      let second = try SQLiteStore(path: folder + "/a.db")
      try await first.write { try $0.execute("CREATE TABLE seat (id TEXT PRIMARY KEY)") }
      let (isReading, mayEnd) = (Gate(), Gate())
      async let found = second.read { reader in
        let before = try reader.number("SELECT count(*) FROM seat")
        isReading.open()
        mayEnd.pass()
        return [before, try reader.number("SELECT count(*) FROM seat")]
      }
      await isReading.wait()
      try await first.write { try $0.execute("INSERT INTO seat VALUES ('a')") }
      try await first.close()
      mayEnd.open()
      let counts = try await found
      #expect(counts == [0, 0])
      let kept = try await second.read { try $0.number("SELECT count(*) FROM seat") }
      #expect(kept == 1)
      try await second.close()
    }
  }

  @Test("What is no database, or in no folder, is refused in words")
  func refused() async throws {
    try await withFolder { folder in
      let path = folder + "/notes.txt"
      try String(repeating: "not a database. ", count: 100)
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: SQLError(kind: .other, message: "file is not a database")) {
        try SQLiteStore(path: path)
      }
      let error = #expect(throws: SQLError.self) {
        try SQLiteStore(path: folder + "/none/a.db")
      }
      #expect(error?.kind == .unavailable)
    }
  }

  @Test("Every connection waits for the disk, and keeps references")
  func settings() async throws {
    try await withFolder { folder in
      let store = try SQLiteStore(path: folder + "/a.db")
      let settings = try await store.write { writer in
        [
          try writer.number("SELECT synchronous FROM pragma_synchronous"),
          try writer.number("SELECT foreign_keys FROM pragma_foreign_keys"),
        ]
      }
      #expect(settings == [2, 1])
      let mode = try await store.read { reader in
        try reader.first("SELECT journal_mode AS mode FROM pragma_journal_mode")?.text("mode")
      }
      #expect(mode == "wal")
      try await store.close()
    }
  }
}
