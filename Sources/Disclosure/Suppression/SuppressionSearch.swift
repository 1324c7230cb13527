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
  /// What the complementary cells cost.
  private(set) var cost = 0
  /// What plans that are made again may cost all together: more would be undone.
  private var budget: Int
  /// What each cell costs when nobody needs it yet; nothing when it is withheld or unseen anyway.
  private let costs: [Int]
  /// The cells that are not published in any case.
  private let open: [Int]
  /// The least value of each cell.
  private let floors: [Int]
  /// What moving each cell costs, in the search at hand.
  private var prices: [MovePrice]
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
    budget = forbidden
    open = problem.values.indices.filter { !problem.published.contains($0) }
    floors = problem.values.indices.map(problem.floor(of:))
    prices = .init(
      repeating: .init(up: forbidden, down: forbidden), count: problem.values.count)
  }

  /// The cells to withhold besides the sensitive ones, in order.
  var complementary: [Int] {
    uses.indices.filter { uses[$0] > 0 && costs[$0] > 0 }
  }

  /// Makes a plan for every sensitive cell that has none.
  mutating func planAll() throws {
    for cell in order(problem.demands.keys) where plans[cell] == nil { try plan(cell) }
  }

  /// Makes plans again, each alone, then all that need one costly cell, then random groups.
  mutating func improve() throws {
    for cell in order(plans.keys) where effort > 0 { try replan([cell], upTo: cost) }
    for cell in byCost(complementary) where effort > 0 && uses[cell] > 0 {
      try replan(order(users(of: cell)), without: cell, upTo: cost)
    }
    try wander()
  }

  /// Makes plans of random groups again and accepts what costs a little more than the best, less
  /// and less the longer it takes (record-to-record travel, Dueck 1993); ends with the best.
  private mutating func wander() throws {
    var chance = SplitMix(seed: 0)
    var idle = 0
    var best = (cost: cost, plans: plans)
    let start = max(1, effort)
    while effort > 0, idle < Self.patience * complementary.count,
      let cell = complementary.randomElement(using: &chance)
    {
      effort -= 1
      idle += 1
      let group = group(around: cell, using: &chance)
      let isBanned = Int.random(in: 0..<4, using: &chance) > 0
      let slack = best.cost * max(0, effort) / start / Self.share
      try replan(
        group.shuffled(using: &chance), without: isBanned ? cell : nil, upTo: best.cost + slack)
      if cost < best.cost {
        idle = 0
        best = (cost, plans)
      }
    }
    for cell in plans.keys.sorted() { adopt(best.plans[cell], for: cell) }
  }

  /// How many random groups a withheld cell may cost in vain.
  private static var patience: Int { 24 }
  /// The part of the cost by which one on the way may exceed the best at first.
  private static var share: Int { 1_000 }
  /// The most plans of a group, where one cell alone has not more.
  private static var mostPlans: Int { 30 }

  /// Those who need a cell, and those who need some other that these need too.
  private func group(around cell: Int, using chance: inout SplitMix) -> [Int] {
    var group = users(of: cell)
    let others = group.flatMap { plans[$0]?.needed ?? [] }.filter { costs[$0] > 0 && $0 != cell }
    let count = Int.random(in: 0...2, using: &chance)
    for other in others.shuffled(using: &chance).prefix(count) {
      let more = users(of: other)
      if group.count + more.count <= Self.mostPlans { group += more }
    }
    return Set(group).sorted()
  }

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

  /// Forgets some plans and makes them anew; goes back when all cost more than some most.
  private mutating func replan(
    _ cells: [Int], without ban: Int? = nil, upTo most: Int
  ) throws {
    let old = cells.map { plans[$0] }
    (banned, budget) = (ban, max(cost, most))
    defer { (banned, budget) = (nil, forbidden) }
    for cell in cells { adopt(nil, for: cell) }
    do {
      for cell in cells { try plan(cell) }
      if cost <= budget { return }
    } catch TableProblem.unprotectable {}
    for (cell, plan) in zip(cells, old) { adopt(plan, for: cell) }
  }

  /// Takes a plan for a cell instead of the one that it has.
  private mutating func adopt(_ plan: ProtectionPlan?, for cell: Int) {
    for other in plans[cell]?.needed ?? [] {
      uses[other] -= 1
      if uses[other] == 0 { cost -= costs[other] }
    }
    plans[cell] = plan
    for other in plan?.needed ?? [] {
      if uses[other] == 0 { cost += costs[other] }
      uses[other] += 1
    }
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
    adopt(ProtectionPlan(of: cell, walks), for: cell)
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
    let most = budget
    defer { budget = most }
    budget = min(budget, cost + price - 1)
    do {
      let short = try way(from: cell, sense, by: distance, .short)
      return extra(for: short) < price ? short : long
    } catch TableProblem.unprotectable {
      return long
    }
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
      // Where the cell itself cannot fall so steeply, no other change helps.
      guard times > 0 || !walk.blocked.contains(cell) else {
        throw TableProblem.unprotectable(cell: cell)
      }
      rest -= times * length
    }
    return walk
  }

  /// The cheapest change whose falling cells can fall by a step.
  private mutating func cycle(
    _ cell: Int, _ sense: Int, _ step: Int, _ walk: Walk
  ) throws -> TableChange? {
    effort -= finder.effort
    for cell in open { prices[cell] = price(of: cell, in: walk, step: step) }
    let most = min(forbidden, budget - cost - extra(for: walk) + 1)
    return most > 0 ? try finder.cheapest(moving: cell, sense, at: prices, below: most) : nil
  }

  /// What a cell's move would cost on top of what is withheld.
  private func price(of cell: Int, in walk: Walk, step: Int) -> MovePrice {
    let isNeeded = uses[cell] > 0 || walk.hasMoved[cell]
    let cost = cell == banned ? forbidden : isNeeded ? 0 : costs[cell]
    let room = walk.table[cell] - floors[cell]
    let mayFall = room >= step && (walk.blocked.isEmpty || !walk.blocked.contains(cell))
    return .init(up: cost, down: mayFall ? cost : forbidden)
  }
}
