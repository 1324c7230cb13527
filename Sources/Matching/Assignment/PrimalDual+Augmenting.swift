extension PrimalDual {
  /// Where a search ended, and how far from its start.
  struct End {
    var distance: Score
    /// The node with a free place; -1 where the way ends with `mentee` losing a place.
    var node: Int
    var mentee: Int
  }

  /// Finds a place for a mentee along a shortest path, or someone who can better do without.
  ///
  /// The one who ends without a place may be the mentee itself. Prices rise along the way so that
  /// all arcs stay as the type promises.
  func augment(from root: Int) {
    search.reset()
    var end = End(distance: gains[root] &- idle, node: -1, mentee: root)
    scan(root, at: 0, &end)
    while true {
      let node = search.settleNearest(below: end.distance)
      guard node >= 0 else { break }
      let distance = search.distances[node]
      let start = Int(slotStarts[node])
      for slot in start..<start &+ Int(filled[node]) {
        let mentee = Int(slots[slot])
        let loss = distance &+ (gains[mentee] &- idle)
        if loss < end.distance { end = End(distance: loss, node: -1, mentee: mentee) }
        scan(mentee, at: distance, &end)
      }
    }
    raisePrices(root, to: end.distance)
    shift(root, end)
  }

  /// Reaches the nodes of a mentee that are nearer through it.
  @inline(__always)
  private func scan(_ mentee: Int, at distance: Score, _ end: inout End) {
    let (nodes, scores, prices) = (network.nodes, network.scores, prices)
    let start = distance &+ gains[mentee]
    for arc in network.arcs(of: mentee) {
      let node = Int(nodes[arc])
      let reached = start &- scores[arc] &+ prices[node]
      guard reached < end.distance, reached < search.distances[node] else { continue }
      if hasRoom(node) {
        end = End(distance: reached, node: node, mentee: mentee)
      } else {
        search.reach(node, at: reached, from: mentee)
      }
    }
  }

  private func raisePrices(_ root: Int, to distance: Score) {
    gains[root] &-= distance
    for index in 0..<search.settledCount {
      let node = Int(search.settled[index])
      let rise = distance &- search.distances[node]
      guard rise > 0 else { break }
      prices[node] &+= rise
      let start = Int(slotStarts[node])
      for slot in start..<start &+ Int(filled[node]) { gains[Int(slots[slot])] &-= rise }
    }
  }

  /// Moves everyone on the path one node on.
  private func shift(_ root: Int, _ end: End) {
    var mentee = end.mentee
    var slot: Int32
    var node: Int
    if end.node >= 0 {
      slot = slotStarts[end.node] + filled[end.node]
      filled[end.node] += 1
      node = end.node
    } else if mentee == root {
      return
    } else {
      (slot, node) = (slotOf[mentee], Int(nodeOf[mentee]))
      nodeOf[mentee] = -1
      mentee = Int(search.predecessors[node])
    }
    while mentee != root {
      let (freed, left) = (slotOf[mentee], Int(nodeOf[mentee]))
      put(mentee, at: node, slot: slot)
      (slot, node) = (freed, left)
      mentee = Int(search.predecessors[node])
    }
    put(root, at: node, slot: slot)
  }
}
