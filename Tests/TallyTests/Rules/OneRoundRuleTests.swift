import Tally
import Testing

@Suite struct OneRoundRuleTests {
  @Test func `plurality counts first ranks`() throws {
    let report = try Plurality().count(election(3, seats: 1, "3 1 2 0", "4 2 0", "2 3 2 0"))
    #expect(report.stages[0].written == ["3", "4", "2"])
    #expect(report.elected == [2])
  }

  @Test func `a plurality paper with more votes than seats is void`() throws {
    let report = try Plurality().count(
      election(4, seats: 2, "3 1=2 0", "4 2=3=4 0", "2 3 0", "1 0"))
    #expect(report.stages[0].written == ["3", "3", "2", "0"])
    #expect(report.papers == 10)
    #expect(report.valid == 5)
    #expect(report.elected == [1, 2])
    #expect(report.ties == [])
  }

  @Test func `a tie for the last seat goes by lot`() throws {
    let equal = try election(3, seats: 2, "3 1 0", "2 2 0", "2 3 0")
    #expect(try Plurality().count(equal).elected == [1, 2])
    let report = try Plurality().count(equal, lot: .drawn([3, 2, 1]))
    #expect(report.elected == [1, 3])
    #expect(
      report.ties == [Tie(stage: 1, kind: .election, tied: [2, 3], chosen: 3, settledBy: .lot)])
  }

  @Test func `approval counts all who are named, and a blank paper is not valid`() throws {
    let report = try Approval().count(
      election(3, seats: 1, "3 1=2=3 0", "2 2 0", "4 3 1 0", "5 0"))
    #expect(report.stages[0].written == ["7", "5", "7"])
    #expect(report.valid == 9)
    #expect(report.ties.map(\.tied) == [[1, 3]])
  }

  @Test func `scores are summed, or averaged exactly`() throws {
    let scored = try election(3, seats: 1, "3 1:5 2:4 0", "2 2:4 3:5 0", "1 3:1 0")
    let sums = try Scoring().count(scored)
    #expect(sums.stages[0].written == ["15", "20", "11"])
    #expect(sums.elected == [2])
    let means = try Scoring(missing: .isIgnored).count(scored)
    #expect(means.stages[0].written == ["5.000000000", "4.000000000", "3.666666666"])
    #expect(means.elected == [1])
  }

  @Test func `means that agree in nine decimals are still told apart`() throws {
    // 1 of 3,000,000,000 papers more: the means differ in the tenth decimal.
    let close = try election(
      2, seats: 1, "3000000000 1:1 2:1 0", "1 1:2 2:1 0", "3000000000 1:3 2:3 0")
    let report = try Scoring(missing: .isIgnored).count(close)
    #expect(report.stages[0].written == ["2.000000000", "1.999999999"])
    #expect(report.elected == [1])
    #expect(report.ties == [])
  }

  @Test func `ranks are scored by Borda's count`() throws {
    let report = try Scoring().count(election(3, seats: 1, "2 1 2 3 0", "3 2=3 1 0"))
    #expect(report.stages[0].written == ["7", "8", "6"])
  }

  @Test func `the largest weights and scores do not overflow`() throws {
    let heavy = try Election(
      seats: 1, candidates: [Candidate("A"), Candidate("B")],
      papers: [Paper(1 << 62, .scores([1: 65_535, 2: 65_534]))])
    #expect(try Scoring().count(heavy).elected == [1])
    #expect(try Scoring(missing: .isIgnored).count(heavy).elected == [1])
  }

  @Test func `scores are refused by methods that count ranks, whichever`() throws {
    let scored = try election(2, seats: 1, "1 1:5 2:3 0")
    let methods: [any CountingMethod] = [
      ScottishSTV(), MeekSTV(), InstantRunoff(), Plurality(), Approval(), Schulze(),
    ]
    for method in methods {
      #expect(throws: ElectionProblem.self, "\(method.name)") { try method.count(scored) }
    }
  }
}
