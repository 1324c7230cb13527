import Tally
import Testing

@Suite struct RunoffRuleTests {
  @Test func `a majority is of the papers that still count`() throws {
    let report = try InstantRunoff().count(election(3, seats: 1, "4 1 0", "3 2 0", "5 3 0"))
    // Without B, whose papers name nobody else, five of nine are a majority.
    #expect(report.stages.map(\.nonTransferable) == [Amount(0), Amount(3)])
    #expect(report.elected == [3])
  }

  @Test func `a tie of the last two goes by lot, and is told`() throws {
    let equal = try election(2, seats: 1, "3 1 0", "3 2 0")
    let report = try InstantRunoff().count(equal)
    #expect(report.elected == [2])
    #expect(report.ties.map(\.tied) == [[1, 2]])
    #expect(try InstantRunoff().count(equal, lot: .drawn([2, 1])).elected == [1])
  }

  @Test func `a tie at the bottom can decide, and goes by lot or by earlier rounds`() throws {
    let close = try election(4, seats: 1, "6 1 0", "3 2 3 0", "4 3 2 0", "1 4 2 0")
    #expect(try InstantRunoff().count(close, lot: .drawn([3, 1, 2, 4])).elected == [2])
    #expect(try InstantRunoff().count(close, lot: .drawn([2, 1, 3, 4])).elected == [3])
    let earlier = try InstantRunoff(ties: .earlierRounds).count(
      close, lot: .drawn([3, 1, 2, 4]))
    #expect(earlier.elected == [3])
    #expect(earlier.ties.map(\.settledBy) == [.earlierStage(1)])
  }

  @Test func `one is elected whatever the file says`() throws {
    let report = try InstantRunoff().count(election(3, seats: 2, "5 1 0", "3 2 0"))
    #expect(report.seats == 1)
    #expect(report.elected == [1])
  }

  @Test func `an equal rank ends a paper`() throws {
    let report = try InstantRunoff().count(
      election(3, seats: 1, "2 1 2=3 0", "3 2 0", "4 3 0"))
    #expect(report.stages.last?.nonTransferable == Amount(2))
  }
}
