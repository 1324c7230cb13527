import Matching

/// Every assignment of a small problem, one by one: slow, and obviously right.
struct AssignmentOracle {
  let problem: AssignmentProblem
  /// All allowed assignments, in canonical order: an earlier mentor first, nobody last.
  private(set) var all: [[Int?]] = []

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    extend([], [Int](repeating: 0, count: problem.mentorCount))
  }

  private mutating func extend(_ begun: [Int?], _ counts: [Int]) {
    let mentee = begun.count
    guard mentee < problem.menteeCount else {
      if zip(counts, problem.minimums).allSatisfy({ $0 >= $1 }) { all.append(begun) }
      return
    }
    let lock = problem.locks.first { $0.mentee == mentee }?.mentor
    for mentor in 0..<problem.mentorCount where lock == nil || lock == mentor {
      guard problem.weight(of: Pair(mentee, mentor)) != nil,
        counts[mentor] < problem.capacities[mentor]
      else { continue }
      var more = counts
      more[mentor] += 1
      extend(begun + [mentor], more)
    }
    if lock == nil { extend(begun + [nil], counts) }
  }

  func total(_ mentorOf: [Int?]) -> Int { weights(mentorOf).reduce(0, +) }

  func weights(_ mentorOf: [Int?]) -> [Int] {
    mentorOf.enumerated().compactMap { mentee, mentor in
      mentor.flatMap { problem.weight(of: Pair(mentee, $0)) }
    }
  }

  /// The canonical best assignment; nil where none is allowed.
  func best(_ objective: Objective) -> [Int?]? {
    switch objective {
    case .total: first { total($0) > total($1) }
    case .most:
      first { (weights($0).count, total($0)) > (weights($1).count, total($1)) }
    case .fair:
      first { one, other in
        let (ones, others) = (weights(one).sorted(), weights(other).sorted())
        return ones.count != others.count
          ? ones.count > others.count : others.lexicographicallyPrecedes(ones)
      }
    }
  }

  /// The first assignment that none is better than.
  private func first(_ isBetter: ([Int?], [Int?]) -> Bool) -> [Int?]? {
    all.dropFirst().reduce(all.first) { best, next in
      guard let best else { return next }
      return isBetter(next, best) ? next : best
    }
  }
}
