import Tally
import Testing

@Suite struct PropertyTests {
  private let methods: [any CountingMethod] = [
    ScottishSTV(), MeekSTV(), MeekSTV(.hillWichmannWoodall), InstantRunoff(), Plurality(),
    Approval(), Scoring(), Schulze(), Schulze(.margins),
  ]

  @Test func `no vote is made or lost but by the rule's rounding`() throws {
    var random = SplitMix(state: 1)
    for _ in 0..<300 {
      let election = try random.election(weights: [1, 7, 1000, 1_000_000_007])
      for method in [ScottishSTV(), MeekSTV(), InstantRunoff()] as [any CountingMethod] {
        let report = try method.count(election)
        for stage in report.stages {
          let places = stage.nonTransferable.places
          let unit = (0..<places).reduce(Int128(1)) { unit, _ in unit * 10 }
          let held = stage.votes.reduce(Int128(0)) { $0 + ($1?.units ?? 0) }
          #expect(
            held + stage.nonTransferable.units + stage.lost.units == Int128(report.valid) * unit)
          #expect(stage.lost.units >= 0)
          #expect(stage.nonTransferable.units >= 0)
        }
      }
    }
  }

  @Test func `transfers add up to what each candidate gains`() throws {
    var random = SplitMix(state: 12)
    for _ in 0..<300 {
      let report = try ScottishSTV().count(random.election())
      for (before, after) in zip(report.stages, report.stages.dropFirst()) {
        var votes = before.votes.map { $0?.units ?? 0 }
        for transfer in after.transfers {
          if let target = transfer.to { votes[target - 1] += transfer.votes.units }
        }
        switch after.action {
        case .surplus(let number): votes[number - 1] = (report.quota?.units ?? 0) * 100_000
        case .exclusion(let number): votes[number - 1] = 0
        default: break
        }
        #expect(after.votes.map { $0?.units ?? 0 } == votes)
      }
    }
  }

  @Test func `as many are elected as there are seats, and nobody twice`() throws {
    var random = SplitMix(state: 3)
    for _ in 0..<200 {
      let election = try random.election()
      for method in methods {
        let report = try method.count(election)
        #expect(report.elected.count == min(report.seats, election.candidates.count))
        #expect(Set(report.elected).count == report.elected.count)
        #expect(Set(report.elected).isDisjoint(with: report.excluded))
      }
    }
  }

  @Test func `who withdrew is as if never on the paper, under every method`() throws {
    var random = SplitMix(state: 15)
    for _ in 0..<100 {
      let election = try random.election()
      let count = election.candidates.count
      let gone = Int.random(in: 1...count, using: &random)
      guard count > election.seats else { continue }
      let withdrawn = try Election(
        seats: election.seats,
        candidates: (1...count).map { Candidate("C\($0)", isWithdrawn: $0 == gone) },
        papers: election.papers.papers)
      let without = try Election(
        seats: election.seats, candidates: withdrawn.candidates,
        papers: election.papers.papers.map { paper in
          guard case .ranks(let ranks) = paper.marks else { return paper }
          return Paper(paper.count, .ranks(ranks.filter { $0 != [gone] }))
        })
      for method in methods where method.name != "score" {
        let (one, other) = (try method.count(withdrawn), try method.count(without))
        #expect(one.elected == other.elected, "\(method.name) \(withdrawn.blt)")
        #expect(!one.elected.contains(gone))
      }
    }
  }

  @Test func `papers in another order, or apart, give the same bytes`() throws {
    var random = SplitMix(state: 4)
    for _ in 0..<60 {
      let election = try random.election()
      let single = election.papers.papers.flatMap { paper in
        Array(repeating: Paper(1, paper.marks), count: paper.count)
      }
      let shuffled = try Election(
        title: election.title, seats: election.seats, candidates: election.candidates,
        papers: single.shuffled(using: &random))
      #expect(shuffled == election)
      for method in methods {
        let (one, other) = (try method.count(election), try method.count(shuffled))
        #expect(one.json == other.json)
        #expect(one.text == other.text)
      }
    }
  }

  @Test func `candidates under other numbers, with the lot renumbered too, are elected alike`()
    throws
  {
    var random = SplitMix(state: 6)
    for _ in 0..<150 {
      let election = try random.election()
      let count = election.candidates.count
      let order = (1...count).shuffled(using: &random)
      let renumbered = try Election(
        seats: election.seats, candidates: election.candidates,
        papers: election.papers.papers.map { paper in
          guard case .ranks(let ranks) = paper.marks else { return paper }
          return Paper(paper.count, .ranks(ranks.map { $0.map { order[$0 - 1] } }))
        })
      for method in methods {
        let plain = try method.count(election, lot: .drawn(Array(1...count)))
        let other = try method.count(renumbered, lot: .drawn(order))
        #expect(Set(plain.elected.map { order[$0 - 1] }) == Set(other.elected), "\(method.name)")
      }
    }
  }

  @Test func `a majority of first preferences wins under every rule for ranks and one seat`()
    throws
  {
    var random = SplitMix(state: 7)
    for _ in 0..<150 {
      let election = try random.election().filling(seats: 1)
      let plurality = try Plurality().count(election)
      guard let best = plurality.stages[0].votes.compactMap({ $0?.units }).max(),
        2 * best > Int128(plurality.valid)
      else { continue }
      for method in [ScottishSTV(), MeekSTV(), InstantRunoff(), Schulze()] as [any CountingMethod] {
        #expect(try method.count(election).elected == plurality.elected, "\(method.name)")
      }
    }
  }
}
