extension PrimalDual {
  /// Lets mentees bid for places until nobody can raise a price, or long enough.
  ///
  /// A bid is as high as leaves the bidder no worse than the second choice. So whoever holds a
  /// place still prefers it at the node's price, which is that of its cheapest place: no gain is
  /// lost, and the arcs in use stay tight. Ties raise nothing; they are left to the search of
  /// paths.
  func bid() {
    let places = Bids(prices: network.arena.cells(slots.count, 0 as Score))
    var queue = (0..<network.menteeCount).filter { nodeOf[$0] < 0 }
    var left = 60 * network.menteeCount + 1_000
    var passes = 0
    while passes < 24, !queue.isEmpty, left > 0 {
      passes += 1
      var next: [Int] = []
      for first in queue {
        var bidder = first
        while left > 0 {
          left -= 1
          let (displaced, isRaised) = bidOnce(bidder, places)
          if displaced < 0 { break }
          if !isRaised {
            next.append(displaced)
            break
          }
          bidder = displaced
        }
        if left == 0 { break }
      }
      queue = next
    }
  }

  /// One bid: who lost a place by it, or -1, and whether the price of a full node rose.
  @inline(__always)
  private func bidOnce(_ bidder: Int, _ bids: Bids<Score>) -> (displaced: Int, isRaised: Bool) {
    let (nodes, scores, prices) = (network.nodes, network.scores, prices)
    var (best, second): (Score, Score) = (idle, idle)
    var choice: Int32 = -1
    // Without branches: where the best stands in a row cannot be foretold.
    for arc in network.arcs(of: bidder) {
      let value = scores[arc] &- prices[Int(nodes[arc])]
      second = max(second, min(best, value))
      choice = value > best ? nodes[arc] : choice
      best = max(best, value)
    }
    guard choice >= 0 else { return (-1, false) }
    let node = best == second ? roomiest(of: bidder, Int(choice), worth: best) : Int(choice)
    let offer = prices[node] &+ (best &- second)
    guard !hasRoom(node) else {
      insert(bidder, at: node, offer: offer, bids)
      return (-1, false)
    }
    let displaced = replaceCheapest(bidder, at: node, offer: offer, bids)
    return (displaced, best > second)
  }

  /// Of the nodes that are the best for a bidder, one with room if there is one.
  private func roomiest(of bidder: Int, _ choice: Int, worth best: Score) -> Int {
    guard !hasRoom(choice) else { return choice }
    for arc in network.arcs(of: bidder) {
      let node = Int(network.nodes[arc])
      if network.scores[arc] &- prices[node] == best, hasRoom(node) { return node }
    }
    return choice
  }

  /// Takes a free place; the node gets a price when it was the last.
  private func insert(_ bidder: Int, at node: Int, offer: Score, _ bids: Bids<Score>) {
    let start = slotStarts[node]
    var slot = filled[node]
    filled[node] += 1
    while slot > 0, bids.prices[Int(start + (slot - 1) / 2)] > offer {
      let parent = (slot - 1) / 2
      bids.prices[Int(start + slot)] = bids.prices[Int(start + parent)]
      put(Int(slots[Int(start + parent)]), at: node, slot: start + slot)
      slot = parent
    }
    bids.prices[Int(start + slot)] = offer
    put(bidder, at: node, slot: start + slot)
    if !hasRoom(node) { prices[node] = bids.prices[Int(start)] }
  }

  /// Takes the cheapest place from who has it.
  private func replaceCheapest(
    _ bidder: Int, at node: Int, offer: Score, _ bids: Bids<Score>
  ) -> Int {
    let (start, count) = (slotStarts[node], filled[node])
    let displaced = Int(slots[Int(start)])
    nodeOf[displaced] = -1
    var slot: Int32 = 0
    while true {
      var child = 2 * slot + 1
      guard child < count else { break }
      if child + 1 < count,
        bids.prices[Int(start + child + 1)] < bids.prices[Int(start + child)]
      {
        child += 1
      }
      guard bids.prices[Int(start + child)] < offer else { break }
      bids.prices[Int(start + slot)] = bids.prices[Int(start + child)]
      put(Int(slots[Int(start + child)]), at: node, slot: start + slot)
      slot = child
    }
    bids.prices[Int(start + slot)] = offer
    put(bidder, at: node, slot: start + slot)
    prices[node] = bids.prices[Int(start)]
    return displaced
  }
}

/// What was offered for each place: of each node a heap with the cheapest first.
struct Bids<Score> {
  let prices: Cells<Score>
}
