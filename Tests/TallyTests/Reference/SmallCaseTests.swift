import Tally
import Testing

@Suite struct SmallCaseTests {
  private let cases: [SmallCase]

  init() throws {
    cases = try ReferenceFiles.fixture("small_cases.jsonl", of: SmallCase.self)
    try #require(cases.count == 150)
  }

  @Test func `Scottish stages, ties and results are those of the reference`() throws {
    for small in cases {
      let report = try ScottishSTV().count(small.election)
      #expect(try report.decoded(as: TransferCount.self) == small.scottish, "\(small.id)")
    }
  }

  @Test func `Meek rounds, keep factors and ties are those of the reference`() throws {
    for small in cases {
      let report = try MeekSTV().count(small.election)
      #expect(try report.decoded(as: RoundCount.self) == small.meek, "\(small.id)")
    }
  }

  @Test func `instant runoff rounds and ties are those of the reference`() throws {
    for small in cases {
      let report = try InstantRunoff().count(small.election)
      #expect(try report.decoded(as: RoundCount.self).plain == small.irv.plain, "\(small.id)")
    }
  }

  @Test func `Schulze winners by winning votes and by margins are those of the reference`() throws {
    for small in cases {
      let winning = try Schulze(.winningVotes).count(small.election).pairs
      let margins = try Schulze(.margins).count(small.election).pairs
      #expect(winning?.preferences == small.pairwise, "\(small.id)")
      #expect(winning?.winners == small.schulzeWinning, "\(small.id)")
      #expect(margins?.winners == small.schulzeMargins, "\(small.id)")
    }
  }
}
