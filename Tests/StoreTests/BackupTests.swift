import Foundation
import SQLStore
import SQLiteStore
import Schema
import StoreTestSupport
import Stores
import Testing

/// A backup is taken while people work, and comes back whole or not at all.
@Suite struct BackupTests {
  private static let migrator = Migrator([
    Migration(
      1, "pairs",
      """
      CREATE TABLE one (id BIGINT PRIMARY KEY);
      CREATE TABLE two (id BIGINT PRIMARY KEY REFERENCES one (id));
      """)
  ])

  /// Lends a database with some pairs, closed.
  private func withPairs<Answer>(
    _ engine: Engine, _ body: (StoreLocation, String) async throws -> Answer
  ) async throws -> Answer {
    try await withLocation(engine) { location in
      try await withFolder { folder in
        try await withOpen(location) { store in
          try await Self.migrator.migrate(store, now: migrationMoment)
          for id in 0..<20 { try await Self.add(id, to: store) }
        }
        return try await body(location, folder)
      }
    }
  }

  private func withOpen<Answer>(
    _ location: StoreLocation, _ body: (any Store) async throws -> Answer
  ) async throws -> Answer {
    let store = try await openStore(at: location)
    do {
      let answer = try await body(store)
      try await store.close()
      return answer
    } catch {
      try? await store.close()
      throw error
    }
  }

  private static func add(_ id: Int, to store: any Store) async throws {
    try await store.write { writer in
      try writer.execute("INSERT INTO one VALUES (\(id))")
      try writer.execute("INSERT INTO two VALUES (\(id))")
    }
  }

  private func counts(_ location: StoreLocation) async throws -> [Int] {
    try await withOpen(location) { store in
      try await store.read { reader in
        [
          try reader.number("SELECT count(*) FROM one"),
          try reader.number("SELECT count(*) FROM two"),
        ]
      }
    }
  }

  private func addOne(_ location: StoreLocation, _ id: Int) async throws {
    try await withOpen(location) { try await Self.add(id, to: $0) }
  }

  private func file(_ location: StoreLocation) throws -> String {
    guard case .sqlite(let path) = location else { throw CancellationError() }
    return path
  }

