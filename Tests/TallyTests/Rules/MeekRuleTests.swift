import Tally
import Testing

@Suite struct MeekRuleTests {
  @Test func `the quota falls as papers run out of candidates`() throws {
    let report = try MeekSTV().count(
      election(4, seats: 2, "60 1 0", "40 1 2 0", "30 3 0", "29 4 3 0", "1 2 0"))
    let quotas = report.stages.compactMap { $0.round?.quota.units }
    #expect(quotas.count > 2)
    #expect(zip(quotas, quotas.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(quotas.first != quotas.last)
  }

  @Test func `an elected candidate passes on what is above the quota`() throws {
    let report = try MeekSTV().count(election(3, seats: 2, "9 1 2 0", "3 3 0"))
    #expect(report.stages[0].round?.quota.description == "4.000000001")
    #expect(report.stages[0].elected == [1])
    #expect(report.elected == [1, 2])
    #expect(report.stages[1].round?.keepFactors[0]?.description == "0.444444445")
    #expect(report.stages[1].written == ["4.000000005", "4.999999995", "3.000000000"])
  }

  @Test func `both texts of the method elect the same where nothing is close`() throws {
    let clear = try election(
      5, seats: 2, "40 1 2 0", "31 2 3 0", "17 3 4 0", "9 4 5 0", "4 5 1 0")
    let reference = try MeekSTV(.reference).count(clear)
    let original = try MeekSTV(.hillWichmannWoodall).count(clear)
    #expect(reference.elected == original.elected)
    #expect(reference.rule != original.rule)
  }

  @Test func `the text of 1987 tells equals apart by earlier rounds, the reference by lot`() throws
  {
    let tied = try election(4, seats: 1, "6 1 0", "3 2 0", "4 3 0", "1 4 2 0")
    #expect(try MeekSTV(.reference).count(tied).ties.map(\.settledBy) == [.lot])
    #expect(
      try MeekSTV(.hillWichmannWoodall).count(tied).ties.map(\.settledBy) == [.earlierStage(1)])
  }

  @Test func `the result differs from the Scottish one on some papers`() throws {
    var random = SplitMix(state: 5)
    var differing = 0
    for _ in 0..<200 {
      let election = try random.election()
      if try Set(MeekSTV().count(election).elected) != Set(ScottishSTV().count(election).elected) {
        differing += 1
      }
    }
    #expect((1...60).contains(differing))
  }

  @Test func `equal ranks are refused, skipped ones passed over`() throws {
    #expect(throws: ElectionProblem.self) {
      try MeekSTV().count(election(3, seats: 1, "1 1=2 3 0"))
    }
    #expect(try MeekSTV().count(election(3, seats: 1, "3 - 2 0", "2 1 0")).elected == [2])
  }

  @Test func `with as many seats as candidates nothing is counted`() throws {
    let report = try MeekSTV().count(election(2, seats: 2, "3 1 0"))
    #expect(report.elected == [1, 2])
    #expect(report.electedRemaining == [1, 2])
    #expect(report.stages == [])
  }

  @Test func `weights that no 64 bits of billionths could hold are counted`() throws {
    let heavy = "900000000000000000"
    let report = try MeekSTV().count(
      election(3, seats: 2, "\(heavy) 1 2 0", "\(heavy) 1 3 0", "\(heavy) 2 0", "\(heavy) 3 0"))
    #expect(report.stages[0].votes[0]?.description == "1800000000000000000.000000000")
    #expect(report.elected.first == 1)
  }
}
