package import SQLStore

/// Brings a database to the shape that this program expects.
///
/// Each step is one transaction, recorded with its checksum in `schema_migration`. Several programs
/// may start on one database at once: they take turns, and each step runs once. A step that fails
/// leaves everything as it was.
package struct Migrator: Sendable {
  private let steps: [Migration]

  /// - Parameter steps: those of the program; others in tests.
  package init(_ steps: [Migration] = Migration.embedded) {
    self.steps = steps.sorted { $0.number < $1.number }
  }

  /// Which steps a database has, and which it lacks.
  /// - Throws: ``MigrationProblem`` when the database is not of this program or a newer one.
  package func status(of store: any Store) async throws -> MigrationStatus {
    let applied = try await store.read { reader in
      try Catalog.hasTable("schema_migration", reader) ? AppliedMigration.all(reader) : []
    }
    let expected = expected(on: store.engine)
    try check(applied, expected)
    return MigrationStatus(
      applied: applied.map(\.name), pending: expected.dropFirst(applied.count).map(\.name))
  }

  /// Applies the steps that a database lacks.
  ///
  /// - Parameters:
  ///   - now: the moment to record, as UTC text.
  ///   - count: how many steps the database shall have at the end; nil is all.
  /// - Returns: the names of the steps that were applied here.
  /// - Throws: ``MigrationProblem``, after which the database is as before the step that failed.
  @discardableResult
  package func migrate(
    _ store: any Store, now: String, first count: Int? = nil
  ) async throws -> [String] {
    try await makeTable(in: store)
    let expected = expected(on: store.engine)
    var applied: [String] = []
    for step in expected.prefix(count ?? expected.count)
    where try await apply(step, of: expected, to: store, now: now) {
      applied.append(step.name)
    }
    return applied
  }

  /// The names of the steps that an engine has.
  package func names(on engine: Engine) -> [String] { expected(on: engine).map(\.name) }

  private func expected(on engine: Engine) -> [Migration] {
    steps.filter { $0.engine == nil || $0.engine == engine }
  }

  private func apply(
    _ step: Migration, of expected: [Migration], to store: any Store, now: String
  ) async throws -> Bool {
    do {
      return try await store.write { writer in
        if writer.engine == .postgres {
          // Before any other statement: it fixes what the transaction sees.
          try writer.execute("LOCK TABLE schema_migration IN SHARE ROW EXCLUSIVE MODE")
        }
        let applied = try AppliedMigration.all(writer)
        try check(applied, expected)
        guard !applied.contains(where: { $0.number == step.number }) else { return false }
        for statement in SQLScript(step.text).statements {
          try writer.execute(SQLQuery(trusted: statement))
        }
        try writer.execute(
          """
          INSERT INTO schema_migration (number, name, checksum, applied_at)
          VALUES (\(step.number), \(step.name), \(step.checksum), \(now))
          """)
        return true
      }
    } catch let error as SQLError {
      throw MigrationProblem.failed(step.name, error)
    }
  }

  private func check(_ applied: [AppliedMigration], _ expected: [Migration]) throws {
    for known in applied {
      guard let step = expected.first(where: { $0.number == known.number }) else {
        throw MigrationProblem.newer(known.name)
      }
      guard step.name == known.name, step.checksum == known.checksum else {
        throw MigrationProblem.changed(step.name)
      }
    }
    for (step, known) in zip(expected, applied) where step.number != known.number {
      throw MigrationProblem.skipped(step.name)
    }
  }

  private func makeTable(in store: any Store) async throws {
    do {
      try await store.write { writer in
        guard try !Catalog.hasTable("schema_migration", writer) else { return }
        try writer.execute(
          """
          CREATE TABLE schema_migration (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at TEXT NOT NULL
          )
          """)
      }
    } catch let error as SQLError {
      // Another program may have made it in the same moment.
      let exists = try await store.read { try Catalog.hasTable("schema_migration", $0) }
      guard exists else { throw error }
    }
  }
}

/// Which steps a database has.
package struct MigrationStatus: Sendable, Equatable {
  /// The names of the steps that were applied, in order; empty for a new database.
  package let applied: [String]
  /// The names of the steps that it lacks, in order.
  package let pending: [String]

  package init(applied: [String], pending: [String]) {
    self.applied = applied
    self.pending = pending
  }
}

/// A step that a database records.
private struct AppliedMigration: SQLDecodable {
  let number: Int
  let name: String
  let checksum: String

  init(row: SQLRow) throws {
    number = try row.integer("number")
    name = try row.text("name")
    checksum = try row.text("checksum")
  }

  static func all(_ reader: any SQLReader) throws -> [AppliedMigration] {
    try reader.all(
      AppliedMigration.self,
      "SELECT number, name, checksum FROM schema_migration ORDER BY number")
  }
}
