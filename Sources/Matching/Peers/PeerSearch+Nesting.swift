extension PeerSearch {
  /// Makes a blossom of the cycle that an edge between two even nodes closes.
  func close(_ one: Int32, _ other: Int32) {
    let top = meeting(of: Int(blossoms.outer[Int(one)]), Int(blossoms.outer[Int(other)]))
    var cycle: [Blossoms.Step] = []
    var node = Int32(top)
    for step in path(from: blossoms.outer[Int(one)], to: top).reversed() {
      cycle.append(.init(node: node, from: step.to, to: step.from))
      node = step.node
    }
    cycle.append(.init(node: node, from: one, to: other))
    cycle += path(from: blossoms.outer[Int(other)], to: top)
    close(cycle)
  }

  private func close(_ cycle: [Blossoms.Step]) {
    var turned: [Int] = []
    for step in cycle {
      let node = Int(step.node)
      let isOdd = places[node] == .odd
      remove(node)
      blossoms.forEach(in: node) { person in
        potentials[person] += now
        if isOdd { turned.append(person) }
      }
    }
    let blossom = blossoms.close(cycle)
    places[blossom] = .even
    prices[blossom] = 0 - now
    tree.append(blossom)
    for person in turned { scan(person) }
  }

  /// The last even node that the paths from two even nodes to the root share.
  private func meeting(of one: Int, _ other: Int) -> Int {
    climbs += 1
    var (node, next) = (one, other)
    while marks[node] != climbs {
      marks[node] = climbs
      // By turns, so that the climb is no longer than the cycle; at the root only one goes on.
      let above = self.above(node)
      (node, next) = next < 0 ? (above, next) : (next, above)
    }
    return node
  }

  /// The even node before an even node; -1 at the root.
  private func above(_ node: Int) -> Int {
    let mate = blossoms.mates[Int(blossoms.bases[node])]
    guard mate >= 0 else { return -1 }
    return Int(blossoms.outer[Int(entries[Int(blossoms.outer[Int(mate)])].from)])
  }

  /// The steps from an even node up to another.
  private func path(from node: Int32, to top: Int) -> [Blossoms.Step] {
    var steps: [Blossoms.Step] = []
    var node = node
    while Int(node) != top {
      let base = blossoms.bases[Int(node)]
      let mate = blossoms.mates[Int(base)]
      let odd = blossoms.outer[Int(mate)]
      let entry = entries[Int(odd)]
      steps.append(.init(node: node, from: base, to: mate))
      steps.append(.init(node: odd, from: entry.to, to: entry.from))
      node = blossoms.outer[Int(entry.from)]
    }
    return steps
  }

  /// Parts an odd blossom: what lies on the path stays in the tree, the rest falls out of it.
  func open(_ blossom: Int) {
    var entry = entries[blossom]
    remove(blossom)
    let cycle = blossoms.open(blossom)
    var (index, evens) = (
      cycle.firstIndex { $0.node == blossoms.outer[Int(entry.to)] } ?? 0, [Int]()
    )
    // The path begins with the pair of the node that was entered, and ends at the base.
    let step = index % 2 == 1 ? 1 : cycle.count - 1
    makeOdd(Int(cycle[index].node), entry)
    while index != 0 {
      let even = (index + step) % cycle.count
      index = (even + step) % cycle.count
      entry =
        step == 1
        ? Entry(from: cycle[even].from, to: cycle[even].to)
        : Entry(from: cycle[index].to, to: cycle[index].from)
      evens.append(Int(cycle[even].node))
      makeOdd(Int(cycle[index].node), entry)
    }
    makeEven(evens)
    for step in cycle where places[Int(step.node)] == .outside { release(Int(step.node)) }
  }

  /// Foresees again how the people of a node are reached that fell out of the tree.
  private func release(_ node: Int) {
    blossoms.forEach(in: node) { person in
      if nearest[person] >= 0 { announceArrival(at: person) }
    }
  }
}
