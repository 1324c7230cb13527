/// Turns any optimal assignment into the one and only canonical one.
///
/// Canonical is the optimum in which the first mentee has the first mentor possible (none comes
/// last), then the second mentee, and so on. It depends on numbers alone, never on the order of
/// input or on what the solver happened to find.
struct Canonical<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  private let state: PrimalDual<Score>
  private let graph: TightGraph
  /// Who is at the hub, and where in the list.
  private var unplaced: [Int32] = []
  private var unplacedPositions: [Int32]
  /// The last mentee for whose sake a vertex was visited.
  private var visits: [Int32]
  /// Who would move to a vertex; -1 for a place that falls free or is filled at the hub.
  private var movers: [Int32]
  private var origins: [Int32]
  private var stack: [Int32] = []

  /// Rearranges an optimal assignment; its prices stay.
  static func rearrange(_ state: PrimalDual<Score>) {
    var canonical = Canonical(state)
    for mentee in 0..<state.network.menteeCount { canonical.improve(mentee) }
  }

  private init(_ state: PrimalDual<Score>) {
    self.state = state
    graph = TightGraph(state)
    visits = [Int32](repeating: -1, count: graph.hub + 1)
    movers = visits
    origins = visits
    unplacedPositions = [Int32](repeating: -1, count: state.network.menteeCount)
    for mentee in 0..<state.network.menteeCount where state.nodeOf[mentee] < 0 {
      enlist(mentee)
    }
  }

  private mutating func enlist(_ mentee: Int) {
    unplacedPositions[mentee] = Int32(unplaced.count)
    unplaced.append(Int32(mentee))
  }

  private mutating func strike(_ mentee: Int) {
    let position = Int(unplacedPositions[mentee])
    let last = unplaced.removeLast()
    if Int(last) != mentee {
      unplaced[position] = last
      unplacedPositions[Int(last)] = Int32(position)
    }
  }

  @inline(__always)
  private func place(of mentee: Int) -> Int {
    let node = state.nodeOf[mentee]
    return node < 0 ? graph.hub : Int(node)
  }

  /// Gives a mentee the first node that those before it leave possible.
  private mutating func improve(_ mentee: Int) {
    let target = place(of: mentee)
    for arc in graph.arcs(of: mentee) {
      let node = Int(graph.ends[arc])
      guard node < target else { return }
      guard graph.components[node] == graph.components[target],
        visits[node] != Int32(mentee)
      else { continue }
      guard reaches(target, from: node, for: mentee) else { continue }
      return move(mentee, to: node, target)
    }
  }

  /// Whether moves of later mentees lead from a vertex to another.
  private mutating func reaches(_ target: Int, from start: Int, for mentee: Int) -> Bool {
    visits[start] = Int32(mentee)
    origins[start] = -1
    stack.removeAll(keepingCapacity: true)
    stack.append(Int32(start))
    while let top = stack.popLast() {
      if expand(Int(top), target, for: mentee) { return true }
    }
    return false
  }

  /// Visits what one move reaches; true when it is the target.
  private mutating func expand(_ vertex: Int, _ target: Int, for mentee: Int) -> Bool {
    if vertex == graph.hub {
      for mover in unplaced where mover > mentee {
        if follow(Int(mover), vertex, target, for: mentee) { return true }
      }
      for node in 0..<graph.hub where graph.isFree[node] && state.filled[node] > 0 {
        if visit(node, from: vertex, mover: -1, target, for: mentee) { return true }
      }
      return false
    }
    if graph.isFree[vertex], state.hasRoom(vertex),
      visit(graph.hub, from: vertex, mover: -1, target, for: mentee)
    {
      return true
    }
    let start = Int(state.slotStarts[vertex])
    for slot in start..<start + Int(state.filled[vertex]) where state.slots[slot] > mentee {
      if follow(Int(state.slots[slot]), vertex, target, for: mentee) { return true }
    }
    return false
  }

  private mutating func follow(
    _ mover: Int, _ vertex: Int, _ target: Int, for mentee: Int
  ) -> Bool {
    if graph.mayLeave[mover], vertex != graph.hub,
      visit(graph.hub, from: vertex, mover: mover, target, for: mentee)
    {
      return true
    }
    for arc in graph.arcs(of: mover)
    where visit(Int(graph.ends[arc]), from: vertex, mover: mover, target, for: mentee) {
      return true
    }
    return false
  }

  @inline(__always)
  private mutating func visit(
    _ vertex: Int, from origin: Int, mover: Int, _ target: Int, for mentee: Int
  ) -> Bool {
    guard visits[vertex] != Int32(mentee),
      graph.components[vertex] == graph.components[target]
    else { return false }
    visits[vertex] = Int32(mentee)
    origins[vertex] = Int32(origin)
    movers[vertex] = Int32(mover)
    stack.append(Int32(vertex))
    return vertex == target
  }

  /// Moves a mentee to a node and everyone on the way found one vertex on.
  private mutating func move(_ mentee: Int, to node: Int, _ target: Int) {
    var moves = [(mover: mentee, to: node)]
    var vertex = target
    while vertex != node {
      if movers[vertex] >= 0 { moves.append((Int(movers[vertex]), vertex)) }
      vertex = Int(origins[vertex])
    }
    for (mover, _) in moves {
      if state.nodeOf[mover] < 0 { strike(mover) } else { state.remove(mover) }
    }
    for (mover, to) in moves {
      if to == graph.hub { enlist(mover) } else { state.place(mover, at: to) }
    }
  }
}
