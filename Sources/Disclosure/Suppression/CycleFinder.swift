/// Finds the cheapest change of a table that keeps everything added up and moves one cell.
///
/// The change is a vector of the relations' kernel. Its linear program's dual asks for the greatest
/// value of one coordinate in the relations' row space within the costs as bounds, a tableau that
/// begins at zero without being degenerate. The optimal row's entries are the change.
struct CycleFinder<Entry: FixedWidthInteger & SignedInteger & Sendable>: ChangeFinder {
  private var tableau: Tableau<Entry>
  /// The tableau as it was before anything was found.
  private let fresh: Tableau<Entry>
  /// The cells that may move.
  let cells: [Int]
  private let locals: [Int: Int]

  /// The entries of the tableau, which is what a search takes time for.
  var size: Int { tableau.width * tableau.height }

  var effort: Int { 1 + size / 200_000 }

  /// A finder for changes among some cells; all others stay as they are.
  ///
  /// Throws `Tableau.Overflow` when there are too many, as does a search that takes more than
  /// `mostSteps` exchanges.
  init(system: CellSystem, among cells: [Int], mostSteps: Int = .max) throws {
    self.cells = cells
    locals = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var component = Component()
    for cell in cells { _ = component.add(cell, Interval(0, 0)) }
    for relation in 0..<system.relationCount {
      var (terms, sign) = ([Component.Term](), 1)
      for cell in system.cells(of: relation) {
        if let local = locals[cell] { terms.append(.init(cell: local, factor: sign)) }
        sign = -1
      }
      if !terms.isEmpty { component.relate(terms, constant: 0) }
    }
    let zeros = [Int](repeating: 0, count: cells.count)
    guard let kernel = try Tableau<Entry>(component, at: zeros) else {
      throw TableProblem.contradiction(relation: nil)
    }
    tableau = try kernel.rowSpace()
    // Wider entries are tried when narrow ones have overflowed: then small numbers matter more.
    tableau.prefersGreatEntries = Entry.self == Int32.self
    tableau.mostSteps = mostSteps
    fresh = tableau
  }

  /// The cheapest change of all; nil when there is none.
  mutating func cheapest(
    moving cell: Int, _ sense: Int, at prices: [MovePrice], below limit: Int
  ) throws -> TableChange? {
    do {
      return try solve(cell, sense, prices, limit)
    } catch is Tableau<Entry>.Overflow {
      // Many exchanges have let the numbers grow; from the beginning they are small.
      tableau = fresh
      return try solve(cell, sense, prices, limit)
    }
  }

  private mutating func solve(
    _ cell: Int, _ sense: Int, _ prices: [MovePrice], _ limit: Int
  ) throws -> TableChange? {
    guard let wanted = locals[cell] else { return nil }
    for (local, cell) in cells.enumerated() {
      tableau.lows[local] = -prices[cell].up
      tableau.highs[local] = prices[cell].down
    }
    tableau.lows[wanted] = -Interval.open
    tableau.highs[wanted] = Interval.open
    tableau.clear()
    // The value grows toward the least cost: where it passes the limit, nothing is cheap enough.
    guard try tableau.push(wanted, sense, until: sense * limit) == .optimal,
      tableau.places[wanted] >= 0
    else { return nil }
    let row = tableau.places[wanted]
    let cost = sense * tableau.scaled[row] / tableau.divisors[row]
    guard cost < limit else { return nil }
    var moves = [(cell: cell, amount: sense * tableau.divisors[row])]
    for column in 0..<tableau.width where tableau.entry(row, column) != 0 {
      moves.append((cells[tableau.outside[column]], sense * tableau.entry(row, column)))
    }
    return TableChange(moves: moves, cost: cost)
  }
}

extension Tableau {
  /// The tableau of all vectors that are at right angles to this one's solutions.
  ///
  /// This one's constants must be zero. Basic variables and those outside change places.
  func rowSpace() throws -> Tableau {
    var dual = self
    dual.width = height
    dual.basic = outside
    dual.outside = basic
    dual.divisors = .init(repeating: 1, count: width)
    dual.scaled = .init(repeating: 0, count: width)
    dual.entering = dual.scaled
    dual.sizes = dual.scaled
    dual.rests = .init(repeating: 0, count: places.count)
    for (row, variable) in dual.basic.enumerated() { dual.places[variable] = row }
    for (column, variable) in dual.outside.enumerated() { dual.places[variable] = -1 - column }
    for column in 0..<width {
      for row in 0..<height where entry(row, column) != 0 {
        let common = Self.commonDivisor(divisors[row], dual.divisors[column])
        dual.divisors[column] = try Self.product(dual.divisors[column] / common, divisors[row])
      }
      for row in 0..<height {
        let entry = try Self.product(entry(row, column), dual.divisors[column] / divisors[row])
        guard let narrow = Entry(exactly: -entry) else { throw Overflow() }
        dual.entries[column * height + row] = narrow
        dual.sizes[column] = max(dual.sizes[column], abs(entry))
      }
    }
    return dual
  }

  /// Puts every variable back to zero; which are basic stays.
  mutating func clear() {
    for row in scaled.indices { scaled[row] = 0 }
    for variable in rests.indices { rests[variable] = 0 }
  }
}
