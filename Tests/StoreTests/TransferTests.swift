import Foundation
import SQLStore
import Schema
import StoreTestSupport
import Testing

/// A whole database goes to a file and comes back, between engines, without a difference.
@Suite struct TransferTests {
  private static let migrator = TransferFixture.migrator

  @Test(
    "From one engine to the other and back, the checksums stay",
    arguments: Engine.available, Engine.available)
  func roundTrip(_ first: Engine, _ second: Engine) async throws {
    try await withFolder { folder in
      func carry(
        _ engine: Engine, from source: String?, to target: String
      ) async throws -> (contents: [String], summary: TransferSummary) {
        try await withStore(engine, migrated: false) { store in
          let transfer = Transfer(store, migrator: Self.migrator)
          if let source {
            try await transfer.load(from: folder + source, now: migrationMoment)
          } else {
            try await Self.migrator.migrate(store, now: migrationMoment)
            try await TransferFixture.fill(store)
          }
          let summary = try await transfer.export(to: folder + target, now: migrationMoment)
          return (try await TransferFixture.contents(store), summary)
        }
      }
      let one = try await carry(first, from: nil, to: "/1")
      let two = try await carry(second, from: "/1", to: "/2")
      let three = try await carry(first, from: "/2", to: "/3")
      #expect(one.contents == two.contents)
      #expect(one.contents == three.contents)
      #expect(one.summary == two.summary)
      #expect(one.summary == three.summary)
      let (oldest, newest) = (folder + "/1", folder + "/3")
      #expect(FileManager.default.contentsEqual(atPath: oldest, andPath: newest))
    }
  }

