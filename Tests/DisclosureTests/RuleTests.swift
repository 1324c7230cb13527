import Disclosure
import Testing

@Suite struct RuleTests {
  @Test func `a sum in which one contributor dominates must stay open upward`() throws {
    let rule = MagnitudeRule.dominance(count: 1, percent: 80)
    #expect(try rule.demand(for: [90, 5, 5]) == Demand(atLeast: 113, atMost: 87))
    #expect(try rule.demand(for: [80, 10, 10]) == nil)
    #expect(try rule.demand(for: []) == nil)
  }

  @Test func `a second contributor may not come within some percent of the first`() throws {
    let rule = MagnitudeRule.closeness(percent: 10)
    #expect(try rule.demand(for: [100, 50, 4]) == Demand(atLeast: 160, atMost: 148))
    #expect(try rule.demand(for: [100, 50, 10]) == nil)
  }

  @Test func `contributions below zero and sums that are too great are refused`() {
    let rule = MagnitudeRule.closeness(percent: 10)
    #expect(throws: TableProblem.negative(cell: 1)) { try rule.demand(for: [3, -1]) }
    #expect(throws: TableProblem.tooGreat(cell: 0)) {
      try rule.demand(for: .init(repeating: CountTable.greatestCount, count: 2))
    }
  }

  @Test func `amounts are protected with the interval that their rule demands`() throws {
    let table = try CountTable.plain([3, 3], [100, 40, 140, 60, 80, 140, 160, 120, 280])
    let rule = MagnitudeRule.dominance(count: 1, percent: 75)
    let demand = try #require(try rule.demand(for: [90, 10]))
    let problem = try SuppressionProblem(
      system: table.system, values: table.counts, demands: [0: demand])
    let interval = try Suppression(problem).audit.intervals[0]
    #expect(demand.isMet(by: interval))
  }
}
