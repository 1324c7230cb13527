import Elections
import ElectionsTestSupport
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Tally
import Testing

/// The page of a long count: light, and with every stage.
@Suite struct ResultStagesTests {
  /// A count that was held and certified.
  private func withCount(
    _ plan: Poll.Plan, _ body: @escaping @Sendable (String, Int) async throws -> Void
  ) async throws {
    try await withPoll(.sqlite, plan) { poll in
      for (place, voter) in poll.voters.enumerated() {
        try await poll.cast(Self.ranking(place, of: plan.candidates), by: voter)
      }
      try await poll.close()
      try await poll.certify()
      let report = try #require(try await poll.result()?.counting?.report())
      try await poll.open(at: Poll.after) { site in
        let page = try await site.get(poll.path("results"), as: poll.voters[0])
        #expect(page.status == 200)
        try await body(page.text, report.stages.count)
      }
    }
  }

  /// Few first choices for the low numbers and many for the high ones, so that one after the other
  /// is out and several are elected with a surplus.
  private static func ranking(_ voter: Int, of candidates: Int) -> [Int] {
    let first = (voter * voter / 7 + voter) % candidates
    return (0..<10).reduce(into: [Int]()) { ranking, step in
      let next = (first + step * (step + 3)) % candidates + 1
      if !ranking.contains(next) { ranking.append(next) }
    }
  }

  /// No rule has thirty stages with twenty candidates: each stage elects somebody, or lets
  /// somebody go, or hands a surplus on. So the candidates are as many as thirty stages need.
  @Test(arguments: [Elections.Election.Method.scottishSTV, .meek])
  func `a count of thirty stages and more has its page within the budget, with every stage`(
    _ method: Elections.Election.Method
  ) async throws {
    let plan = Poll.Plan(candidates: 36, voters: 120, seats: 5, method: method)
    try await withCount(plan) { page, stages in
      #expect(stages >= 30)
      #expect(page.utf8.count < 60_000, "\(page.utf8.count) bytes of \(stages) stages")
      let rows = (1...stages).filter {
        page.contains("<th scope=\"row\" class=\"num\">\($0)</th>")
      }
      #expect(rows == Array(1...stages))
      #expect(page.contains("<svg viewBox") && !page.contains("style="))
    }
  }

  @Test func `a count of twenty candidates has its page within the budget, with every stage`()
    async throws
  {
    let plan = Poll.Plan(candidates: 20, voters: 120, seats: 5)
    try await withCount(plan) { page, stages in
      #expect(stages >= 15)
      #expect(page.utf8.count < 60_000)
      #expect(page.contains("<th scope=\"row\" class=\"num\">\(stages)</th>"))
    }
  }
}