  @Test("An export is lines that a person can read", arguments: Engine.available)
  func format(_ engine: Engine) async throws {
    try await TransferFixture.withExport(engine) { path in
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(
        lines.first.map(String.init) == """
          {"exportedAt":"2026-07-01T05:00:00.000Z","format":"housestaff-export",\
          "migrations":["0001_tables","0002_more"],"version":1}
          """)
      #expect(
        lines[1...5].map(String.init) == [
          """
          {"columns":[{"name":"deputy_of","type":"text"},{"name":"id","type":"text"}],\
          "table":"grant_of_role"}
          """,
          "[\"m\",\"a\"]", "[\"b\",\"b\"]", "[null,\"m\"]", "[\"a\",\"z\"]",
        ])
      #expect(lines.contains("[9223372036854775807,\"\",true,0.1,\"x\"]"))
      #expect(lines.contains("[0,\"AA==\",true,\"Infinity\",\"\"]"))
      let found = try FileManager.default.attributesOfItem(atPath: path)
      #expect(found[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("An export never replaces a file, and leaves none behind when it fails")
  func exportRefusals() async throws {
    try await withFolder { folder in
      try await TransferFixture.withFilled(.sqlite) { store in
        let transfer = Transfer(store, migrator: Self.migrator)
        let path = folder + "/all"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        await #expect(throws: TransferProblem.exists(path: path)) {
          try await transfer.export(to: path, now: migrationMoment)
        }
        let kept = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(kept == Data("precious".utf8))
        try await store.write { writer in
          try writer.execute("CREATE TABLE odd (id TEXT PRIMARY KEY, at TIMESTAMP)")
        }
        let odd = TransferProblem.unknownType(table: "odd", column: "at", type: "TIMESTAMP")
        await #expect(throws: odd) {
          try await transfer.export(to: folder + "/other", now: migrationMoment)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names == ["all"])
      }
    }
  }

  @Test(
    "A database with data is not imported over, unless that is wanted", arguments: Engine.available)
  func notEmpty(_ engine: Engine) async throws {
    try await TransferFixture.withExport { path in
      try await TransferFixture.withFilled(engine) { store in
        let expected = try await TransferFixture.contents(store)
        try await store.write { writer in
          try writer.execute("UPDATE grant_of_role SET deputy_of = NULL")
          try writer.execute("INSERT INTO zone (id, \"order\") VALUES ('more', 7)")
        }
        let changed = try await TransferFixture.contents(store)
        let transfer = Transfer(store, migrator: Self.migrator)
        let error = await #expect(throws: TransferProblem.self) {
          try await transfer.load(from: path, now: migrationMoment)
        }
        guard case .notEmpty = error else {
          Issue.record("unexpected \(String(describing: error))")
          return
        }
        let untouched = try await TransferFixture.contents(store)
        try await transfer.load(from: path, now: migrationMoment, replacing: true)
        let replaced = try await TransferFixture.contents(store)
        #expect(untouched == changed)
        #expect(changed != expected)
        // The fixture's labels are made by a migration that had no rows to label.
        #expect(replaced == expected)
      }
    }
  }

  @Test("After an import references are as strict as before", arguments: Engine.available)
  func strict(_ engine: Engine) async throws {
    try await TransferFixture.withExport { path in
      try await withStore(engine, migrated: false) { store in
        try await Transfer(store, migrator: Self.migrator).load(from: path, now: migrationMoment)
        let error = await #expect(throws: SQLError.self) {
          try await store.write { writer in
            try writer.execute("INSERT INTO grant_of_role VALUES ('x', 'later')")
            try writer.execute("INSERT INTO grant_of_role VALUES ('later', NULL)")
          }
        }
        #expect(error?.kind == .constraint)
        #expect(error?.statement == "INSERT INTO grant_of_role VALUES ('x', 'later')")
      }
    }
  }

  @Test(
    "A file of an older program is brought up to date after it was read",
    arguments: Engine.available)
  func older(_ engine: Engine) async throws {
    let old = Migrator([TransferFixture.tables])
    try await withFolder { folder in
      let path = folder + "/old"
      try await withStore(.sqlite, migrated: false) { store in
        try await old.migrate(store, now: migrationMoment)
        try await TransferFixture.fill(store)
        _ = try await Transfer(store, migrator: old).export(to: path, now: migrationMoment)
      }
      try await withStore(engine, migrated: false) { store in
        try await Transfer(store, migrator: Self.migrator).load(from: path, now: migrationMoment)
        let labels = try await store.read { reader in
          try reader.rows("SELECT label FROM zone ORDER BY id").map { try $0.text("label") }
        }
        #expect(labels == ["made of Z", "made of z", "made of é"])
      }
      try await withStore(engine, migrated: false) { store in
        try await Self.migrator.migrate(store, now: migrationMoment)
        await #expect(throws: TransferProblem.older("0002_more")) {
          try await Transfer(store, migrator: Self.migrator).load(from: path, now: migrationMoment)
        }
      }
    }
  }

  @Test("A file of a newer program is refused")
  func newer() async throws {
    try await TransferFixture.withExport { path in
      try await withStore(.sqlite, migrated: false) { store in
        let old = Migrator([TransferFixture.tables])
        await #expect(throws: TransferProblem.newer("0002_more")) {
          try await Transfer(store, migrator: old).load(from: path, now: migrationMoment)
        }
        let status = try await old.status(of: store)
        #expect(status.applied == [])
      }
    }
  }

  @Test(
    "A damaged file is refused, and nothing of it is kept", arguments: Engine.available,
    Damage.allCases)
  func damaged(_ engine: Engine, _ damage: Damage) async throws {
    try await TransferFixture.withExport { path in
      let whole = try String(contentsOfFile: path, encoding: .utf8)
      let broken = damage.applied(to: whole)
      #expect(broken != whole)
      try broken.write(toFile: path, atomically: true, encoding: .utf8)
      try await withStore(engine, migrated: false) { store in
        let error = await #expect(throws: TransferProblem.self) {
          try await Transfer(store, migrator: Self.migrator).load(from: path, now: migrationMoment)
        }
        guard case .damaged = error else {
          Issue.record("unexpected \(String(describing: error))")
          return
        }
        #expect(throws: TransferProblem.self) { try Transfer.check(path) }
        try await Self.migrator.migrate(store, now: migrationMoment)
        let kept = try await TransferFixture.contents(store)
        #expect(kept == [])
      }
    }
  }

  /// Ways in which a file goes wrong.
  enum Damage: CaseIterable {
    case cutShort, cutInLine, rowLost, rowTwice, valueChanged, sumChanged, appended, wrongType

    func applied(to text: String) -> String {
      var lines = text.split(separator: "\n").map(String.init)
      switch self {
      case .cutShort: lines.removeLast()
      case .cutInLine: return String(text.dropLast(200))
      case .rowLost: lines.remove(at: 3)
      case .rowTwice: lines.insert("[null,\"again\"]", at: 3)
      case .valueChanged: lines[4] = "[null,\"n\"]"
      case .sumChanged:
        return text.replacingOccurrences(of: "\"sha256\":\"", with: "\"sha256\":\"0")
      case .appended: lines.append("[]")
      case .wrongType: lines[4] = "[null,7]"
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  @Test(
    "Many rows and great values pass in pieces, and progress is told", arguments: Engine.available)
  func many(_ engine: Engine) async throws {
    let step = Migration(1, "t", "CREATE TABLE t (id BIGINT PRIMARY KEY, content BYTEA);")
    let migrator = Migrator([step])
    try await withFolder { folder in
      let told = Shared<[Int]>([])
      let exported = try await withStore(.sqlite, migrated: false) { store in
        try await migrator.migrate(store, now: migrationMoment)
        try await store.write { writer in
          try writer.executeMany(
            "INSERT INTO t VALUES ($1, $2)",
            (1...12_001).map { number in
              let size = number % 5_000 == 0 ? 1_000_000 : 3
              return [.integer(Int64(number)), .bytes([UInt8](repeating: 7, count: size))]
            })
        }
        return try await Transfer(store, migrator: migrator) { _, rows in
          told.update { $0.append(rows) }
        }.export(to: folder + "/all", now: migrationMoment)
      }
      #expect(exported.rows == 12_001)
      #expect(told.value == [10_000, 12_001])
      try await withStore(engine, migrated: false) { store in
        let loaded = try await Transfer(store, migrator: migrator)
          .load(from: folder + "/all", now: migrationMoment)
        #expect(loaded == exported)
      }
    }
  }
}
