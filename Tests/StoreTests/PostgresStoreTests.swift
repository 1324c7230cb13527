import PostgresStore
import SQLStore
import StoreTestSupport
import Testing

/// What only a server has: connections that are scarce, break, and compete.
@Suite(.enabled(if: !Engine.server.isEmpty)) struct PostgresStoreTests {
  private func withPostgres<Answer>(
    connections: Int = 2, _ adjust: (inout PostgresLimits) -> Void = { _ in },
    suffix: String = "", _ body: (PostgresStore) async throws -> Answer
  ) async throws -> Answer {
    try await withLocation(.postgres) { location in
      guard case .postgres(let url) = location else { throw CancellationError() }
      var limits = PostgresLimits()
      adjust(&limits)
      let store = try await PostgresStore(
        url: url + suffix, connections: connections, limits: limits)
      do {
        let answer = try await body(store)
        try await store.close()
        return answer
      } catch {
        try await store.close()
        throw error
      }
    }
  }

  private func conflict(_ writer: any SQLWriter) throws {
    try writer.execute(
      "DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END $$")
  }

  @Test("A closure runs again after a conflict, and its second run counts")
  func rerun() async throws {
    try await withPostgres { store in
      let runs = Shared(0)
      let answer = try await store.write { writer in
        let run = runs.update { runs in
          runs += 1
          return runs
        }
        if run < 4 { try conflict(writer) }
        return run
      }
      #expect(answer == 4)
    }
  }

  @Test("A conflict that never ends is an error of that kind, after twelve runs")
  func bounded() async throws {
    try await withPostgres { store in
      let runs = Shared(0)
      let error = await #expect(throws: SQLError.self) {
        try await store.write { writer in
          runs.update { $0 += 1 }
          // Words of the closure's own do not hide the conflict.
          do { try conflict(writer) } catch { throw CancellationError() }
        }
      }
      #expect(error?.kind == .conflict)
      #expect(runs.value == 12)
    }
  }

  @Test("Two that read what the other writes do not both succeed at once")
  func writeSkew() async throws {
    try await withPostgres { store in
      try await store.write { writer in
        try writer.execute("CREATE TABLE duty (person TEXT PRIMARY KEY, here BOOLEAN NOT NULL)")
        try writer.execute("INSERT INTO duty VALUES ('a', TRUE), ('b', TRUE)")
      }
      // Each may leave only while somebody else stays.
      @Sendable func leave(_ person: String) async throws -> Bool {
        try await store.write { writer in
          guard try writer.number("SELECT count(*) FROM duty WHERE here") > 1 else { return false }
          return try writer.execute(
            "UPDATE duty SET here = \(false) WHERE person = \(person)") == 1
        }
      }
      async let first = leave("a")
      async let second = leave("b")
      let left = try await [first, second]
      #expect(left.filter { $0 }.count == 1)
      let found = try await store.read { try $0.number("SELECT count(*) FROM duty WHERE here") }
      #expect(found == 1)
    }
  }

  @Test("Whoever waits too long for a connection is told so")
  func waiting() async throws {
    try await withPostgres(connections: 1) {
      $0.waiting = .milliseconds(50)
    } _: { store in
      let (isBusy, mayEnd) = (Gate(), Gate())
      async let work: Void = store.read { _ in
        isBusy.open()
        mayEnd.pass()
      }
      await isBusy.wait()
      let error = await #expect(throws: SQLError.self) {
        try await store.read { try $0.number("SELECT 1") }
      }
      #expect(error?.kind == .unavailable)
      mayEnd.open()
      try await work
      let found = try await store.read { try $0.number("SELECT 1") }
      #expect(found == 1)
    }
  }

  @Test("Who waits longest is served first, and who was canceled not at all")
  func fifo() async throws {
    try await withPostgres(connections: 1) { store in
      let (isBusy, mayEnd) = (Gate(), Gate())
      let served = Shared<[Int]>([])
      async let work: Void = store.read { _ in
        isBusy.open()
        mayEnd.pass()
      }
      await isBusy.wait()
      var tasks: [Task<Void, any Error>] = []
      for number in 0..<6 {
        tasks.append(
          Task {
            _ = try await store.read { _ in served.update { $0.append(number) } }
          })
        // Long enough that each stands behind the one before.
        try await Task.sleep(for: .milliseconds(20))
      }
      tasks[2].cancel()
      await #expect(throws: CancellationError.self) { try await tasks[2].value }
      mayEnd.open()
      try await work
      for task in tasks where !task.isCancelled { try await task.value }
      #expect(served.value == [0, 1, 3, 4, 5])
    }
  }

  @Test("Connections that the server ended are replaced, unnoticed")
  func replaced() async throws {
    try await withPostgres(connections: 2) { store in
      try await store.write { try $0.execute("CREATE TABLE seat (id BIGINT PRIMARY KEY)") }
      let pid = try await store.read { try $0.number("SELECT pg_backend_pid()") }
      try await withPostgres(connections: 1) { other in
        let ended = try await other.read { reader in
          try reader.first("SELECT pg_terminate_backend(\(pid)) AS ended")?.boolean("ended")
        }
        #expect(ended == true)
      }
      for id in 0..<3 {
        try await store.write { try $0.execute("INSERT INTO seat VALUES (\(id))") }
      }
      let found = try await store.read { try $0.number("SELECT count(*) FROM seat") }
      #expect(found == 3)
    }
  }

  @Test("A write whose connection breaks before its end is run again")
  func brokenMidway() async throws {
    try await withPostgres(connections: 1) { store in
      try await store.write { try $0.execute("CREATE TABLE seat (id BIGINT PRIMARY KEY)") }
      let runs = Shared(0)
      try await store.write { writer in
        try writer.execute("INSERT INTO seat VALUES (1)")
        let run = runs.update { runs in
          runs += 1
          return runs
        }
        if run == 1 { _ = try writer.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
        try writer.execute("INSERT INTO seat VALUES (2)")
      }
      #expect(runs.value == 2)
      let found = try await store.read { try $0.number("SELECT count(*) FROM seat") }
      #expect(found == 2)
    }
  }

  @Test("A server that is not there is an error of the kind unavailable, soon")
  func unreachable() async throws {
    let error = await #expect(throws: SQLError.self) {
      try await PostgresStore(url: "postgres://ana:s3cret@127.0.0.1:1/none")
    }
    #expect(error?.kind == .unavailable)
    #expect(error?.message.contains("s3cret") == false)
  }

  @Test("Closing waits for the work that has begun, and refuses more")
  func closing() async throws {
    try await withPostgres(connections: 1) { store in
      let (isBusy, mayEnd) = (Gate(), Gate())
      let ended = Shared(false)
      async let work: Void = store.read { _ in
        isBusy.open()
        mayEnd.pass()
        ended.update { $0 = true }
      }
      await isBusy.wait()
      async let closed: Bool = {
        try await store.close()
        return ended.value
      }()
      try await Task.sleep(for: .milliseconds(50))
      mayEnd.open()
      let hasWaited = try await closed
      #expect(hasWaited)
      try await work
      await #expect(throws: SQLError(kind: .unavailable, message: "the store is closed")) {
        try await store.read { try $0.number("SELECT 1") }
      }
    }
  }

  @Test("A statement that takes too long is stopped")
  func statementTimeout() async throws {
    try await withPostgres {
      $0.statement = .seconds(1)
    } _: { store in
      let error = await #expect(throws: SQLError.self) {
        try await store.read { _ = try $0.rows("SELECT pg_sleep(30)") }
      }
      #expect(error?.kind == .unavailable)
    }
  }

  @Test("Behind a pool nothing is kept on the server")
  func pooled() async throws {
    try await withPostgres(connections: 1, suffix: "&pgbouncer=true") { store in
      let kept = try await store.write { writer in
        try writer.execute("CREATE TABLE seat (id BIGINT PRIMARY KEY, word TEXT)")
        try writer.executeMany(
          "INSERT INTO seat VALUES ($1, $2)", (0..<10).map { [.integer($0), .text("x")] })
        for id in 0..<10 { _ = try writer.rows("SELECT word FROM seat WHERE id = \(id)") }
        return try writer.number("SELECT count(*) FROM pg_prepared_statements")
      }
      #expect(kept == 0)
    }
  }

  @Test("A connection keeps a bounded number of statements, and can lose any of them")
  func keptStatements() async throws {
    try await withPostgres(connections: 1) { store in
      let (sum, kept) = try await store.read { reader in
        var sum = 0
        for round in 0..<2 {
          for number in 0..<300 {
            sum += try reader.number(SQLQuery(trusted: "SELECT \(number + round) AS n"))
          }
        }
        return (sum, try reader.number("SELECT count(*) FROM pg_prepared_statements"))
      }
      #expect(sum == 2 * 44_850 + 300)
      #expect((200...256).contains(kept))
    }
  }

  @Test("A statement is prepared anew when its table has changed")
  func stalePlan() async throws {
    try await withPostgres(connections: 2) { store in
      try await store.write { writer in
        try writer.execute("CREATE TABLE seat (id BIGINT PRIMARY KEY)")
        try writer.execute("INSERT INTO seat VALUES (1)")
      }
      // Both connections have it prepared.
      for _ in 0..<2 {
        async let one = store.read { try $0.rows("SELECT * FROM seat").count }
        async let two = store.read { try $0.rows("SELECT * FROM seat").count }
        _ = try await [one, two]
      }
      try await store.write { try $0.execute("ALTER TABLE seat ADD COLUMN word TEXT") }
      for _ in 0..<4 {
        let columns = try await store.read {
          try $0.rows("SELECT * FROM seat").first?.columns.names
        }
        #expect(columns == ["id", "word"])
      }
    }
  }

  @Test("A session says who it is")
  func applicationName() async throws {
    try await withPostgres { store in
      let name = try await store.read { reader in
        try reader.first("SELECT current_setting('application_name') AS name")?.text("name")
      }
      #expect(name == "housestaff")
    }
  }

  @Test(
    "An error of the server quotes no value",
    arguments: [
      "SELECT CAST($1 AS BIGINT)", "INSERT INTO seat VALUES (1, $1)",
      "INSERT INTO seat (id, word) VALUES (2, $1)", "SELECT CAST($1 AS DATE)",
    ])
  func silent(_ statement: String) async throws {
    try await withPostgres { store in
      try await store.write { writer in
        try writer.execute(
          """
          CREATE TABLE seat (
            id BIGINT PRIMARY KEY, word TEXT UNIQUE CHECK (word = 'x'),
            other VARCHAR(3) DEFAULT 'abc'
          )
          """)
        try writer.execute("INSERT INTO seat VALUES (1, 'x')")
      }
      let error = await #expect(throws: SQLError.self) {
        try await store.write { try $0.executeMany(trusted: statement, [[.text("s3cret")]]) }
      }
      #expect(error?.description.contains("s3cret") == false)
    }
  }
}
