/// A component as a network in which every cell is an arc and every relation a crossing.
///
/// That is so when each cell stands in at most two relations and the relations can be signed so
/// that it leaves one and enters the other: tables of two axes, with a hierarchy in one of
/// them, and what is often left of others. Bounds are then greatest flows, and whole by nature.
struct FlowNetwork {
  private var arcs: FlowArcs
  /// The table at which the network stands; behind it what was needed to find the first.
  private var values: [Int] = []
  private let cellCount: Int
  private let signs: [Int]
  /// The crossings that were reached when the last push came to its end; empty when its own cell's
  /// bound was the end.
  private var reached: [Int] = []

  /// The network of a component at a table that agrees with it, or at one that it finds.
  ///
  /// Nil when the component is none. Throws ``TableProblem/contradiction(relation:)`` when no table
  /// agrees.
  init?(_ component: Component, at table: [Int]?) throws {
    guard let ends = NetworkEnds(component) else { return nil }
    cellCount = component.cells.count
    signs = ends.signs
    arcs = FlowArcs(nodes: ends.nodeCount + 2)
    for (cell, interval) in component.bounds.enumerated() {
      let value = table.map { $0[cell] } ?? interval.low
      add(from: ends.tails[cell], to: ends.heads[cell], at: value, within: interval)
    }
    if table == nil {
      try fill(ends.supplies(at: values), source: ends.nodeCount)
    }
  }

  /// The table at which the network stands.
  var table: [Int] { Array(values.prefix(cellCount)) }

  /// Moves a cell up (`sense` 1) or down (-1) as far as it goes; nil when nothing bounds it.
  mutating func extreme(_ cell: Int, _ sense: Int) -> Int? {
    push(through: sense > 0 ? 2 * cell : 2 * cell + 1) ? values[cell] : nil
  }

  /// How often the relations add up to a bound of the cell that was moved last: a least cut.
  ///
  /// The crossings that can still be reached have a balance, and every other cell that enters or
  /// leaves them is at its bound. The outermost crossing is no relation: with it, its opposites.
  func cut(_ sense: Int) -> [Int: Int] {
    let outside = signs.count
    let chosen = Set(reached)
    let isTurned = chosen.contains(outside)
    let nodes = isTurned ? signs.indices.filter { !chosen.contains($0) } : chosen.sorted()
    let factor = isTurned ? -sense : sense
    return Dictionary(uniqueKeysWithValues: nodes.map { ($0, factor * signs[$0]) })
  }

  private mutating func add(from tail: Int, to head: Int, at value: Int, within: Interval) {
    let forward = within.high.map { $0 - value } ?? Interval.open
    arcs.add(from: tail, to: head, forward: forward, backward: value - within.low)
    values.append(value)
  }

  /// Sends to the crossings that lack something what others have too much.
  private mutating func fill(_ supplies: [Int], source: Int) throws {
    var wanted = 0
    for (node, supply) in supplies.enumerated() where supply != 0 {
      let (tail, head) = supply > 0 ? (source, node) : (node, source + 1)
      add(from: tail, to: head, at: 0, within: Interval(0, abs(supply)))
      wanted += max(0, supply)
    }
    while wanted > 0, let path = arcs.path(from: source, to: source + 1, avoiding: -1) {
      let amount = path.reduce(wanted) { min($0, arcs.rests[$1]) }
      shift(path, by: amount)
      wanted -= amount
    }
    guard wanted == 0 else { throw TableProblem.contradiction(relation: nil) }
    for arc in (2 * cellCount)..<(2 * values.count) { arcs.close(arc) }
  }

  /// Sends as much as can be through an arc and back around; false when that is without end.
  private mutating func push(through arc: Int) -> Bool {
    let (from, to) = (arcs.head(of: arc), arcs.head(of: arc ^ 1))
    if from == to {
      // A cell in no relation moves as it likes.
      let rest = arcs.rests[arc]
      guard rest < Interval.open / 2 else { return false }
      shift([arc], by: rest)
    }
    while arcs.rests[arc] > 0 {
      guard let path = arcs.path(from: from, to: to, avoiding: arc / 2) else {
        reached = arcs.reached
        return true
      }
      let amount = path.reduce(arcs.rests[arc]) { min($0, arcs.rests[$1]) }
      guard amount < Interval.open / 2 else { return false }
      shift(path + [arc], by: amount)
    }
    reached = []
    return true
  }

  private mutating func shift(_ path: [Int], by amount: Int) {
    for arc in path {
      arcs.send(amount, through: arc)
      values[arc / 2] += arc % 2 == 0 ? amount : -amount
    }
  }
}
