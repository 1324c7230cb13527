/// What is known from an earlier solution: its prices, in the new problem's scores, and its pairs.
struct WarmStart {
  /// Of each mentor.
  let prices: [Int128]
  /// Of each mentee; -1 for none.
  let mentors: [Int32]

  /// Puts prices and pairs on the nodes of a network and solves on from there.
  func resume<Score>(
    _ state: PrimalDual<Score>, places: Places, bonus: Score
  ) {
    let network = state.network
    // A price above every score keeps all away no better than the greatest, and could overflow.
    let greatest = network.scores[..<Int(network.starts[network.menteeCount])].max() ?? 0
    var prices = [Score](repeating: 0, count: network.nodeCount)
    for node in 0..<network.nodeCount {
      let price =
        self.prices[Int(network.mentors[node])] + (places.isRequired[node] ? Int128(bonus) : 0)
      prices[node] = max(0, min(Score(clamping: price), greatest))
    }
    let nodes = mentors.map { $0 < 0 ? -1 : Int32(places.nodes(of: Int($0)).lowerBound) }
    state.resume(prices: prices, nodes: nodes)
  }
}
