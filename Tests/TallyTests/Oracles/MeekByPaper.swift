import Tally

/// The reference Meek rule, step by step as its text has it, on every paper by itself.
///
/// Lots go by the ballot order.
struct MeekByPaper {
  private(set) var elected: [Int] = []
  /// Votes in billionths after each round.
  private(set) var rounds: [[Int]] = []

  private static let unit = 1_000_000_000

  init(_ election: Election) {
    let count = election.candidates.count
    var keep = [Int](repeating: Self.unit, count: count + 1)
    var hopeful = Set(1...count)
    while elected.count < election.seats, elected.count + hopeful.count > election.seats {
      var former: Int?
      while true {
        let votes = Self.distribute(election, keep)
        let quota = votes.reduce(0, +) / (election.seats + 1) + 1
        let winners = hopeful.filter { votes[$0] >= quota }.sorted()
        elected += winners
        hopeful.subtract(winners)
        let surplus = max(0, elected.reduce(0) { $0 + votes[$1] - quota })
        let isOver = surplus < 1000 || former.map { surplus >= $0 } == true
        if !winners.isEmpty || isOver { rounds.append(votes) }
        if !winners.isEmpty { break }
        if isOver {
          let least = hopeful.map { votes[$0] }.min() ?? 0
          let loser = hopeful.filter { votes[$0] <= least + surplus }.min() ?? 0
          hopeful.remove(loser)
          keep[loser] = 0
          break
        }
        former = surplus
        for winner in elected {
          let product = Self.up(keep[winner], quota, Self.unit)
          keep[winner] = Self.up(product, Self.unit, votes[winner])
        }
      }
    }
    elected += hopeful.sorted().prefix(election.seats - elected.count)
  }

  private static func distribute(_ election: Election, _ keep: [Int]) -> [Int] {
    var votes = [Int](repeating: 0, count: keep.count)
    for paper in election.papers.papers {
      guard case .ranks(let ranks) = paper.marks else { continue }
      for _ in 0..<paper.count {
        var weight = unit
        for candidate in ranks.joined() {
          let kept = up(weight, keep[candidate], unit)
          votes[candidate] += kept
          weight -= kept
        }
      }
    }
    return votes
  }

  /// A product divided, rounded up.
  private static func up(_ one: Int, _ other: Int, _ divisor: Int) -> Int {
    Int((Int128(one) * Int128(other) + Int128(divisor) - 1) / Int128(divisor))
  }
}
