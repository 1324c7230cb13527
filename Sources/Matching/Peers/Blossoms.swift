/// Who is paired with whom, and which people count as one: nested blossoms.
///
/// A blossom is an odd cycle of nodes, each a person or a smaller blossom, in which every second
/// edge is a pair, but for one node that holds the base: the one member who is paired outside of
/// it, or with nobody. Any member can become the base (``rebase(_:to:)``), so a blossom can be used
/// as if it were one person (Edmonds, Canad. J. Math. 17, 1965). Nodes below `count` are people.
final class Blossoms {
  /// A node of a cycle, and the edge by which the next one follows.
  struct Step {
    let node: Int32
    /// The end of the edge within the node.
    let from: Int32
    /// Its end within the next node.
    let to: Int32
  }

  let count: Int
  /// Whom each person is paired with; -1 for nobody.
  let mates: Cells<Int32>
  /// The base of each node; of a person themselves.
  let bases: Cells<Int32>
  /// The node that is in no other and holds a person.
  let outer: Cells<Int32>
  /// The blossom around each node; -1 for none.
  private let parents: Cells<Int32>
  /// The people of a node are a piece of one list, and those of a smaller blossom a piece of that.
  private let heads: Cells<Int32>
  private let tails: Cells<Int32>
  private let following: Cells<Int32>
  /// The cycle of each blossom, the node of its base first; empty for numbers not in use.
  private var cycles: [[Step]]
  /// Numbers for new blossoms.
  private var spare: [Int32]

  /// How many nodes there can be: nested odd groups are fewer than half as many as people.
  static func nodeCount(_ count: Int) -> Int { count + count / 2 }

  /// Everyone alone.
  init(_ arena: Arena, count: Int) {
    self.count = count
    let nodes = Self.nodeCount(count)
    mates = arena.cells(count, -1)
    bases = arena.cells(nodes, -1)
    outer = arena.cells(count, 0)
    parents = arena.cells(nodes, -1)
    heads = arena.cells(nodes, -1)
    tails = arena.cells(nodes, -1)
    following = arena.cells(count, -1)
    cycles = [[Step]](repeating: [], count: nodes - count)
    spare = (count..<nodes).reversed().map { Int32($0) }
    for person in 0..<count {
      let number = Int32(person)
      (bases[person], outer[person], heads[person], tails[person]) = (
        number, number, number, number
      )
    }
  }

  /// The blossoms there are, whatever is around them.
  var all: [Int] { cycles.indices.filter { !cycles[$0].isEmpty }.map { count + $0 } }

  /// Whether a node is no single person.
  @inline(__always)
  func isBlossom(_ node: Int) -> Bool { node >= count }

  /// Whether the base of a node is paired with nobody.
  @inline(__always)
  func isExposed(_ node: Int) -> Bool { mates[Int(bases[node])] < 0 }

  /// Visits the people of a node.
  @inline(__always)
  func forEach(in node: Int, _ visit: (Int) -> Void) {
    let last = tails[node]
    var person = heads[node]
    while true {
      visit(Int(person))
      if person == last { return }
      person = following[Int(person)]
    }
  }

  /// Makes two people a pair, whatever they were before.
  @inline(__always)
  func pair(_ one: Int32, _ other: Int32) {
    mates[Int(one)] = other
    mates[Int(other)] = one
  }

  /// Makes one node of an odd cycle of outer nodes, that of the base first.
  func close(_ cycle: [Step]) -> Int {
    let blossom = Int(spare.removeLast())
    cycles[blossom - count] = cycle
    bases[blossom] = bases[Int(cycle[0].node)]
    heads[blossom] = heads[Int(cycle[0].node)]
    tails[blossom] = tails[Int(cycle[cycle.count - 1].node)]
    for (step, next) in zip(cycle, cycle.dropFirst()) {
      following[Int(tails[Int(step.node)])] = heads[Int(next.node)]
    }
    for step in cycle { parents[Int(step.node)] = Int32(blossom) }
    forEach(in: blossom) { outer[$0] = Int32(blossom) }
    return blossom
  }

  /// Makes the nodes of an outer blossom outer nodes again.
  func open(_ blossom: Int) -> [Step] {
    let cycle = cycles[blossom - count]
    cycles[blossom - count] = []
    spare.append(Int32(blossom))
    for step in cycle {
      parents[Int(step.node)] = -1
      forEach(in: Int(step.node)) { outer[$0] = step.node }
    }
    return cycle
  }

  /// Pairs the people of a node anew, so that a certain one is the base.
  ///
  /// Where the base is paired outside is left to the caller.
  func rebase(_ node: Int, to person: Int32) {
    var pending = [(node: node, base: person)]
    while let (node, base) = pending.popLast() {
      guard bases[node] != base else { continue }
      bases[node] = base
      turn(node, to: child(of: node, holding: base))
      let cycle = cycles[node - count]
      pending.append((Int(cycle[0].node), base))
      for index in stride(from: 1, to: cycle.count - 1, by: 2) {
        let step = cycle[index]
        pair(step.from, step.to)
        pending.append((Int(step.node), step.from))
        pending.append((Int(cycle[index + 1].node), step.to))
      }
    }
  }

  /// The node of a blossom's cycle that holds a person.
  private func child(of blossom: Int, holding person: Int32) -> Int32 {
    var node = person
    while parents[Int(node)] != Int32(blossom) { node = parents[Int(node)] }
    return node
  }

  /// Turns a cycle until it begins with a node.
  private func turn(_ blossom: Int, to node: Int32) {
    let cycle = cycles[blossom - count]
    let split = cycle.firstIndex { $0.node == node } ?? 0
    cycles[blossom - count] = Array(cycle[split...] + cycle[..<split])
  }
}
