extension PeerSearch {
  /// Begins with the best pairing of halves, and the potentials that prove it.
  ///
  /// Half of everyone is assigned to half of someone else, or to nobody: that makes cycles and
  /// paths. What is left to search for is one person of each odd cycle: all edges in use score just
  /// the potentials of their ends (their gain and price, both ways), and the ends of paths have
  /// none (complementary slackness; Balinski, SIAM Review 7, 1965).
  func start(from halves: PrimalDual<Score>) {
    for person in 0..<graph.count {
      potentials[person] = halves.gains[person] + halves.prices[person]
    }
    // Paths from their beginnings, then cycles from anywhere.
    for person in 0..<graph.count where !halves.hasOccupant(person) { follow(halves, from: person) }
    for person in 0..<graph.count { follow(halves, from: person) }
  }

  /// Pairs every second time along a path or cycle, as far as nobody was there before.
  private func follow(_ halves: PrimalDual<Score>, from start: Int) {
    var person = start
    while blossoms.mates[person] < 0 {
      let next = halves.nodeOf[person]
      guard next >= 0, blossoms.mates[Int(next)] < 0 else { return }
      blossoms.pair(Int32(person), next)
      let after = halves.nodeOf[Int(next)]
      guard after >= 0 else { return }
      person = Int(after)
    }
  }
}

extension PrimalDual {
  /// Whether someone has a place at a node.
  func hasOccupant(_ node: Int) -> Bool { filled[node] > 0 }
}
