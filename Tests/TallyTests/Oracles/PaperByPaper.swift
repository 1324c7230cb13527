import Tally

/// A count under the Scottish rules done as clerks do it: paper by paper, nothing kept together.
///
/// Slow, and written without a look at the library's own count. Lots go by the ballot order.
struct PaperByPaper {
  private struct Ballot {
    let ranking: [Int]
    let weight: Int
    var value = 100_000
    var holder: Int?
  }

  private var ballots: [Ballot]
  private let count: Int
  private var out: Set<Int> = []
  private(set) var elected: [Int] = []
  private var owed: [Int] = []
  /// Votes in hundred-thousandths, stage by stage.
  private(set) var stages: [[Int]] = []
  let quota: Int

  init(_ election: Election) {
    count = election.candidates.count
    ballots = election.papers.papers.compactMap { paper in
      guard case .ranks(let ranks) = paper.marks, let first = ranks.first?.first else { return nil }
      return Ballot(ranking: ranks.map { $0[0] }, weight: paper.count, holder: first)
    }
    quota = ballots.reduce(0) { $0 + $1.weight } / (election.seats + 1) + 1
    let seats = min(election.seats, count)
    settle(seats)
    while elected.count < seats { next(seats) }
  }

  private var continuing: [Int] {
    (1...count).filter { !out.contains($0) && !elected.contains($0) }
  }

  /// What a candidate holds, or the quota if the surplus has gone.
  private func votes(_ candidate: Int) -> Int {
    let held = ballots.filter { $0.holder == candidate }.reduce(0) { $0 + $1.weight * $1.value }
    let isSpent = elected.contains(candidate) && !owed.contains(candidate)
    return isSpent ? quota * 100_000 : held
  }

  private mutating func settle(_ seats: Int) {
    stages.append((1...count).map { votes($0) })
    let now = stages[stages.count - 1]
    let reached = continuing.filter { now[$0 - 1] >= quota * 100_000 }
    for candidate in reached.sorted(by: { (-now[$0 - 1], $0) < (-now[$1 - 1], $1) })
    where elected.count < seats {
      elected.append(candidate)
      if now[candidate - 1] > quota * 100_000 { owed.append(candidate) }
    }
    if continuing.count <= seats - elected.count {
      elected += continuing.sorted { (-now[$0 - 1], $0) < (-now[$1 - 1], $1) }
    }
  }

  private mutating func next(_ seats: Int) {
    if !owed.isEmpty {
      let candidate = pick(owed.sorted(), sign: -1)
      let total = votes(candidate)
      let surplus = total - quota * 100_000
      move(from: candidate) { $0 * surplus / total }
      owed.removeAll { $0 == candidate }
    } else {
      let candidate = pick(continuing, sign: 1)
      out.insert(candidate)
      move(from: candidate) { $0 }
    }
    settle(seats)
  }

  private mutating func move(from candidate: Int, _ value: (Int) -> Int) {
    for at in ballots.indices where ballots[at].holder == candidate {
      let ranking = ballots[at].ranking
      let later = ranking[((ranking.firstIndex(of: candidate) ?? 0) + 1)...]
      ballots[at].value = value(ballots[at].value)
      ballots[at].holder = later.first { continuing.contains($0) && $0 != candidate }
    }
  }

  /// The fewest votes, or with a negative sign the most; equals by the latest differing stage.
  private func pick(_ candidates: [Int], sign: Int) -> Int {
    var left = candidates
    for stage in stages.reversed() {
      let best = left.map { stage[$0 - 1] * sign }.min() ?? 0
      left = left.filter { stage[$0 - 1] * sign == best }
    }
    return left[0]
  }
}
