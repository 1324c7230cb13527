import Matching

/// Every pairing of a few peers, one by one: slow, and obviously right.
struct PeerOracle {
  private let problem: PeerProblem
  private let points: [[Int?]]
  private var isTaken: [Bool]
  private let isBetter: ((pairs: Int, total: Int), (pairs: Int, total: Int)) -> Bool
  private var found: (pairs: Int, total: Int)?

  /// How many pairs, and how many points, the best pairing has.
  static func best(_ problem: PeerProblem, _ objective: Objective) -> [Int] {
    var oracle = PeerOracle(problem, objective)
    for lock in problem.locks {
      (oracle.isTaken[lock.first], oracle.isTaken[lock.second]) = (true, true)
    }
    let locked = problem.locks.reduce(0) { $0 + (problem.weight(of: $1) ?? 0) }
    oracle.extend(from: 0, pairs: problem.locks.count, total: locked)
    return oracle.found.map { objective == .most ? [$0.pairs, $0.total] : [$0.total] } ?? []
  }

  private init(_ problem: PeerProblem, _ objective: Objective) {
    self.problem = problem
    let people = 0..<problem.count
    points = people.map { one in
      people.map { $0 == one ? nil : problem.weight(of: PeerPair(one, $0)) }
    }
    isTaken = people.map { _ in false }
    isBetter = objective == .most ? { $0 > $1 } : { $0.total > $1.total }
  }

  /// Tries everything for the first person who is not decided yet, and everyone after.
  private mutating func extend(from person: Int, pairs: Int, total: Int) {
    guard person < problem.count else {
      if found.map({ isBetter((pairs, total), $0) }) ?? true { found = (pairs, total) }
      return
    }
    extend(from: person + 1, pairs: pairs, total: total)
    guard !isTaken[person] else { return }
    for other in person + 1..<max(person + 1, problem.count) where !isTaken[other] {
      guard let more = points[person][other] else { continue }
      isTaken[other] = true
      extend(from: person + 1, pairs: pairs + 1, total: total + more)
      isTaken[other] = false
    }
  }
}
