import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Pages of those who handle concerns ask the same number of questions for few and for many.
@Suite struct ConcernBudgetTests {
  @Test(arguments: Engine.available)
  func `pages of concerns take the same queries at 10 and at 10,000, and none takes long`(
    _ engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withLoudSite(engine, trace: trace) { site, _ in
      let concern = try await MatrixConcern.raise(on: site.stage)
      let responder = try await concern.unlocked(on: site)
      _ = try await responder.raise(concern, "Ten thousand times.")
      let first = try await concern.latest(on: site)
      let many = ManyConcerns(stage: site.stage, like: first)
      try await many.grow(to: 10)
      let few = try await queries(responder, first, trace)
      let clock = ContinuousClock()
      try await many.grow(to: 10_000)
      #expect(try await queries(responder, first, trace) == few)
      let took = try await clock.measure { _ = try await queries(responder, first, trace) }
      // Eight pages; tests are not optimized, and the machine may be busy.
      #expect(took < .seconds(8), "\(took)")
    }
  }

  private func queries(
    _ responder: LoudBrowser, _ first: ID<Concern>, _ trace: StatementTrace
  ) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for path in [
      "/", "/concerns", "/concerns/desk", "/concerns/desk/resolved",
      "/concerns/desk/\(first.text)", "/search?q=times", "/concerns/register", "/your-data",
    ] {
      _ = trace.take()
      let answer = try await responder.get(path)
      #expect(answer.status == 200, "\(path)")
      counts[path] = trace.take().count
    }
    return counts
  }
}

/// Concerns that are copies of one, made by the database itself; every third is resolved.
private struct ManyConcerns {
  let stage: Stage
  let first: ID<Concern>

  init(stage: Stage, like first: ID<Concern>) {
    self.stage = stage
    self.first = first
  }

  /// Adds until there are so many.
  func grow(to size: Int) async throws {
    let first = first
    try await stage.store.write { writer in
      let present = try writer.number(
        "SELECT count(*) FROM concern WHERE id LIKE 'copy%' ESCAPE '!'")
      let numbers: SQLQuery = """
        WITH RECURSIVE numbers (number) AS (
          SELECT CAST(\(present + 1) AS BIGINT)
          UNION ALL SELECT number + 1 FROM numbers WHERE number < \(size))
        """
      let id: SQLQuery = "'copy ' || CAST(100000 + numbers.number AS TEXT)"
      try writer.execute(
        """
        INSERT INTO concern (id, group_id, category_id, manner, is_urgent, raised_on, state,
          public_key, code_digest, writer_seal, acknowledge_by, answer_by, close_by, resolved_on,
          is_settled)
        \(numbers)
        SELECT \(id), group_id, category_id, manner, is_urgent, raised_on,
          CASE WHEN numbers.number % 3 = 0 THEN 'resolved' ELSE state END, public_key, \(id),
          writer_seal, acknowledge_by, answer_by, close_by,
          CASE WHEN numbers.number % 3 = 0 THEN raised_on END, TRUE
        FROM concern CROSS JOIN numbers WHERE concern.id = \(first)
        """)
      try writer.execute(
        """
        INSERT INTO concern_key (concern_id, key_id, sealed) \(numbers)
        SELECT \(id), key_id, sealed FROM concern_key CROSS JOIN numbers
        WHERE concern_key.concern_id = \(first)
        """)
      try writer.execute(
        """
        INSERT INTO concern_entry (id, concern_id, number, kind, said_on, sealed, is_settled)
        \(numbers)
        SELECT \(id), \(id), concern_entry.number, kind, said_on, sealed, TRUE
        FROM concern_entry CROSS JOIN numbers WHERE concern_entry.concern_id = \(first)
        """)
    }
  }
}
