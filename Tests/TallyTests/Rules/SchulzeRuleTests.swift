import Tally
import Testing

@Suite struct SchulzeRuleTests {
  @Test func `Schulze's own example of 45 papers elects E`() throws {
    // Schulze 2011, example 1: candidates A to E.
    let report = try Schulze().count(
      election(
        5, seats: 1, "5 1 3 2 5 4 0", "5 1 4 5 3 2 0", "8 2 5 4 1 3 0", "3 3 1 2 5 4 0",
        "7 3 1 5 2 4 0", "2 3 2 1 4 5 0", "7 4 3 5 2 1 0", "8 5 2 1 4 3 0"))
    #expect(report.elected == [5])
    #expect(report.pairs?.ranking == [[5], [1], [3], [2], [4]])
    #expect(report.pairs?.paths[0] == [0, 28, 28, 30, 24])
    #expect(report.pairs?.paths[4] == [25, 28, 28, 31, 0])
  }

  @Test func `winning votes and margins can elect different candidates`() throws {
    // A beats B 5 to 4, B beats C 6 to 0 and C beats A 4 to 0, if short papers abstain.
    let short = try election(
      3, seats: 1, "5 1 2 0", "4 2=3 1 0", "2 2 3=1 0", "3 3 1=2 0")
    let winning = try Schulze(.winningVotes).count(short)
    let margins = try Schulze(.margins).count(short)
    #expect(winning.pairs?.preferences == margins.pairs?.preferences)
    #expect(winning.pairs?.paths != margins.pairs?.paths)
  }

  @Test func `all tied, the lot decides`() throws {
    let report = try Schulze().count(
      election(3, seats: 1, "1 1 2 3 0", "1 2 3 1 0", "1 3 1 2 0"), lot: .drawn([2, 1, 3]))
    #expect(report.pairs?.winners == [1, 2, 3])
    #expect(report.elected == [2])
    #expect(report.ties.map(\.tied) == [[1, 2, 3]])
  }

  @Test func `one candidate, and two, are no special case`() throws {
    #expect(try Schulze().count(election(1, seats: 1, "1 1 0")).elected == [1])
    #expect(try Schulze().count(election(2, seats: 1, "1 1 0", "2 2 0")).elected == [2])
  }

  @Test func `an option without the quorum or the majority over the default is dropped`() throws {
    // Option 3 is the default: A is before it on 10 papers, B on 6 against 4.
    let papers = try election(3, seats: 1, "6 2 1 3 0", "4 1 3 2 0")
    let plain = Schulze(defaultOption: .init(3))
    #expect(try plain.count(papers).elected == [2])
    let majority = Schulze(defaultOption: .init(3, majority: 2))
    #expect(try majority.count(papers).excluded == [2])
    #expect(try majority.count(papers).elected == [1])
    let quorum = Schulze(defaultOption: .init(3, quorum: 11))
    #expect(try quorum.count(papers).elected == [3])
    #expect(try quorum.count(papers).excluded == [1, 2])
  }

  @Test func `a majority of three to one must be more than that`() throws {
    let option = Schulze.DefaultOption(2, majority: 3)
    let exact = try election(2, seats: 1, "3 1 0", "1 2 0")
    #expect(try Schulze(defaultOption: option).count(exact).elected == [2])
    let more = try election(2, seats: 1, "4 1 0", "1 2 0")
    #expect(try Schulze(defaultOption: option).count(more).elected == [1])
  }

  @Test func `of defeats with equal votes the one with more against is dropped first`() throws {
    // With a default the cycle A > B > C > A, each by 6 votes, is cut where most were against.
    let cycle = try election(
      4, seats: 1, "3 1 2 3 4 0", "3 2 3 1 4 0", "3 3 1 2 4 0", "1 3=2 1 4 0")
    let strict = try Schulze(defaultOption: .init(4)).count(cycle)
    #expect(strict.pairs?.winners.count == 1)
  }

  @Test func `several seats go down the order of paths`() throws {
    let report = try Schulze().count(
      election(4, seats: 3, "3 1 2 3 4 0", "2 2 1 3 4 0", "1 4 1 2 3 0"))
    #expect(report.elected == [1, 2, 3])
  }
}
