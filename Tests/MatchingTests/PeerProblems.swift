import Matching

extension PeerProblem {
  /// A problem by chance, rich in ties.
  static func random(_ chance: inout Chance, of sizes: ClosedRange<Int>) throws -> PeerProblem {
    let count = chance.number(sizes)
    let weights = [0...1, 1...1, 0...4, 6...10, 0...100][chance.number(0...4)]
    let share = chance.number(1...8)
    var edges: [PeerEdge] = []
    for one in 0..<count {
      for other in one + 1..<max(one + 1, count) where chance.number(1...8) <= share {
        edges.append(PeerEdge(one, other, weight: chance.number(weights)))
      }
    }
    return try PeerProblem(count: count, edges: edges)
  }

  /// The same problem with some pairs decided by chance.
  func locked(_ chance: inout Chance) throws -> PeerProblem {
    var locks: [PeerPair] = []
    for edge in edges.shuffled(using: &chance) where locks.count < 2 {
      let isTaken = locks.contains {
        !Set([$0.first, $0.second]).isDisjoint(with: [edge.pair.first, edge.pair.second])
      }
      if !isTaken { locks.append(edge.pair) }
    }
    return try PeerProblem(count: count, edges: edges, locks: locks)
  }

  /// A problem as it is written short: “0-1:5” is an edge of weight 5.
  init(count: Int, _ edges: String) throws {
    try self.init(
      count: count,
      edges: edges.split(separator: " ").map { edge in
        let numbers = edge.split { !$0.isNumber }.compactMap { Int($0) }
        return PeerEdge(numbers[0], numbers[1], weight: numbers[2])
      })
  }

  /// What the oracle says of the best pairing, of an answer.
  func standing(_ answer: PeerMatching) -> [Int] {
    answer.objective == .most ? [answer.pairs.count, answer.total] : [answer.total]
  }
}
