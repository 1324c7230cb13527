import Tally
import Testing

/// Real elections: 21 wards of Glasgow 2007, ten of Tideman's collection, Debian's leader 2006.
@Suite(.needsReferenceFiles) struct PublicElectionTests {
  /// An election's file, its seats, and a count of it.
  private struct Expected<Count: Decodable>: Decodable {
    let file: String
    let seats: Int?
    let count: Count

    private enum CodingKeys: String, CodingKey {
      case file, seats
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      file = try container.decode(String.self, forKey: .file)
      seats = try container.decodeIfPresent(Int.self, forKey: .seats)
      count = try Count(from: decoder)
    }

    func election() throws -> Election {
      try Election(ballots: ReferenceFiles.bytes(file), seats: seats ?? 1)
    }
  }

  @Test(arguments: ["scottish_expected.jsonl", "tideman_scottish_rule_expected.jsonl"])
  func `the Scottish count agrees at every stage in every digit`(_ file: String) throws {
    for expected in try ReferenceFiles.lines(file, of: Expected<TransferCount>.self) {
      let report = try ScottishSTV().count(expected.election())
      #expect(try report.decoded(as: TransferCount.self) == expected.count, "\(expected.file)")
    }
  }

  @Test(arguments: ["meek_prf_expected.jsonl", "meek_prf_scottish_ballots_expected.jsonl"])
  func `Meek's count agrees in every round in every digit`(_ file: String) throws {
    for expected in try ReferenceFiles.lines(file, of: Expected<RoundCount>.self) {
      let report = try MeekSTV().count(expected.election())
      #expect(try report.decoded(as: RoundCount.self) == expected.count, "\(expected.file)")
    }
  }

  @Test func `instant runoff agrees in every round`() throws {
    for expected in try ReferenceFiles.lines(
      "irv_expected.jsonl", of: Expected<RoundCount>.self)
    {
      let report = try InstantRunoff().count(expected.election())
      #expect(
        try report.decoded(as: RoundCount.self).plain == expected.count.plain, "\(expected.file)")
    }
  }

  @Test func `Schulze's method agrees in pairs, paths and ranking`() throws {
    for expected in try ReferenceFiles.lines(
      "schulze_expected.jsonl", of: Expected<SchulzeCount>.self)
    {
      let winning = try Schulze(.winningVotes).count(expected.election()).pairs
      let margins = try Schulze(.margins).count(expected.election()).pairs
      #expect(winning.map { SchulzeCount.Result($0, paths: true) } == expected.count.winning)
      #expect(margins.map { SchulzeCount.Result($0, paths: false) } == expected.count.margins)
      #expect(winning?.preferences == expected.count.pairwise)
    }
  }

  @Test func `Debian's leader of 2006 is elected with quorum and majority`() throws {
    let expected = try #require(
      ReferenceFiles.lines("debian_expected.jsonl", of: SchulzeCount.self).first)
    let papers = try DebianSheet.papers(ReferenceFiles.bytes("debian/leader2006_tally.txt"))
    let election = try Election(
      seats: 1, candidates: (1...8).map { Candidate("Option \($0)") }, papers: papers)
    let plain = try Schulze().count(election)
    #expect(plain.papers == 421)
    #expect(plain.pairs?.preferences == expected.pairwise)
    #expect(plain.pairs.map { SchulzeCount.Result($0, paths: true) } == expected.winning)
    // 972 developers: the quorum is three halves of the square root, 47.
    let option = Schulze.DefaultOption(8, quorum: 47, majority: 1)
    let report = try Schulze(defaultOption: option).count(election)
    #expect(report.elected == [4])
    #expect(report.excluded == [2, 6])
  }
}
