/// Withholds cells until every demand is met, then looks for cheaper ways.
///
/// Each sensitive cell has a plan: cells that, withheld beside it, let a table agree that meets its
/// demand. Plans share cells. To improve, plans are made again around what others need anyway, and
/// costly cells are forbidden to see what the plans that need them would do instead.
struct SuppressionSearch<Finder: ChangeFinder> {
  let problem: SuppressionProblem
  /// What finds the changes of plans.
  var finder: Finder
  /// Of each sensitive cell the changes of the table that meet its demand.
  private(set) var plans: [Int: ProtectionPlan] = [:]
  /// How many plans need a cell.
  private var uses: [Int]
  private var banned: Int?
  /// What each cell costs when nobody needs it yet; nothing when it is withheld or unseen anyway.
  private let costs: [Int]
  /// A price above all that is ever paid; no greater than need be, so that numbers stay small.
  private let forbidden: Int
  /// How many more changes may be searched for.
  private var effort: Int

  init(_ problem: SuppressionProblem, finder: Finder, effort: Int) {
    self.problem = problem
    self.finder = finder
    self.effort = effort
    uses = .init(repeating: 0, count: problem.values.count)
    var costs = problem.values.indices.map { cell in
      let isFree = problem.demands[cell] != nil || problem.unseen.contains(cell)
      return isFree ? 0 : min(max(1, problem.weights[cell]), (1 << 30))
    }
    forbidden = min(1 << 45, 8 * (costs.reduce(0, +) + 1))
    for cell in problem.published { costs[cell] = forbidden }
    self.costs = costs
  }

  /// The cells to withhold besides the sensitive ones, in order.
  var complementary: [Int] {
    uses.indices.filter { uses[$0] > 0 && costs[$0] > 0 }
  }

  /// What the complementary cells cost.
  var cost: Int { complementary.reduce(0) { $0 + problem.weights[$1] } }

  /// Makes a plan for every sensitive cell that has none.
  mutating func planAll() throws {
    for cell in order(problem.demands.keys) where plans[cell] == nil { try plan(cell) }
  }

  /// Makes plans again, each alone, then all that need one costly cell, then random groups.
  mutating func improve() throws {
    var before = Int.max
    while effort > 0, cost < before {
      before = cost
      for cell in order(plans.keys) where effort > 0 { try replan([cell], without: nil) }
      for cell in byCost(complementary) where effort > 0 && uses[cell] > 0 {
        try replan(order(users(of: cell)), without: cell)
      }
    }
    var chance = SplitMix(seed: 0)
    var idle = 0
    while effort > 0, idle < Self.patience * complementary.count,
      let cell = complementary.randomElement(using: &chance)
    {
      effort -= 1
      idle += 1
      let before = cost
      var group = users(of: cell)
      let others = group.flatMap { plans[$0]?.needed ?? [] }.filter { costs[$0] > 0 && $0 != cell }
      for other in others.shuffled(using: &chance).prefix(2) { group += users(of: other) }
      let isBanned = Int.random(in: 0..<4, using: &chance) > 0
      try replan(Set(group).sorted().shuffled(using: &chance), without: isBanned ? cell : nil)
      if cost < before { idle = 0 }
    }
  }

  /// How many random groups a withheld cell may cost in vain.
  private static var patience: Int { 24 }

  private func byCost(_ cells: [Int]) -> [Int] {
    cells.sorted { (costs[$1], $0) < (costs[$0], $1) }
  }

  private func users(of cell: Int) -> [Int] {
    plans.keys.filter { plans[$0]?.needed.contains(cell) == true }.sorted()
  }

  /// Cells in the order in which plans are made: those first that have the farthest to go.
  func order(_ cells: some Sequence<Int>) -> [Int] {
    cells.sorted { one, other in
      (problem.values[one], one) < (problem.values[other], other)
    }
  }

