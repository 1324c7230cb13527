/// An assignment under construction with the prices that prove it.
///
/// It keeps, at every step: gains and prices are not negative; `gain + price >= score` on each arc,
/// with equality on those used; only a node without a free place has a price. An assignment in
/// which each mentee without a mentor has gain 0 is then of greatest total score.
///
/// Method: bidding without increments (Jonker and Volgenant's row reduction, with a heap of places
/// at each node), then shortest augmenting paths. No number exceeds the greatest score.
final class PrimalDual<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  let network: Network<Score>
  /// What each mentee gains over what the node costs.
  let gains: Cells<Score>
  /// What a place of each node costs.
  let prices: Cells<Score>
  /// The node of each mentee; -1 for none.
  let nodeOf: Cells<Int32>
  /// Where each node's places begin in `slots`.
  let slotStarts: Cells<Int32>
  /// The mentees of each node, the first `filled` of its places.
  let slots: Cells<Int32>
  let filled: Cells<Int32>
  /// What it is worth to have no node.
  private(set) var idle: Score = 0
  /// The place of each mentee in `slots`.
  let slotOf: Cells<Int32>
  /// Distances, predecessors and the queue of a search.
  let search: Search<Score>

  init(_ network: Network<Score>) {
    self.network = network
    let (mentees, nodes) = (network.menteeCount, network.nodeCount)
    gains = network.arena.cells(mentees, 0)
    prices = network.arena.cells(nodes, 0)
    nodeOf = network.arena.cells(mentees, -1)
    slotOf = network.arena.cells(mentees, 0)
    filled = network.arena.cells(nodes, 0)
    slotStarts = network.arena.cells(nodes + 1, 0)
    for node in 0..<nodes { slotStarts[node + 1] = slotStarts[node] + network.capacities[node] }
    slots = network.arena.cells(Int(slotStarts[nodes]), 0)
    search = Search(network.arena, nodes: nodes)
  }

  /// Reaches the optimum.
  ///
  /// - Parameter bonus: A part that every score has. People first compete as if doing without were
  ///   worth as much, and then bring in those who are left: nearly all prices are right by then.
  func solve(bonus: Score) {
    idle = bonus
    bid()
    augmentAll()
    if bonus > 0 {
      idle = 0
      augmentAll()
    }
  }

  private func augmentAll() {
    settleGains()
    for mentee in 0..<network.menteeCount where nodeOf[mentee] < 0 && gains[mentee] > idle {
      augment(from: mentee)
    }
  }

  /// Whether a node has a free place.
  @inline(__always)
  func hasRoom(_ node: Int) -> Bool { filled[node] < network.capacities[node] }

  /// Gives a mentee a free place.
  @inline(__always)
  func place(_ mentee: Int, at node: Int) {
    let slot = slotStarts[node] + filled[node]
    filled[node] += 1
    put(mentee, at: node, slot: slot)
  }

  /// Puts a mentee into a place, whoever had it.
  @inline(__always)
  func put(_ mentee: Int, at node: Int, slot: Int32) {
    slots[Int(slot)] = Int32(truncatingIfNeeded: mentee)
    slotOf[mentee] = slot
    nodeOf[mentee] = Int32(truncatingIfNeeded: node)
  }

  /// Takes a mentee from the node.
  func remove(_ mentee: Int) {
    let node = Int(nodeOf[mentee])
    filled[node] -= 1
    let last = slotStarts[node] + filled[node]
    let moved = slots[Int(last)]
    slots[Int(slotOf[mentee])] = moved
    slotOf[Int(moved)] = slotOf[mentee]
    nodeOf[mentee] = -1
  }

  /// Makes each mentee's gain the best that the prices leave, or 0.
  func settleGains() {
    let (nodes, scores) = (network.nodes, network.scores)
    for mentee in 0..<network.menteeCount {
      var best = idle
      for arc in network.arcs(of: mentee) {
        best = max(best, scores[arc] &- prices[Int(nodes[arc])])
      }
      gains[mentee] = best
    }
  }
}
