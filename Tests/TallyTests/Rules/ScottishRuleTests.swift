import Tally
import Testing

/// The rules of SSI 2007/42, schedule 1, each with a count small enough to do by hand.
@Suite struct ScottishRuleTests {
  private func count(_ election: Election, lot: Lot = .ballotOrder) throws -> Report {
    try ScottishSTV().count(election, lot: lot)
  }

  @Test func `the quota is one more than a whole share of the valid papers (rule 46)`() throws {
    // Twelve papers for three seats: 12 is 4 x 3, and the quota is 4.
    #expect(try count(election(4, seats: 3, "12 1 0")).quota == Amount(4))
    #expect(try count(election(4, seats: 3, "11 1 0")).quota == Amount(3))
    #expect(try count(election(2, seats: 1, "1 1 0")).quota == Amount(1))
  }

  @Test func `who has just the quota has no surplus stage (rule 48)`() throws {
    let report = try count(election(3, seats: 2, "4 1 2 0", "3 2 0", "2 3 0", "1 3 2 0"))
    #expect(report.quota == Amount(4))
    #expect(report.stages.map(\.action) == [.firstPreferences, .exclusion(2)])
    #expect(report.elected == [1, 3])
  }

  @Test func `a paper's value is cut off after five decimals, paper by paper (rule 48)`() throws {
    let report = try count(election(4, seats: 2, "7 1 2 0", "2 2 0", "2 3 0", "1 4 3 0"))
    // Surplus 2 of 7 papers: each goes on at 0.28571, and 0.00003 of a vote is lost.
    #expect(report.stages[1].action == .surplus(1))
    #expect(report.stages[1].transfers.map(\.value.description) == ["0.28571"])
    #expect(report.stages[1].written == ["5.00000", "3.99997", "2.00000", "1.00000"])
    #expect(report.stages[1].lost.description == "0.00003")
  }

  @Test func `a paper that was transferred before goes on at a share of its value`() throws {
    let report = try count(
      election(4, seats: 3, "8 1 2 3 0", "2 2 3 0", "1 3 0", "1 4 0"))
    // Quota 4. Half of each of eight papers goes to B, who then has 6, and a third of that goes on.
    #expect(report.stages[1].written == ["4.00000", "6.00000", "1.00000", "1.00000"])
    let transfers = report.stages[2].transfers
    #expect(transfers.map(\.formerValue.description) == ["1.00000", "0.50000"])
    #expect(transfers.map(\.value.description) == ["0.33333", "0.16666"])
    #expect(report.stages[2].written == ["4.00000", "4.00000", "2.99994", "1.00000"])
  }

  @Test func `the larger surplus goes first, and passes over who is elected (rule 49)`() throws {
    let report = try count(
      election(4, seats: 2, "9 1 2 3 0", "11 2 1 4 0", "2 3 0", "1 4 0"))
    #expect(report.stages.map(\.action).prefix(1) == [.firstPreferences])
    #expect(report.stages[0].elected == [2, 1])
    // Both seats are filled: nothing is transferred any more.
    #expect(report.stages.count == 1)
  }

