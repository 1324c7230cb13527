/// A count by Meek's method while it goes on.
struct MeekCount {
  private let variant: MeekSTV.Variant
  private(set) var roll: Roll
  private var tree: PrefixTree
  let lots: LotOrder
  let valid: Int
  private(set) var stages: [Stage] = []
  private(set) var ties: [Tie] = []
  /// Who was elected in the end because no more were left than seats.
  private(set) var electedRemaining: [Int] = []
  /// The part of a paper that each candidate keeps, in units.
  private var keep: [Int]

  init(_ variant: MeekSTV.Variant, _ tree: PrefixTree, roll: Roll, lots: LotOrder) {
    self.variant = variant
    self.lots = lots
    self.roll = roll
    self.tree = tree
    // A blank paper is one whose vote nobody keeps; the quota does not see it.
    valid = tree.count(PrefixTree.root)
    keep = roll.status.map { $0 == .continuing ? Meek.unit : 0 }
  }

  /// Counts until no more candidates are left than seats.
  mutating func run() throws(ElectionProblem) {
    while roll.vacancies > 0, roll.continuing.count > roll.vacancies {
      try conclude(distribute())
    }
    for candidate in roll.continuing where roll.vacancies > 0 {
      try roll.elect(candidate)
      electedRemaining.append(candidate + 1)
    }
  }

  /// How a round stands when its distributions end.
  private struct Standing {
    var votes: [Int128]
    var quota: Int128
    var surplus: Int128
    var iterations: Int
    var end: MeekRound.End
    var reached: [Int]
  }

  // MARK: Distributing

  /// Distributes all papers until the round ends (steps B.2.a to B.2.f of the reference rule).
  private mutating func distribute() -> Standing {
    var distribution = MeekDistribution(&tree, roll)
    var former: Int128?
    var iterations = 0
    while true {
      iterations += 1
      let votes = distribution.votes(keep: keep)
      let quota = votes.reduce(0, +) / Int128(roll.seats + 1) + 1
      let reached = roll.continuing.filter { votes[$0] >= quota && !roll.doomed.contains($0) }
      let surplus = max(
        0, (roll.elected + reached).reduce(into: Int128(0)) { $0 += votes[$1] - quota })
      var standing = Standing(
        votes: votes, quota: quota, surplus: surplus, iterations: iterations, end: .elected,
        reached: reached)
      if let end = end(of: standing, former: former) {
        standing.end = end
        return standing
      }
      former = surplus
      for candidate in roll.elected where votes[candidate] > 0 {
        keep[candidate] = newKeep(candidate, quota: quota, votes: votes[candidate])
      }
    }
  }

  /// Why the round ends here; nil if the papers are to be distributed again.
  private func end(of standing: Standing, former: Int128?) -> MeekRound.End? {
    if !roll.doomed.isEmpty { return .doomed }
    if !standing.reached.isEmpty { return .elected }
    let isSettled =
      switch variant {
      case .reference: standing.surplus < Self.omega
      case .hillWichmannWoodall:
        roll.elected.allSatisfy {
          (standing.votes[$0] - standing.quota).magnitude * 100_000 <= standing.quota.magnitude
        }
      }
    if isSettled { return .omega }
    return former.map { standing.surplus >= $0 } == true ? .stable : nil
  }

  /// A millionth of a vote, in units: a smaller surplus is not distributed any more.
  private static let omega: Int128 = 1000

  /// The keep factor that leaves a candidate with the quota; both steps rounded up.
  private func newKeep(_ candidate: Int, quota: Int128, votes: Int128) -> Int {
    let unit = Int128(Meek.unit)
    let wanted = (Int128(keep[candidate]) * quota + unit - 1) / unit
    return Int(min(unit, (wanted * unit + votes - 1) / votes))
  }

  // MARK: Concluding

  /// Elects who reached the quota, or else excludes someone.
  private mutating func conclude(_ standing: Standing) throws(ElectionProblem) {
    record(standing)
    if standing.end == .elected { return try elect(standing) }
    let loser = chooseLoser(standing)
    stages[stages.count - 1].excluded = loser + 1
    stages[stages.count - 1].isDoomed = standing.end == .doomed
    try roll.exclude(loser)
    keep[loser] = 0
  }

  private mutating func elect(_ standing: Standing) throws(ElectionProblem) {
    var reached = standing.reached
    while roll.vacancies > 0, !reached.isEmpty {
      // Only where constraints may bar the second does it matter who of two is first.
      let first =
        roll.isConstrained ? choose(.election, from: reached, standing.votes) : reached[0]
      try roll.elect(first)
      stages[stages.count - 1].elected.append(first + 1)
      reached.removeAll { $0 == first || roll.doomed.contains($0) }
    }
  }

  /// Who is excluded: the fewest votes, and whom the surplus could not bring above them (B.3).
  private mutating func chooseLoser(_ standing: Standing) -> Int {
    let candidates = roll.excludable
    guard variant == .reference else {
      return choose(.exclusion, from: candidates, standing.votes)
    }
    let fewest = candidates.map { standing.votes[$0] }.min() ?? 0
    let tied = candidates.filter { standing.votes[$0] <= fewest + standing.surplus }
    return settle(Choice(.exclusion, tied: tied))
  }

  private mutating func choose(
    _ kind: Tie.Kind, from candidates: [Int], _ votes: [Int128]
  ) -> Int {
    var choice = Choice(kind, candidates, votes: votes)
    if choice.only == nil, variant == .hillWichmannWoodall {
      choice.lookBack(stages.dropLast().map { $0.votes.map { $0?.units ?? 0 } })
    }
    return settle(choice)
  }

  private mutating func settle(_ choice: Choice) -> Int {
    guard choice.isTie else { return choice.only ?? 0 }
    let tie = choice.settled(after: stages.count, by: lots)
    ties.append(tie)
    return tie.chosen - 1
  }

  private mutating func record(_ standing: Standing) {
    let isIn = roll.status.map { $0 != .excluded }
    func amounts(_ units: [Int128]) -> [Amount?] {
      zip(units, isIn).map { $1 ? Amount(units: $0, places: Meek.places) : nil }
    }
    func amount(_ units: Int128) -> Amount { Amount(units: units, places: Meek.places) }
    let all = Int128(valid) * Int128(Meek.unit)
    stages.append(
      Stage(
        number: stages.count + 1, action: .distribution, votes: amounts(standing.votes),
        nonTransferable: amount(all - standing.votes.reduce(0, +)), lost: amount(0),
        round: MeekRound(
          iterations: standing.iterations, end: standing.end, quota: amount(standing.quota),
          surplus: amount(standing.surplus), keepFactors: amounts(keep.map { Int128($0) }))))
  }
}
