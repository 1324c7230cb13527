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
    let greatest = rows.weights.reduce(Int128(0)) { max($0, abs(Int128($1))) }
    let isSplit = minimums.contains { $0 > 0 }
    let required = isSplit ? 2 * Int128(mostPairs) * (greatest + bonus) + 1 : 0
    // A search adds up at most a gain, a score, a price and a distance.
    let span = 4 * (greatest + bonus + required)
    let solution =
      if span < Int128(Int32.max) {
        solvePoints(as: Int32.self, bonus, required, start)
      } else if span < Int128(Int64.max) {
        solvePoints(as: Int64.self, bonus, required, start)
      } else {
        solvePoints(as: Int128.self, bonus, required, start)
      }
    return SolvedStage(scoring: .points(bonus: bonus), solution: solution)
  }

  private func solvePoints<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    as _: Score.Type, _ bonus: Int128, _ required: Int128, _ start: WarmStart?
  ) -> StageSolution {
    let (bonus, required) = (
      Score(truncatingIfNeeded: bonus), Score(truncatingIfNeeded: required)
    )
    let least: Score = required > 0 ? .min : 0
    return StageSolution(self, bonus: required, pairBonus: bonus, from: start) { _, position in
      let score = Score(truncatingIfNeeded: rows.weights[position]) &+ bonus
      return score < least ? nil : score
    }
  }

  /// The fairest assignment, stage by stage.
  private func solveFair() -> [SolvedStage] {
    var solve = FairSolve(self)
    solve.run()
    return solve.stages
  }
}
