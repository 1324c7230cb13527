import Foundation
import SQLStore
import Schema
import StoreTestSupport
import Stores
import Testing

/// A database gets this program's shape, step by step, or stays as it was.
@Suite struct MigratorTests {
  private static let first = Migration(1, "people", "CREATE TABLE person (id TEXT PRIMARY KEY);\n")
  private static let second = Migration(
    2, "names",
    """
    -- Everybody gets a name; it may be; empty.
    ALTER TABLE person ADD COLUMN name TEXT;
    UPDATE person SET name = 'old; ' || id;
    CREATE INDEX person_name ON person (name);
    """)
  private static let both = [first, second]

  private func names(_ store: any Store) async throws -> [String?] {
    try await store.read { reader in
      try reader.rows("SELECT name FROM person ORDER BY id").map { try $0.textOrNil("name") }
    }
  }

  @Test("The steps that are missing are applied in order, once", arguments: Engine.available)
  func applies(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let one = try await Migrator([Self.first]).migrate(store, now: migrationMoment)
      try await store.write { try $0.execute("INSERT INTO person (id) VALUES ('a')") }
      let before = try await Migrator(Self.both).status(of: store)
      let two = try await Migrator([Self.second, Self.first]).migrate(store, now: "later")
      let three = try await Migrator(Self.both).migrate(store, now: "never")
      let after = try await Migrator(Self.both).status(of: store)
      #expect(one == ["0001_people"])
      #expect(two == ["0002_names"])
      #expect(three == [])
      #expect(before == MigrationStatus(applied: ["0001_people"], pending: ["0002_names"]))
      #expect(after == MigrationStatus(applied: ["0001_people", "0002_names"], pending: []))
      let kept = try await names(store)
      #expect(kept == ["old; a"])
      let moments = try await store.read { reader in
        try reader.rows("SELECT applied_at FROM schema_migration ORDER BY number")
          .map { try $0.text("applied_at") }
      }
      #expect(moments == [migrationMoment, "later"])
    }
  }

  @Test("A new database has no steps, and asking does not make any", arguments: Engine.available)
  func empty(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let status = try await Migrator(Self.both).status(of: store)
      #expect(status == MigrationStatus(applied: [], pending: ["0001_people", "0002_names"]))
      let again = try await Migrator([]).status(of: store)
      #expect(again == MigrationStatus(applied: [], pending: []))
    }
  }

  @Test("A step that was edited after it had been applied is refused", arguments: Engine.available)
  func changed(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      try await Migrator([Self.first]).migrate(store, now: migrationMoment)
      let edited = Migration(1, "people", Self.first.text + " ")
      let migrator = Migrator([edited, Self.second])
      await #expect(throws: MigrationProblem.changed("0001_people")) {
        try await migrator.migrate(store, now: migrationMoment)
      }
      await #expect(throws: MigrationProblem.changed("0001_people")) {
        try await migrator.status(of: store)
      }
      let status = try await Migrator(Self.both).status(of: store)
      #expect(status.pending == ["0002_names"])
    }
  }

  @Test("A database of a newer program is refused", arguments: Engine.available)
  func newer(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      try await Migrator(Self.both).migrate(store, now: migrationMoment)
      await #expect(throws: MigrationProblem.newer("0002_names")) {
        try await Migrator([Self.first]).migrate(store, now: migrationMoment)
      }
    }
  }

  @Test("A step that a database skipped is refused", arguments: Engine.available)
  func skipped(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      let third = Migration(3, "more", "CREATE TABLE more (id TEXT PRIMARY KEY);")
      try await Migrator([Self.first, third]).migrate(store, now: migrationMoment)
      await #expect(throws: MigrationProblem.skipped("0002_names")) {
        try await Migrator([Self.first, Self.second, third]).migrate(store, now: migrationMoment)
      }
    }
  }

  @Test("A step that fails leaves the data as it was", arguments: Engine.available)
  func failed(_ engine: Engine) async throws {
    try await withStore(engine, migrated: false) { store in
      try await Migrator(Self.both).migrate(store, now: migrationMoment)
      try await store.write { try $0.execute("INSERT INTO person VALUES ('a', 'Ana')") }
      let broken = Migration(
        3, "broken",
        """
        UPDATE person SET name = 'lost';
        ALTER TABLE person ADD COLUMN more TEXT;
        INSERT INTO person (id) VALUES ('a');
        """)
      let error = await #expect(throws: MigrationProblem.self) {
        try await Migrator(Self.both + [broken]).migrate(store, now: migrationMoment)
      }
      guard case .failed("0003_broken", let cause) = error else {
        Issue.record("unexpected \(String(describing: error))")
        return
      }
      #expect(cause.kind == .constraint)
      let kept = try await names(store)
      let status = try await Migrator(Self.both).status(of: store)
      #expect(kept == ["Ana"])
      #expect(status.pending == [])
    }
  }

  @Test("Programs that start at once take turns", arguments: Engine.available)
  func concurrent(_ engine: Engine) async throws {
    try await withLocation(engine) { location in
      let steps = (1...6).map { number in
        Migration(number, "step", "CREATE TABLE t\(number) (id TEXT PRIMARY KEY);")
      }
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 {
          group.addTask {
            let store = try await openStore(at: location, connections: 1)
            let applied = try await Migrator(steps).migrate(store, now: migrationMoment)
            try await store.close()
            return applied
          }
        }
        return try await group.reduce(into: [String]()) { $0 += $1 }
      }
      #expect(applied.sorted() == steps.map(\.name))
    }
  }

  @Test("Where the engines must differ, each takes its own file", arguments: Engine.available)
  func engines(_ engine: Engine) async throws {
    let steps = [
      Self.first,
      Migration(2, "search", only: .sqlite, "CREATE VIRTUAL TABLE search USING fts5(id, name);"),
      Migration(
        2, "search", only: .postgres,
        "CREATE TABLE search (id TEXT, name TEXT);\nCREATE INDEX s ON search USING hash (name);"),
    ]
    try await withStore(engine, migrated: false) { store in
      let applied = try await Migrator(steps).migrate(store, now: migrationMoment)
      #expect(applied == ["0001_people", "0002_search"])
      let found = try await store.read { try $0.number("SELECT count(*) FROM search") }
      #expect(found == 0)
    }
  }

  @Test("The program's own steps apply", arguments: Engine.available)
  func embedded(_ engine: Engine) async throws {
    try await withStore(engine, migrated: true) { store in
      let status = try await Migrator().status(of: store)
      #expect(status.applied == Migrator().names(on: engine))
      #expect(status.pending == [])
    }
  }

  @Test("The list of steps is the folder of files, numbered without gaps")
  func folder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Schema/Migrations").standardized.path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(Migration.embedded.map(\.fileName).sorted() == files)
    for step in Migration.embedded {
      let text = try String(contentsOfFile: folder + "/" + step.fileName, encoding: .utf8)
      #expect(step.text == text, "\(step.fileName)")
    }
    for engine in Engine.allCases {
      let numbers = Migration.embedded.filter { [nil, engine].contains($0.engine) }.map(\.number)
      #expect(numbers == Array(1...max(1, numbers.count)))
    }
  }
}
