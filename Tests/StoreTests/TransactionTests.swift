import SQLStore
import StoreTestSupport
import Testing

/// A transaction is kept whole or not at all, and may reason as if it were alone.
@Suite struct TransactionTests {
  private struct Refused: Error, Equatable {}

  private func withSeats<Answer>(
    _ engine: Engine, _ body: (any Store) async throws -> Answer
  ) async throws -> Answer {
    try await withStore(engine, migrated: false) { store in
      try await store.write { writer in
        try writer.execute("CREATE TABLE seat (id TEXT PRIMARY KEY, holder TEXT)")
        try writer.execute(
          "CREATE TABLE claim (seat TEXT NOT NULL REFERENCES seat (id), person TEXT NOT NULL)")
        try writer.execute("INSERT INTO seat (id) VALUES ('a')")
      }
      return try await body(store)
    }
  }

  private func claims(_ store: any Store) async throws -> Int {
    try await store.read { try $0.number("SELECT count(*) FROM claim") }
  }

  @Test("What a write did is kept", arguments: Engine.available)
  func kept(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      try await store.write { try $0.execute("INSERT INTO claim VALUES ('a', 'Ana')") }
      let kept = try await claims(store)
      #expect(kept == 1)
    }
  }

  @Test("What a write did before its closure threw is undone", arguments: Engine.available)
  func undone(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      await #expect(throws: Refused()) {
        try await store.write { writer in
          try writer.execute("INSERT INTO claim VALUES ('a', 'Ana')")
          try writer.execute("CREATE TABLE more (id TEXT PRIMARY KEY)")
          throw Refused()
        }
      }
      let kept = try await claims(store)
      #expect(kept == 0)
      await #expect(throws: SQLError.self) {
        try await store.read { try $0.number("SELECT count(*) FROM more") }
      }
    }
  }

  @Test(
    "A statement that fails dooms the transaction even when it is caught",
    arguments: Engine.available)
  func doomed(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.write { writer in
          try writer.execute("INSERT INTO claim VALUES ('a', 'Ana')")
          do { try writer.execute("INSERT INTO seat (id) VALUES ('a')") } catch {}
          do { try writer.execute("INSERT INTO claim VALUES ('a', 'Bo')") } catch {}
        }
      }
      #expect(error?.kind == .constraint)
      #expect(error?.statement == "INSERT INTO seat (id) VALUES ('a')")
      let kept = try await claims(store)
      #expect(kept == 0)
    }
  }

  @Test(
    "An error of the closure wins over the failure that it answers", arguments: Engine.available)
  func translated(_ engine: Engine) async throws {
    try await withSeats(engine) { store -> Void in
      await #expect(throws: Refused()) {
        try await store.write { writer in
          do { try writer.execute("INSERT INTO seat (id) VALUES ('a')") } catch { throw Refused() }
        }
      }
    }
  }

  @Test(
    "A refused change is of the kind constraint and holds no values",
    arguments: Engine.available,
    [
      "INSERT INTO seat (id, holder) VALUES ('a', $1)",
      "INSERT INTO claim (seat, person) VALUES ($1, 'Ana')",
      "UPDATE claim SET person = nullif($1, $1) WHERE seat = 'a'",
    ])
  func constraint(_ engine: Engine, _ statement: String) async throws {
    try await withSeats(engine) { store in
      try await store.write { try $0.execute("INSERT INTO claim VALUES ('a', 'Ana')") }
      let error = await #expect(throws: SQLError.self) {
        try await store.write { try $0.executeMany(trusted: statement, [[.text("s3cret")]]) }
      }
      #expect(error?.kind == .constraint)
      #expect(error?.statement == statement)
      #expect(error?.description.contains("s3cret") == false)
    }
  }

  @Test("A read cannot write", arguments: Engine.available)
  func readOnly(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.read { reader in
          try reader.rows("INSERT INTO claim VALUES ('a', 'Ana') RETURNING person").count
        }
      }
      #expect(error?.kind == .unavailable)
      let kept = try await claims(store)
      #expect(kept == 0)
    }
  }

  @Test("A read sees one state, whatever is written meanwhile", arguments: Engine.available)
  func consistent(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      let (hasRead, hasWritten) = (Gate(), Gate())
      async let counts = store.read { reader in
        let before = try reader.number("SELECT count(*) FROM claim")
        hasRead.open()
        hasWritten.pass()
        return [before, try reader.number("SELECT count(*) FROM claim")]
      }
      await hasRead.wait()
      try await store.write { try $0.execute("INSERT INTO claim VALUES ('a', 'Ana')") }
      hasWritten.open()
      let found = try await counts
      #expect(found == [0, 0])
      let kept = try await claims(store)
      #expect(kept == 1)
    }
  }

  @Test("Of twenty racing for one seat exactly one wins", arguments: Engine.available)
  func race(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
        for person in 0..<20 {
          group.addTask {
            try await store.write { writer in
              let taken = try writer.number("SELECT count(*) FROM claim WHERE seat = \("a")")
              guard taken == 0 else { return false }
              try writer.execute("INSERT INTO claim VALUES (\("a"), \("person \(person)"))")
              return true
            }
          }
        }
        return try await group.reduce(into: [Bool]()) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 }.count == 1)
      #expect(outcomes.count == 20)
      let kept = try await claims(store)
      #expect(kept == 1)
    }
  }

  @Test("Each statement is traced by its text, without its values", arguments: Engine.available)
  func trace(_ engine: Engine) async throws {
    let trace = StatementTrace()
    try await withStore(engine, migrated: false, trace: trace) { store in
      try await store.write { writer in
        try writer.execute("CREATE TABLE seat (id TEXT PRIMARY KEY)")
        try writer.executeMany("INSERT INTO seat VALUES ($1)", [[.text("a")], [.text("b")]])
      }
      let query: SQLQuery = "SELECT id FROM seat WHERE id = \("s3cret")"
      _ = try await store.read { try $0.first(query) }
      #expect(
        trace.take() == [
          "CREATE TABLE seat (id TEXT PRIMARY KEY)", "INSERT INTO seat VALUES ($1)",
          query.text(for: engine),
        ])
      #expect(trace.take() == [])
    }
  }

  @Test("A wrong statement says so, and the store goes on", arguments: Engine.available)
  func wrong(_ engine: Engine) async throws {
    try await withSeats(engine) { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.read { try $0.rows("SELECT nothing FROM nowhere").count }
      }
      #expect(error?.kind == .other)
      #expect(error?.statement == "SELECT nothing FROM nowhere")
      await #expect(throws: SQLError.self) {
        try await store.read { try $0.rows("SELECT 1; SELECT 2").count }
      }
      await #expect(throws: SQLError.self) {
        try await store.write { try $0.executeMany("INSERT INTO seat VALUES ($1, $2)", [[.null]]) }
      }
      let kept = try await claims(store)
      #expect(kept == 0)
    }
  }
}