  /// Forgets some plans and makes them anew; goes back when that costs more.
  private mutating func replan(_ cells: [Int], without ban: Int?) throws {
    let (oldCost, oldPlans, oldUses) = (cost, plans, uses)
    for cell in cells {
      for other in plans.removeValue(forKey: cell)?.needed ?? [] { uses[other] -= 1 }
    }
    banned = ban
    defer { banned = nil }
    do {
      for cell in cells { try plan(cell) }
      if cost <= oldCost { return }
    } catch TableProblem.unprotectable {}
    (plans, uses) = (oldPlans, oldUses)
  }

  /// Makes the plan of a sensitive cell around what is withheld already.
  mutating func plan(_ cell: Int) throws {
    guard let demand = problem.demands[cell] else { return }
    let value = problem.values[cell]
    var walks: [Walk] = []
    if let least = demand.atLeast, least > value {
      walks.append(try cheapestWay(from: cell, 1, by: least - value))
    }
    if let most = demand.atMost, most < value {
      walks.append(try cheapestWay(from: cell, -1, by: value - most))
    }
    if walks.isEmpty {
      do {
        walks = [try way(from: cell, 1, by: 1, .long)]
      } catch TableProblem.unprotectable {
        walks = [try way(from: cell, -1, by: 1, .long)]
      }
    }
    let plan = ProtectionPlan(of: cell, walks)
    plans[cell] = plan
    for other in plan.needed { uses[other] += 1 }
  }

  /// In which steps a way is paid for: at once, or each as cheaply as can be.
  private enum Stride {
    case long
    case short
  }

  /// Cells through which a cell can move so far, by the cheaper of two strides.
  private mutating func cheapestWay(
    from cell: Int, _ sense: Int, by distance: Int
  ) throws -> Walk {
    let long = try way(from: cell, sense, by: distance, .long)
    let price = extra(for: long)
    if distance == 1 || price == 0 { return long }
    let short = try way(from: cell, sense, by: distance, .short)
    return extra(for: short) < price ? short : long
  }

  /// What the cells of a walk cost that nobody needs yet.
  private func extra(for walk: Walk) -> Int {
    walk.change.reduce(0) { $0 + (uses[$1.cell] > 0 ? 0 : costs[$1.cell]) }
  }

  /// Cells through which a cell can move so far, change by change: first what costs nothing.
  private mutating func way(
    from cell: Int, _ sense: Int, by distance: Int, _ stride: Stride
  ) throws -> Walk {
    var walk = Walk(from: problem.values)
    var rest = distance
    while rest > 0 {
      var found = try cycle(cell, sense, 1, walk)
      if stride == .long, rest > 1, let short = found, short.cost > 0 {
        var step = rest
        found = nil
        while found == nil, step > 1 {
          found = try cycle(cell, sense, step, walk)
          step /= 2
        }
        found = found ?? short
      }
      guard let found else { throw TableProblem.unprotectable(cell: cell) }
      let length = abs(found.moves[0].amount)
      let times = walk.take(found, atMost: (rest + length - 1) / length, problem.floor(of:))
      rest -= times * length
    }
    return walk
  }

  /// The cheapest change whose falling cells can fall by a step.
  private mutating func cycle(
    _ cell: Int, _ sense: Int, _ step: Int, _ walk: Walk
  ) throws -> TableChange? {
    effort -= finder.effort
    let prices = problem.values.indices.map { price(of: $0, in: walk, step: step) }
    return try finder.cheapest(moving: cell, sense, at: prices, below: forbidden)
  }

  /// What a cell's move would cost on top of what is withheld.
  private func price(of cell: Int, in walk: Walk, step: Int) -> MovePrice {
    let isNeeded = uses[cell] > 0 || walk.hasMoved[cell]
    let cost = cell == banned ? forbidden : isNeeded ? 0 : costs[cell]
    let room = walk.table[cell] - problem.floor(of: cell)
    let mayFall = room >= step && !walk.blocked.contains(cell)
    return .init(up: cost, down: mayFall ? cost : forbidden)
  }
}