  @Test func `a tie between surpluses goes by the latest stage that tells them apart`() throws {
    let report = try count(
      election(5, seats: 4, "8 1 2 0", "6 1 3 0", "2 1 4 0", "6 2 0", "7 3 0", "5 4 0", "1 5 0"))
    // Half of A's papers bring B and C to ten each; at the first stage C had more.
    #expect(report.stages[1].written.prefix(3) == ["8.00000", "10.00000", "10.00000"])
    #expect(
      report.ties == [
        Tie(stage: 2, kind: .surplus, tied: [2, 3], chosen: 3, settledBy: .earlierStage(1))
      ])
    #expect(report.stages[2].action == .surplus(3))
  }

  @Test func `equal surpluses from the beginning go by lot`() throws {
    let equal = try election(5, seats: 3, "5 1 3 0", "5 2 4 0", "1 3 0", "1 4 0")
    let byOrder = try count(equal)
    #expect(byOrder.ties.first?.tied == [1, 2])
    #expect(byOrder.ties.first?.chosen == 1)
    #expect(byOrder.ties.first?.settledBy == .lot)
    let drawn = try count(equal, lot: .drawn([2, 5, 4, 3, 1]))
    #expect(drawn.ties.first?.chosen == 2)
  }

  @Test func `a tie for exclusion goes by the latest stage that tells them apart (rule 51)`()
    throws
  {
    let report = try count(
      election(4, seats: 1, "6 1 0", "3 2 0", "4 3 0", "1 4 2 0"))
    // After D is excluded B and C have four each; at the first stage B had fewer.
    #expect(
      report.ties == [
        Tie(stage: 2, kind: .exclusion, tied: [2, 3], chosen: 2, settledBy: .earlierStage(1))
      ])
  }

  @Test func `earlier stages narrow a tie of three before the lot`() throws {
    let report = try count(
      election(5, seats: 1, "9 1 0", "4 2 0", "3 3 0", "3 4 0", "1 5 3 0", "1 5 4 0"),
      lot: .drawn([2, 4, 3, 1, 5]))
    // B, C and D have four each; C and D had three before, and of them the lot draws D.
    let tie = try #require(report.ties.first)
    #expect(tie.tied == [2, 3, 4])
    #expect(tie.chosen == 4)
    #expect(tie.settledBy == .lot)
  }

  @Test func `the last seats go to all who are left, without a further transfer (rule 52)`()
    throws
  {
    let report = try count(election(4, seats: 2, "5 1 0", "4 2 0", "3 3 2 0", "2 4 3 0"))
    #expect(report.stages.last?.action == .exclusion(4))
    #expect(report.stages.last?.elected == [3])
    let short = try count(election(3, seats: 2, "2 1 0", "2 2 0", "3 3 0"))
    #expect(short.stages.last?.electedWithoutQuota == [2])
  }

  @Test func `with as many seats as candidates, or more, all are elected`() throws {
    let equal = try count(election(3, seats: 3, "5 2 0", "1 3 0"))
    #expect(equal.elected == [2, 3, 1])
    #expect(equal.stages.count == 1)
    #expect(try count(election(2, seats: 5, "3 2 0")).elected == [2, 1])
  }

  @Test func `no paper at all elects by lot`() throws {
    let report = try count(election(3, seats: 1, "5 0"), lot: .drawn([3, 1, 2]))
    #expect(report.valid == 0)
    #expect(report.papers == 5)
    #expect(report.elected == [2])
    #expect(report.ties.map(\.chosen) == [3, 1])
  }

  @Test func `one paper elects its first`() throws {
    #expect(try count(election(3, seats: 1, "1 2 3 0")).elected == [2])
  }

  @Test func `papers pass over who withdrew, and those with nobody else are not valid`() throws {
    let report = try count(election(3, seats: 1, "-2", "3 2 3 0", "2 1 0", "4 2 0"))
    #expect(report.valid == 5)
    #expect(report.elected == [3])
    #expect(report.excluded == [])
  }

  @Test func `a paper counts up to an equal or skipped rank, and is void without a first`() throws {
    let report = try count(
      election(4, seats: 1, "3 1=2 3 0", "2 - 3 0", "2 4 - 3 0", "1 3 1=2 0"))
    #expect(report.valid == 3)
    #expect(report.stages[0].written == ["0.00000", "0.00000", "1.00000", "2.00000"])
  }

  @Test func `a thousand million million papers are counted like five`() throws {
    let heavy = "1000000000000000"
    let report = try count(
      election(3, seats: 2, "\(heavy) 1 2 0", "\(heavy) 1 3 0", "\(heavy) 2 0", "\(heavy) 3 0"))
    #expect(report.quota == Amount(1_333_333_333_333_334))
    #expect(report.stages[1].transfers.first?.value.description == "0.33333")
    #expect(report.elected == [1, 3])
  }
}
