extension AssignmentProblem {
  /// The best assignment, the same for every order of input, with its proof.
  ///
  /// Worst case is cubic in the number of people; on sparse instances with thousands of mentors it
  /// is near to linear in the number of edges. Throws where the minimums cannot be met.
  public func solve(_ objective: Objective = .total) throws(InvalidInput) -> Assignment {
    switch objective {
    case .total: try assignment(objective, [solvePoints(bonus: 0)])
    case .most: try assignment(objective, [solvePoints(bonus: pairBonus)])
    case .fair: try assignment(objective, solveFair())
    }
  }

  /// The answer that the last of some stages gives.
  func assignment(
    _ objective: Objective, _ stages: [SolvedStage]
  ) throws(InvalidInput) -> Assignment {
    guard let last = stages.last else { throw InvalidInput("there was nothing to solve") }
    var mentorOf = last.solution.mentorOf.map { $0 < 0 ? nil : Int($0) }
    for pair in locks { mentorOf[pair.mentee] = pair.mentor }
    try checkMinimums(mentorOf)
    return assignment(objective, mentorOf, stages)
  }

  private func assignment(
    _ objective: Objective, _ mentorOf: [Int?], _ stages: [SolvedStage]
  ) -> Assignment {
    let total = total(of: mentorOf)
    let certificate = Certificate(stages: stages.map(\.certificate))
    var bound = total
    if case .points(let bonus)? = stages.first?.scoring, let stage = certificate.stages.first {
      let open = Places(self)
      let pairs = mentorOf.indices.count { mentorOf[$0] != nil && !open.isLocked($0) }
      let locked = locks.reduce(0) { $0 + (weight(of: $1) ?? 0) }
      bound = Int(
        clamping: (dualObjective(stage, open) ?? .max) - bonus * Int128(pairs) + Int128(locked))
    }
    return Assignment(
      objective: objective, mentorOf: mentorOf, total: total, dualBound: bound,
      certificate: certificate)
  }

  /// The points of all pairs of an assignment.
  func total(of mentorOf: [Int?]) -> Int {
    var total = 0
    for (mentee, mentor) in mentorOf.enumerated() {
      if let mentor { total += weight(of: Pair(mentee, mentor)) ?? 0 }
    }
    return total
  }

  /// Refuses an assignment in which a mentor has too few.
  func checkMinimums(_ mentorOf: [Int?]) throws(InvalidInput) {
    guard minimums.contains(where: { $0 > 0 }) else { return }
    var counts = [Int](repeating: 0, count: mentorCount)
    for case let mentor? in mentorOf { counts[mentor] += 1 }
    for mentor in 0..<mentorCount where counts[mentor] < minimums[mentor] {
      throw InvalidInput(
        "not all minimums can be met: mentor \(mentor) gets \(counts[mentor]) of at least "
          + "\(minimums[mentor])")
    }
  }
}

/// A stage with how it was scored.
struct SolvedStage {
  let scoring: Certificate.Scoring
  let solution: StageSolution

  /// What proves it.
  var certificate: Certificate.Stage {
    Certificate.Stage(scoring: scoring, gains: solution.gains, prices: solution.prices)
  }
}

extension AssignmentProblem {
  /// The most pairs that an assignment can have.
  var mostPairs: Int {
    var places = 0
    for capacity in capacities where places < menteeCount {
      places += min(capacity, menteeCount)
    }
    return min(menteeCount, places)
  }

  /// What a pair must add so that one more pair outweighs all points that it can cost.
  ///
  /// One more pair along an alternating path trades at most as many pairs as there are for others
  /// at the far end of the range of weights.
  var pairBonus: Int128 {
    let (least, greatest) = (Int128(rows.weights.min() ?? 0), Int128(rows.weights.max() ?? 0))
    return Int128(mostPairs) * (greatest - least) + max(abs(least), abs(greatest)) + 1
  }

  /// Solves for points and a bonus for each pair, in the narrowest integers that hold the sums.
  ///
  /// - Parameters:
  ///   - bonus: What each pair adds to its points.
  ///   - start: An earlier solution to go on from.
  func solvePoints(bonus: Int128, from start: WarmStart? = nil) -> SolvedStage {
    let sums = PointSums(self, bonus: bonus)
    let solution =
      switch sums.width {
      case .word: solvePoints(as: Int32.self, sums, start)
      case .double: solvePoints(as: Int64.self, sums, start)
      case .quad: solvePoints(as: Int128.self, sums, start)
      }
    return SolvedStage(scoring: .points(bonus: bonus), solution: solution)
  }

  private func solvePoints<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    as _: Score.Type, _ sums: PointSums, _ start: WarmStart?
  ) -> StageSolution {
    let (bonus, required) = sums.bonuses(as: Score.self)
    return StageSolution(self, bonus: required, pairBonus: bonus, from: start) { _, position in
      score(position, bonus, required)
    }
  }

  /// The points of the best assignment; nil where it misses a minimum.
  ///
  /// As ``solvePoints(bonus:from:)`` without the pairs: all optima have as many points.
  func mostPoints(bonus: Int128, from start: WarmStart?) -> Int? {
    let sums = PointSums(self, bonus: bonus)
    return switch sums.width {
    case .word: mostPoints(as: Int32.self, sums, start)
    case .double: mostPoints(as: Int64.self, sums, start)
    case .quad: mostPoints(as: Int128.self, sums, start)
    }
  }

  private func mostPoints<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    as _: Score.Type, _ sums: PointSums, _ start: WarmStart?
  ) -> Int? {
    let (bonus, required) = sums.bonuses(as: Score.self)
    let state = StageSolution.optimum(
      self, bonus: required, pairBonus: bonus, from: start
    ) { _, position in score(position, bonus, required) }
    var points = locks.reduce(0) { $0 + (weight(of: $1) ?? 0) }
    let isRequired = Places(self).isRequired
    for node in 0..<state.network.nodeCount {
      if isRequired[node], state.hasRoom(node) { return nil }
      let start = Int(state.slotStarts[node])
      let extra = isRequired[node] ? bonus &+ required : bonus
      for slot in start..<start + Int(state.filled[node]) {
        // An arc in use scores just its mentee's gain and its node's price.
        points += Int(state.gains[Int(state.slots[slot])] &+ state.prices[node] &- extra)
      }
    }
    return points
  }

  /// What an edge scores with a bonus; nil where it could only cost points.
  @inline(__always)
  private func score<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ position: Int, _ bonus: Score, _ required: Score
  ) -> Score? {
    let score = Score(truncatingIfNeeded: rows.weights[position]) &+ bonus
    return required == 0 && score < 0 ? nil : score
  }

  /// The fairest assignment, stage by stage.
  private func solveFair() -> [SolvedStage] {
    var solve = FairSolve(self)
    solve.run()
    return solve.stages
  }
}
