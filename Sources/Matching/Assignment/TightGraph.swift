/// The moves that keep an optimal assignment optimal.
///
/// Its vertices are the nodes and one more, the hub, where mentees without a node are. A mentee may
/// move from where it is to the end of each tight arc; a node without a price may lose someone to
/// the hub or gain someone from it. The optimal assignments are those that cycles of moves reach,
/// so an arc between two strongly connected components is in none of them.
struct TightGraph {
  /// Where each mentee's tight arcs begin, and one more for the end.
  private(set) var starts: [Int32] = [0]
  /// The nodes at the ends of tight arcs, ascending for each mentee.
  private(set) var ends: [Int32] = []
  /// Which mentees may lose their place without loss.
  private(set) var mayLeave: [Bool]
  /// Which nodes may stay with a free place.
  let isFree: [Bool]
  /// The strongly connected component of each vertex; the hub is the last.
  private(set) var components: [Int32] = []

  /// The hub's number.
  var hub: Int { isFree.count }

  /// The tight arcs of a mentee.
  @inline(__always)
  func arcs(of mentee: Int) -> Range<Int> { Int(starts[mentee])..<Int(starts[mentee + 1]) }

  init<Score>(_ state: PrimalDual<Score>) {
    let network = state.network
    mayLeave = (0..<network.menteeCount).map { state.gains[$0] == 0 }
    isFree = (0..<network.nodeCount).map { state.prices[$0] == 0 }
    starts.reserveCapacity(network.menteeCount + 1)
    for mentee in 0..<network.menteeCount {
      let gain = state.gains[mentee]
      for arc in network.arcs(of: mentee) {
        let node = network.nodes[arc]
        if network.scores[arc] &- state.prices[Int(node)] == gain { ends.append(node) }
      }
      starts.append(Int32(ends.count))
    }
    components = findComponents(state)
  }

  /// The strongly connected components of the moves among vertices.
  private func findComponents<Score>(_ state: PrimalDual<Score>) -> [Int32] {
    var graph = SparseGraph(vertices: hub + 1)
    forEachMove(state) { from, _ in graph.count(from) }
    graph.settle()
    forEachMove(state) { from, to in graph.add(from, to) }
    return graph.stronglyConnectedComponents()
  }

  private func forEachMove<Score>(_ state: PrimalDual<Score>, _ visit: (Int, Int) -> Void) {
    for mentee in 0..<mayLeave.count where !arcs(of: mentee).isEmpty {
      let place = state.nodeOf[mentee] < 0 ? hub : Int(state.nodeOf[mentee])
      for arc in arcs(of: mentee) where Int(ends[arc]) != place { visit(place, Int(ends[arc])) }
      if mayLeave[mentee], place != hub { visit(place, hub) }
    }
    for node in 0..<hub where isFree[node] {
      if state.hasRoom(node) { visit(node, hub) }
      if state.filled[node] > 0 { visit(hub, node) }
    }
  }
}
