import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What the office looks at of a cycle takes the same number of questions for few and for many.
@Suite struct MentoringBudgetTests {
  @Test(arguments: Engine.available)
  func `the overview takes the same queries at 10 pairs and at 2,000, and stays small`(
    _ engine: Engine
  ) async throws {
    let trace = StatementTrace()
    try await withSite(engine, trace: trace) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      let crowd = Crowd(stage: site.stage)
      try await crowd.grow(to: 2001)
      _ = try await site.get("/", as: site.stage.cast.office)
      let pairs = ManyPairs(stage: site.stage, cycle: matrix.cycle)
      try await pairs.grow(to: 10)
      let few = try await queries(matrix, site, trace)
      try await pairs.grow(to: 2000)
      let clock = ContinuousClock()
      let begun = clock.now
      let many = try await queries(matrix, site, trace)
      let took = clock.now - begun
      #expect(many == few)
      // Four pages; tests are not optimized, and the machine may be busy.
      #expect(took < .seconds(8), "\(took)")
      let cycle = "/mentoring/cycles/\(matrix.cycle.text)"
      let overview = try await site.get("\(cycle)/overview", as: site.stage.cast.office)
      #expect(overview.text.utf8.count < 60_000)
      #expect(overview.text.contains("1,950 more are in the file of pairs."))
      let file = try await site.get("\(cycle)/pairs/export", as: site.stage.cast.office)
      #expect(file.text.split(separator: "\r\n").count == 2001)
    }
  }

  private func queries(
    _ matrix: MatrixMentoring, _ site: TestSite, _ trace: StatementTrace
  ) async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let cycle = "/mentoring/cycles/\(matrix.cycle.text)"
    for path in [
      "\(cycle)/overview", "\(cycle)/pairs/export", "\(cycle)/certificates",
      "/mentoring/load/export",
    ] {
      _ = trace.take()
      let answer = try await site.get(path, as: site.stage.cast.office)
      #expect(answer.status == 200, "\(path)")
      counts[path] = trace.take().count
    }
    return counts
  }
}

/// Pairs of a cycle that never met, of one of the crowd with the next, made by the database itself.
private struct ManyPairs {
  let stage: Stage
  let cycle: ID<MentoringCycle>

  /// Adds until there are so many.
  func grow(to size: Int) async throws {
    try await stage.store.write { writer in
      let present = try writer.number(
        "SELECT count(*) FROM mentoring_pair WHERE cycle_id = \(cycle)")
      try writer.execute(
        """
        WITH RECURSIVE numbers (number) AS (
          SELECT CAST(\(present + 1) AS BIGINT)
          UNION ALL SELECT number + 1 FROM numbers WHERE number < \(size))
        INSERT INTO mentoring_pair (id, cycle_id, mentee_id, mentor_id, state, paired_at,
          decline_until, flagged_on)
        SELECT 'pair ' || CAST(100000000000 + number AS TEXT), \(cycle),
          '00000000-0000-7000-9000-' || CAST(100000000000 + number AS TEXT),
          '00000000-0000-7000-9000-' || CAST(100000000001 + number AS TEXT), 'active',
          '2026-01-02T12:00:00.000Z', '2026-01-09', '2026-10-01' FROM numbers
        """)
    }
  }
}
