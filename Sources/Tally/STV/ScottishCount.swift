/// A count under the Scottish rules while it goes on.
struct ScottishCount {
  private(set) var roll: Roll
  private(set) var tree: PrefixTree
  let lots: LotOrder
  let valid: Int
  let quota: Int
  private(set) var stages: [Stage] = []
  private(set) var ties: [Tie] = []
  /// Votes of each candidate in hundred-thousandths.
  private var votes: [Int128]
  private var nonTransferable: Int128 = 0
  private var piles: [Pile]
  /// Whose surplus is still to be transferred.
  private var pending: Set<Int> = []

  /// A paper as it comes in, in hundred-thousandths of a vote.
  private static let one = 100_000

  init(_ election: Election, _ papers: Papers, roll: Roll, lots: LotOrder) {
    self.roll = roll
    self.lots = lots
    var tree = PrefixTree(papers)
    let first = tree.sort([PrefixTree.root], papers: papers.total, among: roll.standing)
    self.tree = tree
    valid = papers.total - first.rest
    quota = valid / (election.seats + 1) + 1
    votes = first.papers.map { Int128($0) * Int128(Self.one) }
    piles = zip(first.nodes, first.papers).map { nodes, papers in
      Pile(bundles: [.init(value: Self.one, nodes: nodes, papers: papers)])
    }
  }

  private var quotaUnits: Int128 { Int128(quota) * Int128(Self.one) }

  /// Counts until all seats are filled.
  mutating func run() throws(ElectionProblem) {
    record(.firstPreferences, [])
    while true {
      try electWhoReached()
      guard roll.vacancies > 0 else { return }
      if roll.doomed.isEmpty {
        if roll.continuing.count <= roll.vacancies { return try electTheRest() }
        if let next = nextSurplus() {
          transferSurplus(of: next)
          continue
        }
      }
      try exclude(choose(.exclusion, from: roll.excludable))
    }
  }

  // MARK: Electing

  /// Deems elected who has the quota, at whatever stage (rule 47).
  private mutating func electWhoReached() throws(ElectionProblem) {
    while roll.vacancies > 0 {
      let reached = roll.continuing.filter {
        votes[$0] >= quotaUnits && !roll.doomed.contains($0)
      }
      guard !reached.isEmpty else { return }
      // Only where constraints may bar the second does it matter who of two equals is first.
      let first =
        roll.isConstrained
        ? choose(.election, from: reached)
        : reached.reduce(reached[0]) { votes[$1] > votes[$0] ? $1 : $0 }
      try roll.elect(first)
      stages[stages.count - 1].elected.append(first + 1)
      // Rule 48 speaks of votes that exceed the quota: who has just it, has no surplus.
      if votes[first] > quotaUnits { pending.insert(first) }
    }
  }

  /// Fills the last vacancies with all who are left (rule 52), most votes first.
  private mutating func electTheRest() throws(ElectionProblem) {
    let rest = roll.continuing.sorted { (-votes[$0], $0) < (-votes[$1], $1) }
    for candidate in rest {
      try roll.elect(candidate)
      stages[stages.count - 1].electedWithoutQuota.append(candidate + 1)
    }
  }

  // MARK: Transferring

  /// The largest surplus that is still to be transferred (rule 49).
  private mutating func nextSurplus() -> Int? {
    pending.isEmpty ? nil : choose(.surplus, from: pending.sorted())
  }

  /// Transfers a surplus: every paper goes on at the surplus' share of its value (rule 48).
  private mutating func transferSurplus(of candidate: Int) {
    let (surplus, total) = (votes[candidate] - quotaUnits, votes[candidate])
    pending.remove(candidate)
    let transfers = transfer(from: candidate) { value in
      Int(surplus * Int128(value) / total)
    }
    votes[candidate] = quotaUnits
    record(.surplus(candidate + 1), transfers)
  }

  /// Excludes a candidate; the papers go on at the value they had (rule 50).
  private mutating func exclude(_ candidate: Int) throws(ElectionProblem) {
    let isDoomed = roll.doomed.contains(candidate)
    try roll.exclude(candidate)
    let transfers = transfer(from: candidate) { $0 }
    votes[candidate] = 0
    record(.exclusion(candidate + 1), transfers)
    stages[stages.count - 1].isDoomed = isDoomed
  }

  /// Moves all papers of a candidate to whom they show next among the continuing.
  private mutating func transfer(
    from candidate: Int, value newValue: (Int) -> Int
  ) -> [Transfer] {
    let pile = piles[candidate]
    piles[candidate] = Pile()
    let isIn = roll.standing
    var transfers: [Transfer] = []
    for bundle in pile.bundles where bundle.papers > 0 {
      let value = newValue(bundle.value)
      let sorted = tree.sort(bundle.nodes, papers: bundle.papers, among: isIn)
      for (target, papers) in sorted.papers.enumerated() where papers > 0 {
        votes[target] += Int128(papers) * Int128(value)
        piles[target].bundles.append(
          .init(value: value, nodes: sorted.nodes[target], papers: papers))
        transfers.append(passed(papers, to: target + 1, from: bundle.value, at: value))
      }
      if sorted.rest > 0 {
        nonTransferable += Int128(sorted.rest) * Int128(value)
        transfers.append(passed(sorted.rest, to: nil, from: bundle.value, at: value))
      }
    }
    return transfers
  }

  private func passed(_ papers: Int, to target: Int?, from former: Int, at value: Int) -> Transfer {
    Transfer(
      to: target, papers: papers, formerValue: amount(Int128(former)), value: amount(Int128(value)))
  }

  private func amount(_ units: Int128) -> Amount {
    Amount(units: units, places: ScottishSTV.places)
  }

  private mutating func record(_ action: Stage.Action, _ transfers: [Transfer]) {
    let lost = Int128(valid) * Int128(Self.one) - votes.reduce(nonTransferable, +)
    stages.append(
      Stage(
        number: stages.count + 1, action: action, votes: votes.map(amount),
        nonTransferable: amount(nonTransferable), lost: amount(lost), transfers: transfers))
  }

  // MARK: Choosing

  /// Who has most votes, or fewest for an exclusion; among equals as rules 49 and 51 say.
  private mutating func choose(_ kind: Tie.Kind, from candidates: [Int]) -> Int {
    var choice = Choice(kind, candidates, votes: votes)
    guard choice.isTie else { return choice.only ?? 0 }
    choice.lookBack(stages.dropLast().map { $0.votes.map { $0?.units ?? 0 } })
    let tie = choice.settled(after: stages.count, by: lots)
    ties.append(tie)
    return tie.chosen - 1
  }
}

extension Roll {
  /// Of each candidate whether papers may still go to them.
  var standing: [Bool] { status.map { $0 == .continuing } }
}
