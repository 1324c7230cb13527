/// Finds tables of whole numbers in which a cell is as great or as small as it can be.
///
/// The optimum of the equations is whole nearly always; where it is not, the search branches on a
/// cell that is a fraction.
struct WholeSearch<Entry: FixedWidthInteger & SignedInteger & Sendable> {
  private(set) var tableau: Tableau<Entry>
  /// The last table of whole numbers that was reached.
  private(set) var table: [Int]

  /// How many branches are followed for one cell before the search says that it cannot tell.
  private static var patience: Int { 2000 }

  /// The search from a table that agrees, or from one that it finds.
  ///
  /// Throws ``TableProblem/contradiction(relation:)`` when no table of whole numbers agrees.
  init(_ component: Component, at start: [Int]?, origins: Bool = false) throws {
    let values = start ?? component.bounds.map(\.low)
    guard var tableau = try Tableau<Entry>(component, at: values, origins: origins) else {
      throw TableProblem.contradiction(relation: nil)
    }
    guard try start != nil || tableau.restore() else {
      throw TableProblem.contradiction(relation: nil)
    }
    self.tableau = tableau
    if let start {
      table = start
    } else {
      var branches = Self.patience
      guard let found = try Self.whole(in: tableau, &branches) else {
        throw TableProblem.contradiction(relation: nil)
      }
      table = found
    }
  }

  /// The greatest whole value of a cell, or the least (`sense` -1); nil when nothing bounds it.
  ///
  /// ``table`` has the cell at that value afterwards. With `goal` the search ends when that is
  /// reached.
  mutating func extreme(_ cell: Int, _ sense: Int, until goal: Int? = nil) throws -> Int? {
    let ending = try tableau.push(cell, sense, until: goal)
    if ending == .unbounded { return nil }
    if let found = tableau.table {
      table = found
      return found[cell]
    }
    var best = ending == .reached ? sense * (goal ?? 0) - 1 : sense * table[cell]
    var branches = Self.patience
    try search(tableau, cell, sense, &best, &branches)
    return table[cell]
  }

  /// Depth first, never where the fractions already promise no better.
  private mutating func search(
    _ node: Tableau<Entry>, _ cell: Int, _ sense: Int, _ best: inout Int, _ branches: inout Int
  ) throws {
    var node = node
    guard try node.restore(), try node.push(cell, sense) != .unbounded else { return }
    let promise = sense > 0 ? node.floor(of: cell) : -node.ceiling(of: cell)
    guard promise > best else { return }
    guard let split = node.firstFraction else {
      if let found = node.table {
        table = found
        best = sense * found[cell]
      }
      return
    }
    for half in try node.halves(at: split) {
      branches -= 1
      guard branches > 0 else { throw Tableau<Entry>.Overflow() }
      try search(half, cell, sense, &best, &branches)
    }
  }

  /// Any table of whole numbers; nil when there is none.
  private static func whole(
    in node: Tableau<Entry>, _ branches: inout Int
  ) throws -> [Int]? {
    var node = node
    guard try node.restore() else { return nil }
    guard let split = node.firstFraction else { return node.table }
    for half in try node.halves(at: split) {
      branches -= 1
      guard branches > 0 else { throw Tableau<Entry>.Overflow() }
      if let found = try whole(in: half, &branches) { return found }
    }
    return nil
  }
}

extension Tableau {
  /// A variable's value, rounded up.
  func ceiling(of variable: Int) -> Int {
    let place = places[variable]
    return place < 0 ? rests[variable] : -Self.floor(-scaled[place], divisors[place])
  }

  /// The first variable whose value is no whole number.
  var firstFraction: Int? {
    basic.indices.filter { scaled[$0] % divisors[$0] != 0 }.map { basic[$0] }.min()
  }

  /// The same program twice, with a variable at most its value, and at least.
  func halves(at variable: Int) throws -> [Tableau] {
    var (below, above) = (self, self)
    try below.confine(variable, to: lows[variable], floor(of: variable))
    try above.confine(variable, to: ceiling(of: variable), highs[variable])
    return [below, above]
  }
}
