import Tally
import Testing

/// The library beside slow counts that do nothing cleverly.
@Suite struct OracleTests {
  /// All elections of so many candidates in which each of the given papers comes up to twice.
  private func small(_ candidates: Int, seats: Int, _ rankings: [[Int]]) throws -> [Election] {
    let names = (1...candidates).map { Candidate("C\($0)") }
    let ways = (0..<rankings.count).reduce(1) { ways, _ in ways * 3 }
    return try (1..<ways).map { way in
      var rest = way
      let papers = rankings.compactMap { ranking -> Paper? in
        defer { rest /= 3 }
        return rest % 3 > 0 ? Paper(rest % 3, ranking: ranking) : nil
      }
      return try Election(seats: seats, candidates: names, papers: papers)
    }
  }

  private func expectScottish(_ election: Election) throws {
    let (report, oracle) = (try ScottishSTV().count(election), PaperByPaper(election))
    #expect(report.elected == oracle.elected, "\(election.blt)")
    let votes = report.stages.map { $0.votes.map { Int($0?.units ?? -1) } }
    #expect(votes == oracle.stages, "\(election.blt)")
  }

  @Test(arguments: [1, 2]) func `all small elections of three, Scottish`(_ seats: Int) throws {
    let elections = try small(
      3, seats: seats, [[1], [1, 2], [2, 1, 3], [2, 3], [3, 1], [3, 2, 1], []])
    #expect(elections.count == 2186)
    for election in elections { try expectScottish(election) }
  }

  @Test func `random elections, Scottish`() throws {
    var random = SplitMix(state: 2007)
    for _ in 0..<1500 { try expectScottish(random.election()) }
  }

  @Test(arguments: [1, 2]) func `all small elections of three, Meek`(_ seats: Int) throws {
    for election in try small(3, seats: seats, [[1], [1, 2], [2, 1, 3], [2, 3], [3, 1], []]) {
      try expectMeek(election)
    }
  }

  @Test func `random elections, Meek`() throws {
    var random = SplitMix(state: 123)
    for _ in 0..<400 { try expectMeek(random.election()) }
  }

  private func expectMeek(_ election: Election) throws {
    let (report, oracle) = (try MeekSTV().count(election), MeekByPaper(election))
    #expect(report.elected == oracle.elected, "\(election.blt)")
    let votes = report.stages.map { $0.votes.map { Int($0?.units ?? 0) } }
    #expect(votes == oracle.rounds.map { Array($0.dropFirst()) }, "\(election.blt)")
  }

  @Test func `random elections, instant runoff`() throws {
    var random = SplitMix(state: 44)
    for _ in 0..<1000 {
      let election = try random.election()
      #expect(try InstantRunoff().count(election).elected == [runoff(election)])
    }
  }

  private func runoff(_ election: Election) -> Int {
    var left = Array(1...election.candidates.count)
    while left.count > 1 {
      var votes: [Int: Int] = [:]
      for paper in election.papers.papers {
        guard case .ranks(let ranks) = paper.marks else { continue }
        if let first = ranks.joined().first(where: left.contains) {
          votes[first, default: 0] += paper.count
        }
      }
      let all = votes.values.reduce(0, +)
      if let winner = left.first(where: { 2 * votes[$0, default: 0] > all }) { return winner }
      let least = left.map { votes[$0, default: 0] }.min() ?? 0
      left.remove(at: left.firstIndex { votes[$0, default: 0] == least } ?? 0)
    }
    return left[0]
  }

  @Test func `the default option's winners are those of Debian's procedure by the letter`() throws {
    var random = SplitMix(state: 1999)
    var shared = 0
    for _ in 0..<1500 {
      let election = try random.election().filling(seats: 1)
      let option = Int.random(in: 1...election.candidates.count, using: &random)
      let (quorum, majority) = (
        Int.random(in: 0...4, using: &random), Int.random(in: 1...2, using: &random)
      )
      let method = Schulze(
        defaultOption: .init(option, quorum: quorum, majority: majority))
      let pairs = try #require(try method.count(election).pairs)
      let oracle = SchwartzOracle(
        pairs.preferences, defaultOption: option - 1, quorum: quorum, majority: majority)
      #expect(pairs.winners == oracle.winners, "\(election.blt)")
      if oracle.winners.count > 1 { shared += 1 }
    }
    #expect(shared > 20)
  }

  @Test func `strongest paths are those of all ways`() throws {
    var random = SplitMix(state: 8)
    for _ in 0..<150 {
      let election = try random.election()
      let pairs = try #require(try Schulze().count(election).pairs)
      let count = election.candidates.count
      for one in 0..<count {
        for other in 0..<count where one != other {
          let strongest = strongest(pairs.preferences, from: one, to: other, avoiding: [one])
          #expect(pairs.paths[one][other] == strongest, "\(election.blt)")
        }
      }
    }
  }

  /// The strongest way, by trying each.
  private func strongest(
    _ votes: [[Int]], from one: Int, to other: Int, avoiding: Set<Int>
  ) -> Int {
    if one == other { return .max }
    return votes.indices.filter { !avoiding.contains($0) && votes[one][$0] > votes[$0][one] }
      .map { next in
        min(
          votes[one][next],
          strongest(votes, from: next, to: other, avoiding: avoiding.union([next])))
      }.max() ?? 0
  }
}
