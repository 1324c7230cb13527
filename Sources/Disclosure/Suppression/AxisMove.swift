/// A change along one dimension under which every total stays the sum of its parts.
struct AxisMove {
  /// The codes that change, the wanted one first, and by how many times the wanted one's change.
  let steps: [(code: Int, factor: Int)]
}

extension Axis {
  /// The moves of a code: with all of its totals alone, or against another code.
  ///
  /// Each is the change of one code that is no total and its ancestors, or the difference of two
  /// such. These span all changes that there are along the dimension.
  func moves(of code: Int) -> [AxisMove] {
    let chains = leaves.map { (leaf: $0, chain: chain(from: $0)) }
    let own = chains.filter { $0.chain.contains(code) }
    let others = chains.filter { !$0.chain.contains(code) }
    return own.flatMap { one in
      [AxisMove(one.chain, without: [], first: code)]
        + others.map { AxisMove(one.chain, without: $0.chain, first: code) }
    }
  }

  /// A code and all that stand above it.
  private func chain(from code: Int) -> [Int] {
    Array(sequence(first: code) { parents[$0] })
  }
}

extension AxisMove {
  /// What only the first chain has goes up, what only the other has goes down.
  fileprivate init(_ chain: [Int], without other: [Int], first: Int) {
    let up = chain.filter { $0 != first && !other.contains($0) }.map { (code: $0, factor: 1) }
    let down = other.filter { !chain.contains($0) }.map { (code: $0, factor: -1) }
    steps = [(code: first, factor: 1)] + up + down
  }
}
