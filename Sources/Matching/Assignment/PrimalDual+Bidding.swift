extension PrimalDual {
  /// Lets mentees bid for places until nobody can raise a price, or long enough.
  ///
  /// A bid is as high as leaves the bidder no worse than the second choice. So whoever holds a place
  /// still prefers it at the node's price, which is that of its cheapest place: no gain is lost, and
  /// the arcs in use stay tight. Ties raise nothing; they are left to the search of paths.
  func bid() {
    let places = Bids(prices: network.arena.cells(slots.count, 0 as Score))
    var queue = (0..<network.menteeCount).filter { nodeOf[$0] < 0 }
    var left = 24 * network.menteeCount + 1_000
    var passes = 0
    while passes < 4, !queue.isEmpty, left > 0 {
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
    var (best, second): (Score, Score) = (0, 0)
    var (choice, other) = (-1, -1)
    for arc in network.arcs(of: bidder) {
      let node = Int(nodes[arc])
      let value = scores[arc] &- prices[node]
      guard value > second || (value == second && other < 0) else { continue }
      if value > best || choice < 0 {
        (second, other) = (best, choice)
        (best, choice) = (value, node)
      } else {
        (second, other) = (value, node)
      }
    }
    guard choice >= 0, best > 0 else { return (-1, false) }
    second = max(second, 0)
    if best == second, !hasRoom(choice), other >= 0, hasRoom(other) { choice = other }
    let offer = prices[choice] &+ (best &- second)
    guard !hasRoom(choice) else {
      insert(bidder, at: choice, offer: offer, bids)
      return (-1, false)
    }
    let displaced = replaceCheapest(bidder, at: choice, offer: offer, bids)
    return (displaced, best > second)
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
