extension PrimalDual {
  /// Reaches the optimum from prices and pairs that were optimal before something changed.
  ///
  /// Whoever still has the best choice at those prices stays; only the others search.
  func resume(prices old: [Score], nodes oldNodes: [Int32]) {
    for node in 0..<network.nodeCount { prices[node] = max(0, old[node]) }
    for mentee in 0..<network.menteeCount { stay(mentee, at: oldNodes[mentee]) }
    fillPricedNodes()
    for mentee in 0..<network.menteeCount where nodeOf[mentee] < 0 && gains[mentee] > 0 {
      augment(from: mentee)
    }
  }

  /// Settles a mentee's gain, and leaves it at its node if that is still the best.
  @inline(__always)
  private func stay(_ mentee: Int, at oldNode: Int32) {
    let (nodes, scores) = (network.nodes, network.scores)
    var best = idle
    // No arc is worth so little, so that where there is none it is not the best.
    var old = Score.min
    for arc in network.arcs(of: mentee) {
      let value = scores[arc] &- prices[Int(nodes[arc])]
      best = max(best, value)
      old = nodes[arc] == oldNode ? value : old
    }
    gains[mentee] = best
    if old == best, hasRoom(Int(oldNode)) { place(mentee, at: Int(oldNode)) }
  }

  /// Fills nodes that have both a free place and a price, or takes the price away.
  private func fillPricedNodes() {
    var columns: Columns?
    for node in 0..<network.nodeCount {
      while hasRoom(node), prices[node] > 0 {
        let known = columns ?? Columns(network)
        columns = known
        fill(node, known)
      }
    }
  }

  /// Draws someone to a free place along a shortest path, or lowers prices until one is 0.
  private func fill(_ root: Int, _ columns: Columns) {
    search.reset()
    search.distances[root] = 0
    defer { search.distances[root] = .max }
    var draft = Draft<Score>(distance: prices[root], node: root, free: -1)
    draw(to: root, at: 0, columns, &draft)
    while true {
      let node = search.settleNearest(below: draft.distance)
      guard node >= 0 else { break }
      let distance = search.distances[node]
      if distance &+ prices[node] < draft.distance {
        draft = Draft(distance: distance &+ prices[node], node: node, free: -1)
      }
      draw(to: node, at: distance, columns, &draft)
    }
    lower(root, by: draft.distance)
    for index in 0..<search.settledCount {
      let node = Int(search.settled[index])
      if search.distances[node] < draft.distance {
        lower(node, by: draft.distance &- search.distances[node])
      }
    }
    follow(draft, to: root, columns)
  }

  /// Reaches the nodes whose mentees could come to a node.
  private func draw(
    to node: Int, at distance: Score, _ columns: Columns, _ draft: inout Draft<Score>
  ) {
    for index in columns[node] {
      let (mentee, arc) = (Int(columns.mentees[index]), Int(columns.arcs[index]))
      let place = Int(nodeOf[mentee])
      guard place != node else { continue }
      let reached = distance &+ (gains[mentee] &+ prices[node] &- network.scores[arc])
      guard reached < draft.distance else { continue }
      if place < 0 {
        draft = Draft(distance: reached, node: node, free: mentee)
      } else if reached < search.distances[place] {
        search.reach(place, at: reached, from: mentee)
        columns.next[place] = Int32(node)
      }
    }
  }

  private func lower(_ node: Int, by fall: Score) {
    prices[node] &-= fall
    let start = Int(slotStarts[node])
    for slot in start..<start + Int(filled[node]) { gains[Int(slots[slot])] &+= fall }
  }

  /// Moves everyone on the path one node closer to the start.
  private func follow(_ draft: Draft<Score>, to root: Int, _ columns: Columns) {
    var moves: [(mentee: Int, node: Int)] = []
    if draft.free >= 0 {
      moves.append((draft.free, draft.node))
    }
    var node = draft.node
    while node != root {
      let next = Int(columns.next[node])
      moves.append((Int(search.predecessors[node]), next))
      node = next
    }
    for (mentee, _) in moves where nodeOf[mentee] >= 0 { remove(mentee) }
    for (mentee, node) in moves { place(mentee, at: node) }
  }
}

/// Where a search for someone to fill a place ended.
private struct Draft<Score> {
  var distance: Score
  /// The node that a free mentee goes to, or that is left with a free place and no price.
  var node: Int
  /// The free mentee; -1 for none.
  var free: Int
}

/// The arcs of a network by node.
private struct Columns {
  let mentees: [Int32]
  let arcs: [Int32]
  private let starts: [Int32]
  /// Of each node that a search reached, the node that its mentee would go to.
  let next: Cells<Int32>

  init<Score>(_ network: Network<Score>) {
    var starts = [Int32](repeating: 0, count: network.nodeCount + 1)
    let count = Int(network.starts[network.menteeCount])
    for arc in 0..<count { starts[Int(network.nodes[arc]) + 1] += 1 }
    for node in 0..<network.nodeCount { starts[node + 1] += starts[node] }
    var positions = starts
    var mentees = [Int32](repeating: 0, count: count)
    var arcs = mentees
    for mentee in 0..<network.menteeCount {
      for arc in network.arcs(of: mentee) {
        let node = Int(network.nodes[arc])
        mentees[Int(positions[node])] = Int32(mentee)
        arcs[Int(positions[node])] = Int32(arc)
        positions[node] += 1
      }
    }
    (self.mentees, self.arcs, self.starts) = (mentees, arcs, starts)
    next = network.arena.cells(network.nodeCount, -1)
  }

  subscript(node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }
}
