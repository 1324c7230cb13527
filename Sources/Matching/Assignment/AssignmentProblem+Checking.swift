extension AssignmentProblem {
  /// What is wrong with an assignment or its proof; nil when it is allowed and provably optimal.
  ///
  /// Looks at each edge once for each stage of the certificate, and shares nothing with the solver.
  public func flaw(of assignment: Assignment) -> String? {
    if let flaw = flaw(ofPairs: assignment.mentorOf) { return flaw }
    guard assignment.total == total(of: assignment.mentorOf) else { return "the total is wrong" }
    let places = Places(self)
    for stage in assignment.certificate.stages {
      if let flaw = flaw(of: stage, assignment.mentorOf, places) { return flaw }
    }
    return assignment.certificate.stages.isEmpty ? "there is no proof" : nil
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

  private func flaw(
    of stage: Certificate.Stage, _ mentorOf: [Int?], _ places: Places
  ) -> String? {
    guard stage.gains.count == menteeCount, stage.prices.count == mentorCount else {
      return "the proof is of other people"
    }
    guard !stage.gains.contains(where: { $0 < 0 }) else { return "a gain is negative" }
    var scored: Int128 = 0
    for mentee in 0..<menteeCount where !places.isLocked(mentee) {
      for position in rows[mentee] {
        let mentor = Int(rows.mentors[position])
        let score = stage.scoring.score(rows.weights[position])
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

extension Certificate.Scoring {
  /// What a pair of a weight scores.
  func score(_ weight: Int64) -> Int128 {
    switch self {
    case .points(let bonus): Int128(weight) + bonus
    case .rarity: 0
    }
  }
}