  @Test("A backup comes back, into nothing or over what is there", arguments: Engine.available)
  func roundTrip(_ engine: Engine) async throws {
    try await withPairs(engine) { location, folder in
      let backup = folder + "/backup"
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      try await addOne(location, 99)
      await #expect(throws: BackupProblem.wouldReplace(location.description)) {
        try await location.restore(
          from: backup, now: migrationMoment, migrator: Self.migrator)
      }
      let kept = try await counts(location)
      try await location.restore(
        from: backup, now: migrationMoment, replacing: true, migrator: Self.migrator)
      let replaced = try await counts(location)
      #expect(kept == [21, 21])
      #expect(replaced == [20, 20])
      try await withLocation(engine) { other in
        try await other.restore(from: backup, now: migrationMoment, migrator: Self.migrator)
        let fresh = try await counts(other)
        #expect(fresh == [20, 20])
        try await addOne(other, 99)
      }
    }
  }

  @Test("A backup is one state, although it is taken amid writes")
  func amidWrites() async throws {
    try await withPairs(.sqlite) { location, folder in
      try await withOpen(location) { store in
        let mayEnd = Shared(false)
        async let written: Int = {
          var id = 100
          while !mayEnd.value {
            try await Self.add(id, to: store)
            id += 1
          }
          return id - 100 + 20
        }()
        var seen: [Int] = []
        for number in 0..<5 {
          let backup = folder + "/\(number)"
          try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
          let found = try await counts(.sqlite(path: backup))
          #expect(found[0] == found[1])
          seen.append(found[0])
        }
        mayEnd.update { $0 = true }
        let all = try await written
        #expect(seen == seen.sorted())
        #expect(seen.allSatisfy { (20...all).contains($0) })
        #expect(Set(seen).count > 1)
      }
    }
  }

  @Test("A backup never replaces a file, and needs a database", arguments: Engine.available)
  func refusals(_ engine: Engine) async throws {
    try await withPairs(engine) { location, folder in
      let path = folder + "/precious"
      try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
      await #expect(throws: TransferProblem.exists(path: path)) {
        try await location.backUp(to: path, now: migrationMoment, migrator: Self.migrator)
      }
      let kept = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(kept == Data("precious".utf8))
      await #expect(throws: BackupProblem.noDatabase(folder + "/none")) {
        try await StoreLocation.sqlite(path: folder + "/none")
          .backUp(to: folder + "/copy", now: migrationMoment, migrator: Self.migrator)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["precious"])
    }
  }

  @Test("A copy is for its owner alone, stands by itself, and holds nothing that was deleted")
  func privacy() async throws {
    try await withPairs(.sqlite) { location, folder in
      try await withOpen(location) { store in
        try await store.write { writer in
          try writer.execute("CREATE TABLE word (word TEXT)")
          try writer.execute("INSERT INTO word VALUES (\("s3cret in a deleted row"))")
        }
        try await store.write { try $0.execute("DELETE FROM word") }
      }
      let backup = folder + "/backup"
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      let found = try FileManager.default.attributesOfItem(atPath: backup)
      #expect(found[.posixPermissions] as? Int == 0o600)
      let content = try Data(contentsOf: URL(fileURLWithPath: backup))
      #expect(content.range(of: Data("s3cret".utf8)) == nil)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["backup"])
    }
  }

  @Test(
    "What is no sound backup of ours is refused, and the database stays", arguments: Wrong.allCases)
  func wrong(_ wrong: Wrong) async throws {
    try await withPairs(.sqlite) { location, folder in
      let backup = folder + "/backup"
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      try await wrong.apply(to: backup)
      try await addOne(location, 99)
      let error = await #expect(throws: (any Error).self) {
        try await location.restore(
          from: backup, now: migrationMoment, replacing: true, migrator: Self.migrator)
      }
      #expect(wrong.isExpected(error, backup: backup))
      let kept = try await counts(location)
      let names = try FileManager.default
        .contentsOfDirectory(atPath: NewFile.directory(of: file(location)))
      #expect(kept == [21, 21])
      #expect(names == ["housestaff.db"])
    }
  }

  /// Ways in which a backup is not one.
  enum Wrong: CaseIterable {
    case missing, empty, text, cut, overwritten, foreign, newer

    func apply(to path: String) async throws {
      let url = URL(fileURLWithPath: path)
      switch self {
      case .missing: try FileManager.default.removeItem(at: url)
      case .empty: try Data().write(to: url)
      case .text: try Data("CREATE TABLE one;\nmore\n".utf8).write(to: url)
      case .cut:
        let whole = try Data(contentsOf: url)
        try whole.prefix(whole.count / 2).write(to: url)
      case .overwritten:
        var content = try Data(contentsOf: url)
        // The pages behind the first one, of 16 KB each.
        for index in 16_384..<min(content.count, 49_152) { content[index] = 0x5A }
        try content.write(to: url)
      case .foreign, .newer:
        let store = try SQLiteStore(path: path)
        try await store.write { [self] writer in
          if self == .foreign {
            try writer.execute("DROP TABLE schema_migration")
          } else {
            try writer.execute("INSERT INTO schema_migration VALUES (2, '0002_x', 'y', 'z')")
          }
        }
        try await store.close()
      }
    }

    func isExpected(_ error: (any Error)?, backup: String) -> Bool {
      switch self {
      case .missing:
        if case .file(backup, _) = error as? TransferProblem { true } else { false }
      case .empty, .text, .foreign: error as? BackupProblem == .notOurs(backup)
      case .cut, .overwritten:
        if case .damaged(backup, _) = error as? BackupProblem { true } else { false }
      case .newer: error as? MigrationProblem == .newer("0002_x")
      }
    }
  }

  @Test("A database that is open is not replaced")
  func inUse() async throws {
    try await withPairs(.sqlite) { location, folder in
      let backup = folder + "/backup"
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      let path = try file(location)
      try await withOpen(location) { store in
        await #expect(throws: BackupProblem.inUse(path)) {
          try await location.restore(
            from: backup, now: migrationMoment, replacing: true, migrator: Self.migrator)
        }
        try await Self.add(99, to: store)
      }
      let kept = try await counts(location)
      #expect(kept == [21, 21])
    }
  }

  @Test("A log that its database left behind does not get into the restored one")
  func leftovers() async throws {
    try await withPairs(.sqlite) { location, folder in
      let (backup, path) = (folder + "/backup", try file(location))
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      // As after a crash: the log of an open database, with its last writes in it.
      try await withOpen(location) { store in
        try await Self.add(99, to: store)
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: folder + "/log")
      }
      try FileManager.default.moveItem(atPath: folder + "/log", toPath: path + "-wal")
      try FileManager.default.removeItem(atPath: path)
      try await location.restore(from: backup, now: migrationMoment, migrator: Self.migrator)
      let restored = try await counts(location)
      #expect(restored == [20, 20])
      try await SQLiteFile(path: path).check()
    }
  }

  @Test("What cannot be read as a database can be replaced")
  func replacesGarbage() async throws {
    try await withPairs(.sqlite) { location, folder in
      let (backup, path) = (folder + "/backup", try file(location))
      try await location.backUp(to: backup, now: migrationMoment, migrator: Self.migrator)
      try Data(repeating: 0x5A, count: 10_000).write(to: URL(fileURLWithPath: path))
      try await location.restore(
        from: backup, now: migrationMoment, replacing: true, migrator: Self.migrator)
      let restored = try await counts(location)
      #expect(restored == [20, 20])
    }
  }

  @Test(
    "A backup of the server goes into a file's database, but not the other way",
    arguments: Engine.server)
  func across(_ engine: Engine) async throws {
    try await withPairs(engine) { location, folder in
      let (export, copy) = (folder + "/export", folder + "/copy")
      try await location.backUp(to: export, now: migrationMoment, migrator: Self.migrator)
      let embedded = StoreLocation.sqlite(path: folder + "/a.db")
      try await embedded.restore(from: export, now: migrationMoment, migrator: Self.migrator)
      let restored = try await counts(embedded)
      #expect(restored == [20, 20])
      try await embedded.backUp(to: copy, now: migrationMoment, migrator: Self.migrator)
      await #expect(throws: BackupProblem.otherEngine(copy)) {
        try await location.restore(
          from: copy, now: migrationMoment, replacing: true, migrator: Self.migrator)
      }
    }
  }
}
