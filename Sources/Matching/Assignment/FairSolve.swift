/// The search for the fairest assignment: the most pairs, then the fewest of the lowest weight,
/// then the fewest of the next, and so on.
///
/// Each stage minimizes as many levels of weights at once as a 128-bit number has digits for, among
/// the assignments that all stages before leave equal (compare Huang, Kavitha, Mehlhorn and
/// Michail, “Fair matchings and related problems”, Algorithmica 74, 2016). Weights that need not be
/// used at all are found by bisection and form one level.
struct FairSolve {
  private let problem: AssignmentProblem
  private let base: Int128
  private let levelLimit: Int
  private let isSplit: Bool
  private(set) var stages: [SolvedStage] = []

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    base = Int128(problem.mostPairs) + 1
    isSplit = problem.minimums.contains { $0 > 0 }
    let bits = 128 - base.leadingZeroBitCount
    levelLimit = max(1, (118 - (isSplit ? bits + 2 : 0)) / bits - 2)
  }

  /// Runs all stages; the last one again for the canonical answer, as only now it is known.
  mutating func run() {
    var face = Face(problem)
    var before = face
    defer {
      if let last = stages.last {
        stages[stages.count - 1] = solve(last.scoring, before, isCanonical: true)
      }
    }
    var done: Int?
    while true {
      var weights = Set<Int64>()
      for (position, weight) in problem.rows.weights.enumerated() where face.isOpen[position] {
        if done.map({ weight > $0 }) ?? true { weights.insert(weight) }
      }
      if weights.isEmpty, !stages.isEmpty { return }
      let levels = levels(weights.sorted().map { Int($0) })
      let stage = solve(.rarity(of: levels, base: base), face, isCanonical: false)
      stages.append(stage)
      before = face
      face.narrow(to: stage.certificate, stage.solution.mentorOf.map { $0 < 0 ? nil : Int($0) })
      guard let last = levels.last else { return }
      done = last.upperBound
    }
  }

  /// The levels of the next stage; in the first, the weights that nobody needs are one.
  private func levels(_ weights: [Int]) -> [ClosedRange<Int>] {
    guard let least = weights.first, stages.isEmpty else {
      return weights.prefix(levelLimit).map { $0...$0 }
    }
    let unneeded = countUnneeded(weights)
    let rest = weights[unneeded...].prefix(max(1, levelLimit - 1)).map { $0...$0 }
    return (unneeded > 0 ? [least...weights[unneeded - 1]] : []) + rest
  }

  /// How many of the lowest weights the most pairs can do without.
  private func countUnneeded(_ weights: [Int]) -> Int {
    let most = value(atLeast: .min)
    var (low, high) = (0, weights.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if value(atLeast: Int64(weights[middle])) == most { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// How many pairs, and filled places that must be, the edges from some weight on allow.
  private func value(atLeast floor: Int64) -> Int64 {
    let bonus = isSplit ? 2 * Int64(problem.mostPairs) + 1 : 0
    let network = Network(problem, bonus: bonus) { _, position in
      problem.rows.weights[position] >= floor ? 1 : nil
    }
    let state = PrimalDual(network)
    state.solve(bonus: 0)
    var value: Int64 = 0
    for mentee in 0..<network.menteeCount { value += state.gains[mentee] }
    for node in 0..<network.nodeCount {
      value += state.prices[node] * Int64(network.capacities[node])
    }
    return value
  }

  /// Goes on from the stage before: what it left equal stays, and only those move who have a pair
  /// of a level that now counts.
  private func solve(
    _ scoring: Certificate.Scoring, _ face: Face, isCanonical: Bool
  ) -> SolvedStage {
    let scorer = Scorer(scoring)
    let start = stages.last.map { last in
      WarmStart(prices: face.prices(scoring), mentors: last.solution.mentorOf)
    }
    let greatest = scoring.demand * 3
    let bonus = isSplit ? 2 * Int128(problem.mostPairs) * greatest + 1 : 0
    let solution = StageSolution(
      problem, bonus: bonus, from: start, isCanonical: isCanonical
    ) { mentee, position in face.score(scorer, mentee, position) }
    return SolvedStage(scoring: scoring, solution: solution)
  }
}
