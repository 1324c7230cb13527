import Matching

/// Every matching of a small problem, one by one.
struct StableOracle {
  let problem: StableProblem
  private(set) var all: [StableMatching] = []

  init(_ problem: StableProblem) {
    self.problem = problem
    extend([])
  }

  private mutating func extend(_ begun: [Int?]) {
    guard begun.count < problem.residentCount else {
      all.append(StableMatching(programOf: begun))
      return
    }
    let choices: [Int?] = (0..<problem.programCount).map { $0 } + [nil]
    for program in choices {
      let next = begun + [program]
      let rest = [Int?](repeating: nil, count: problem.residentCount - next.count)
      if problem.flaw(of: StableMatching(programOf: next + rest)) == nil { extend(next) }
    }
  }

  func stable(_ stability: Stability) -> [StableMatching] {
    all.filter { problem.blockingPairs(of: $0, against: stability).isEmpty }
  }
}

extension StableProblem {
  /// A small problem by chance; `ties` of four neighbors in a list are equals.
  static func random(_ chance: inout Chance, ties: Int) throws -> StableProblem {
    let (residents, programs) = (chance.number(1...5), chance.number(1...4))
    func lists(_ count: Int, of others: Int) -> [[[Int]]] {
      (0..<count).map { _ in
        var groups: [[Int]] = []
        for other in (0..<others).shuffled(using: &chance) where chance.number(0...4) > 0 {
          if !groups.isEmpty, chance.number(1...4) <= ties {
            groups[groups.count - 1].append(other)
          } else {
            groups.append([other])
          }
        }
        return groups
      }
    }
    return try StableProblem(
      capacities: (0..<programs).map { _ in chance.number(0...2) },
      residents: lists(residents, of: programs), programs: lists(programs, of: residents))
  }
}
