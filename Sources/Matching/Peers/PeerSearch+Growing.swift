extension PeerSearch {
  /// Adds a node that an edge reaches, and the one that it is paired with.
  func grow(to person: Int) {
    let node = Int(blossoms.outer[person])
    makeOdd(node, Entry(from: nearest[person], to: Int32(person)))
    let mate = Int(blossoms.mates[Int(blossoms.bases[node])])
    makeEven([Int(blossoms.outer[mate])])
  }

  /// Makes an outside node odd.
  func makeOdd(_ node: Int, _ entry: Entry) {
    places[node] = .odd
    entries[node] = entry
    tree.append(node)
    blossoms.forEach(in: node) { potentials[$0] -= now }
    guard blossoms.isBlossom(node) else { return }
    prices[node] += now
    announce(.init(time: prices[node], kind: .open, subject: Int32(node)))
  }

  /// Makes outside nodes even, and looks where their edges lead.
  func makeEven(_ nodes: [Int]) {
    for node in nodes {
      places[node] = .even
      tree.append(node)
      blossoms.forEach(in: node) { potentials[$0] += now }
      if blossoms.isBlossom(node) { prices[node] -= now }
    }
    for node in nodes { blossoms.forEach(in: node) { scan($0) } }
  }

  /// Takes a node out of the tree.
  func remove(_ node: Int) {
    let change = places[node] == .odd ? now : 0 - now
    places[node] = .outside
    blossoms.forEach(in: node) { potentials[$0] += change }
    if blossoms.isBlossom(node) { prices[node] -= change }
  }

  /// Looks where the edges of a person lead who has become even.
  func scan(_ person: Int) {
    let (own, home) = (potentials[person], blossoms.outer[person])
    if own < limit {
      limit = own
      events.add(.init(time: own, kind: .leave, subject: Int32(person)))
    }
    for arc in graph.arcs(of: person) {
      let other = Int(graph.ends[arc])
      let node = blossoms.outer[other]
      guard node != home else { continue }
      let distance = own &- graph.scores[arc]
      if places[Int(node)] == .even {
        // Both ends fall: the gap closes twice as fast, and is even.
        let time = (distance &+ potentials[other]) >> 1
        announce(.init(time: time, kind: .close, subject: Int32(person), other: Int32(other)))
      } else if nearest[other] < 0 || distance < distances[other] {
        if nearest[other] < 0 { reached.append(other) }
        nearest[other] = Int32(person)
        distances[other] = distance
        if places[Int(node)] == .outside { announceArrival(at: other) }
      }
    }
  }

  /// When the nearest edge leads to someone outside.
  @inline(__always)
  func arrival(at person: Int) -> Score { distances[person] &+ potentials[person] }

  /// Foresees that the nearest edge leads to someone outside.
  @inline(__always)
  func announceArrival(at person: Int) {
    let time = arrival(at: person)
    guard time <= limit else { return }
    let isLast = blossoms.isExposed(Int(blossoms.outer[person]))
    if isLast { limit = time }
    events.add(.init(time: time, kind: isLast ? .pair : .reach, subject: Int32(person)))
  }

  /// Foresees an event, unless the search ends before.
  @inline(__always)
  private func announce(_ event: PeerEvent<Score>) {
    if event.time <= limit { events.add(event) }
  }
}
