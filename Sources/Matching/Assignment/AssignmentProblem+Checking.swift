extension AssignmentProblem {
  /// What is wrong with an assignment or its proof; nil when it is allowed and provably optimal.
  ///
  /// Looks at each edge once for each stage of the certificate, and shares nothing with the solver.
  public func flaw(of assignment: Assignment) -> String? {
    if let flaw = flaw(ofPairs: assignment.mentorOf) { return flaw }
    guard assignment.total == total(of: assignment.mentorOf) else { return "the total is wrong" }
    guard isFitting(assignment.certificate, assignment.objective) else {
      return "the proof is of another objective"
    }
    var face = Face(self)
    let places = Places(self)
    for stage in assignment.certificate.stages {
      if let flaw = flaw(of: stage, assignment.mentorOf, face, places) { return flaw }
      face.narrow(to: stage, assignment.mentorOf)
    }
    return assignment.objective == .fair ? flaw(ofLevels: assignment, face) : nil
  }

  /// Whether the stages are of the kind that an objective asks for.
  private func isFitting(_ certificate: Certificate, _ objective: Objective) -> Bool {
    let scorings = certificate.stages.map(\.scoring)
    switch objective {
    case .total: return scorings == [.points(bonus: 0)]
    case .most: return scorings == [.points(bonus: pairBonus)]
    case .fair:
      return !scorings.isEmpty
        && scorings.allSatisfy {
          guard case .rarity(let levels, let base) = $0 else { return false }
          return base > Int128(mostPairs)
            && zip(levels, levels.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
        }
    }
  }

  /// What is wrong with the levels of a proof of fairness: out of order, too wide, or too few.
  private func flaw(ofLevels assignment: Assignment, _ face: Face) -> String? {
    let chosen = Set(assignment.pairs).subtracting(locks)
    let used = Set(chosen.compactMap { weight(of: $0) })
    var done: Int?
    for stage in assignment.certificate.stages {
      guard case .rarity(let levels, _) = stage.scoring else { continue }
      for level in levels {
        guard done.map({ $0 < level.lowerBound }) ?? true else { return "levels are out of order" }
        guard level.count == 1 || !used.contains(where: level.contains) else {
          return "a level of several weights is in use"
        }
        done = level.upperBound
      }
    }
    let isLeft = rows.weights.indices.contains { position in
      face.isOpen[position] && done.map { rows.weights[position] > $0 } ?? true
    }
    return isLeft ? "the proof leaves weights open" : nil
  }

  /// What is wrong with pairs as such: not allowed, too many for a mentor, too few, a lock broken.
  func flaw(ofPairs mentorOf: [Int?]) -> String? {
    guard mentorOf.count == menteeCount else { return "\(mentorOf.count) mentees are not all" }
    var counts = [Int](repeating: 0, count: mentorCount)
    for (mentee, mentor) in mentorOf.enumerated() {
      guard let mentor else { continue }
      guard weight(of: Pair(mentee, mentor)) != nil else {
        return "mentee \(mentee) and mentor \(mentor) are not an allowed pair"
      }
      counts[mentor] += 1
    }
    for mentor in 0..<mentorCount {
      guard counts[mentor] <= capacities[mentor] else { return "mentor \(mentor) has too many" }
      guard counts[mentor] >= minimums[mentor] else { return "mentor \(mentor) has too few" }
    }
    for pair in locks where mentorOf[pair.mentee] != pair.mentor {
      return "the lock of mentee \(pair.mentee) is broken"
    }
    return nil
  }

  /// What is wrong with the proof of a stage.
  func flaw(
    of stage: Certificate.Stage, _ mentorOf: [Int?], _ face: Face, _ places: Places
  ) -> String? {
    guard stage.gains.count == menteeCount, stage.prices.count == mentorCount else {
      return "the proof is of other people"
    }
    guard !stage.gains.contains(where: { $0 < 0 }) else { return "a gain is negative" }
    var scored: Int128 = 0
    let scorer = Scorer(stage.scoring)
    for mentee in 0..<menteeCount where !places.isLocked(mentee) {
      for position in rows[mentee] {
        let mentor = Int(rows.mentors[position])
        guard let score = face.score(scorer, mentee, position) else {
          guard mentorOf[mentee] != mentor else { return "a pair is worse than possible" }
          continue
        }
        guard stage.gains[mentee] + stage.prices[mentor] >= score else {
          return "mentee \(mentee) and mentor \(mentor) score more than their gain and price"
        }
        if mentorOf[mentee] == mentor { scored += score }
      }
    }
    return dualObjective(stage, places) == scored ? nil : "the pairs score less than is possible"
  }

  /// The sum of all gains and of the prices of all places, which no assignment can exceed.
  func dualObjective(_ stage: Certificate.Stage, _ places: Places) -> Int128? {
    var sum: Int128 = 0
    for mentee in 0..<menteeCount where !places.isLocked(mentee) { sum += stage.gains[mentee] }
    for mentor in 0..<mentorCount {
      let price = stage.prices[mentor]
      let nodes = places.nodes(of: mentor)
      // A mentor must be paid the minimum, and can be paid for all places.
      let count = nodes.reduce(0) {
        places.isRequired[$1] || price >= 0 ? $0 + min(places.capacities[$1], menteeCount) : $0
      }
      let (product, isBeyond) = price.multipliedReportingOverflow(by: Int128(count))
      let (total, isTooMuch) = sum.addingReportingOverflow(product)
      guard !isBeyond, !isTooMuch else { return nil }
      sum = total
    }
    return sum
  }
}
