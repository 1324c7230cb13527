/// What solving one stage found.
struct StageSolution {
  /// The mentor of each mentee that is not locked; -1 for none.
  let mentorOf: [Int32]
  let gains: [Int128]
  let prices: [Int128]

  /// Solves a problem with a score for each edge, and makes the optimum canonical.
  ///
  /// - Parameters:
  ///   - bonus: What each place that must be filled adds.
  ///   - pairBonus: A part that every score has.
  ///   - start: An earlier solution to go on from; the answer is the same without it.
  ///   - isCanonical: Whether the optimum is made canonical; else it is any.
  ///   - score: By mentee and position of the edge; nil for one that cannot be used.
  @inline(__always)
  init<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ problem: AssignmentProblem, bonus: Score, pairBonus: Score = 0,
    from start: WarmStart? = nil, isCanonical: Bool = true, score: (Int, Int) -> Score?
  ) {
    let state = Self.optimum(
      problem, bonus: bonus, pairBonus: pairBonus, from: start, score: score)
    if isCanonical { Canonical.rearrange(state) }
    self.init(problem, state, bonus: bonus, score: score)
  }

  /// Any of the optima, with the prices that prove it.
  @inline(__always)
  static func optimum<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ problem: AssignmentProblem, bonus: Score, pairBonus: Score, from start: WarmStart?,
    score: (Int, Int) -> Score?
  ) -> PrimalDual<Score> {
    let state = PrimalDual(Network(problem, bonus: bonus, score: score))
    if let start {
      start.resume(state, places: Places(problem), bonus: bonus)
    } else {
      state.solve(bonus: pairBonus)
    }
    return state
  }

  @inline(__always)
  private init<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ problem: AssignmentProblem, _ state: PrimalDual<Score>, bonus: Score,
    score: (Int, Int) -> Score?
  ) {
    let places = Places(problem)
    let network = state.network
    mentorOf = (0..<problem.menteeCount).map { mentee in
      state.nodeOf[mentee] < 0 ? -1 : network.mentors[Int(state.nodeOf[mentee])]
    }
    gains = (0..<problem.menteeCount).map { Int128(state.gains[$0]) }
    var prices = (0..<problem.mentorCount).map { mentor in
      places.nodes(of: mentor).filter { places.capacities[$0] > 0 }.map { node in
        Int128(state.prices[node]) - (places.isRequired[node] ? Int128(bonus) : 0)
      }.min()
    }
    Self.priceOut(problem, places, gains, score, &prices)
    self.prices = prices.map { $0 ?? 0 }
  }

  /// Prices mentors without any place so high that nobody misses them.
  @inline(__always)
  private static func priceOut<Score: FixedWidthInteger>(
    _ problem: AssignmentProblem, _ places: Places, _ gains: [Int128],
    _ score: (Int, Int) -> Score?, _ prices: inout [Int128?]
  ) {
    let isClosed = prices.map { $0 == nil }
    guard isClosed.contains(true) else { return }
    for mentee in 0..<problem.menteeCount where !places.isLocked(mentee) {
      for position in problem.rows[mentee] {
        let mentor = Int(problem.rows.mentors[position])
        guard isClosed[mentor], let value = score(mentee, position) else { continue }
        prices[mentor] = max(prices[mentor] ?? 0, Int128(value) - gains[mentee])
      }
    }
  }
}
