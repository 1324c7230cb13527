/// An instant runoff while it goes on.
struct RunoffCount {
  private let tieRule: InstantRunoff.TieRule
  private(set) var roll: Roll
  private var tree: PrefixTree
  let lots: LotOrder
  let valid: Int
  private(set) var stages: [Stage] = []
  private(set) var ties: [Tie] = []
  private var votes: [Int]
  /// Of each candidate the beginnings of the papers that they hold.
  private var held: [[Int32]]

  init(_ tieRule: InstantRunoff.TieRule, _ papers: Papers, roll: Roll, lots: LotOrder) {
    self.tieRule = tieRule
    self.roll = roll
    self.lots = lots
    var tree = PrefixTree(papers)
    let first = tree.sort([PrefixTree.root], papers: papers.total, among: roll.standing)
    self.tree = tree
    // A blank paper is exhausted from the beginning.
    valid = papers.total
    votes = first.papers
    held = first.nodes
  }

  /// Counts until someone has a majority, or nobody else is left.
  mutating func run() throws(ElectionProblem) {
    while roll.vacancies > 0 {
      record()
      if let winner = winner {
        try roll.elect(winner)
        stages[stages.count - 1].elected = [winner + 1]
      } else {
        try excludeOne()
      }
    }
  }

  private var winner: Int? {
    let continuing = roll.continuing
    guard continuing.count > 1 else { return continuing.first }
    guard roll.doomed.isEmpty else { return nil }
    let sum = votes.reduce(0, +)
    return continuing.first { votes[$0] > sum - votes[$0] }
  }

  private mutating func excludeOne() throws(ElectionProblem) {
    let isDoomed = !roll.doomed.isEmpty
    var choice = Choice(.exclusion, roll.excludable, votes: votes.map { Int128($0) })
    if tieRule == .earlierRounds {
      choice.lookBack(stages.dropLast().map { $0.votes.map { $0?.units ?? 0 } })
    }
    let tie = choice.settled(after: stages.count, by: lots)
    if choice.isTie { ties.append(tie) }
    let loser = tie.chosen - 1
    stages[stages.count - 1].excluded = tie.chosen
    stages[stages.count - 1].isDoomed = isDoomed
    try roll.exclude(loser)
    let sorted = tree.sort(held[loser], papers: votes[loser], among: roll.standing)
    held[loser] = []
    votes[loser] = 0
    for candidate in votes.indices {
      votes[candidate] += sorted.papers[candidate]
      held[candidate] += sorted.nodes[candidate]
    }
  }

  private mutating func record() {
    let standing = roll.standing
    stages.append(
      Stage(
        number: stages.count + 1,
        action: roll.excluded.last.map { .exclusion($0 + 1) } ?? .firstPreferences,
        votes: zip(votes, standing).map { $1 ? Amount($0) : nil },
        nonTransferable: Amount(valid - votes.reduce(0, +)), lost: Amount(0)))
  }
}
