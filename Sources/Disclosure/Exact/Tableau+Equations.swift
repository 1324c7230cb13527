extension Tableau {
  /// The most entries that are taken, so that memory stays within some hundred megabytes.
  static var mostEntries: Int { 48_000_000 }

  /// Solves a component's equations at given values, which need not keep them.
  ///
  /// Nil when the equations contradict each other. Each equation begins with a variable of its own
  /// that stands for what it lacks; pivoting these out is the elimination.
  ///
  /// With `origins` these variables stay as columns that never move: a row then tells how often
  /// each equation was added to make it.
  init?(_ component: Component, at values: [Int], origins: Bool = false) throws {
    let (count, equations) = (component.cells.count, component.equations)
    guard count * equations.count <= Self.mostEntries else { throw Overflow() }
    width = count
    cellCount = count
    entries = .init(repeating: 0, count: count * equations.count)
    basic = Array(count..<(count + equations.count))
    outside = Array(0..<count)
    places = outside.map { -1 - $0 } + Array(0..<equations.count)
    divisors = .init(repeating: 1, count: equations.count)
    let lacking = [Int](repeating: 0, count: equations.count)
    rests = values + lacking
    lows = component.bounds.map(\.low) + lacking
    highs = component.bounds.map(\.top) + lacking
    sizes = .init(repeating: 1, count: equations.count)
    entering = lacking
    scaled = lacking
    for (row, equation) in equations.enumerated() {
      scaled[row] = equation.constant
      for term in equation.terms {
        entries[row * width + term.cell] += Entry(term.factor)
        scaled[row] -= term.factor * values[term.cell]
      }
    }
    guard try eliminate(count) else { return nil }
    drop(from: count, keepsColumns: origins)
  }

  /// Pivots every equation's own variable out; false when one cannot become zero.
  private mutating func eliminate(_ count: Int) throws -> Bool {
    for row in 0..<height {
      guard let column = pivotColumn(of: row, below: count) else {
        if scaled[row] != 0 { return false }
        continue
      }
      enter(column)
      try pivot(row: row, column: column, to: 0)
    }
    return true
  }

  /// The column with the smallest entry among a row's, the last of them: totals stand last, and
  /// solving for totals keeps rows short.
  private func pivotColumn(of row: Int, below count: Int) -> Int? {
    var best: Int?
    for column in 0..<width where outside[column] < count && entry(row, column) != 0 {
      if let found = best, abs(entry(row, found)) < abs(entry(row, column)) { continue }
      best = column
    }
    return best
  }

  /// Removes the equations' own variables: rows that say nothing, and columns fixed at zero.
  private mutating func drop(from count: Int, keepsColumns: Bool) {
    let columns = (0..<width).filter { keepsColumns || outside[$0] < count }
    let rows = (0..<height).filter { basic[$0] < count }
    var kept: [Entry] = []
    kept.reserveCapacity(columns.count * rows.count)
    for row in rows {
      for column in columns { kept.append(entries[row * width + column]) }
    }
    entries = kept
    width = columns.count
    basic = rows.map { basic[$0] }
    divisors = rows.map { divisors[$0] }
    scaled = rows.map { scaled[$0] }
    sizes = rows.map { sizes[$0] }
    entering = .init(repeating: 0, count: rows.count)
    outside = columns.map { outside[$0] }
    if !keepsColumns {
      rests.removeLast(rests.count - count)
      lows.removeLast(lows.count - count)
      highs.removeLast(highs.count - count)
    }
    places = .init(repeating: 0, count: rests.count)
    for (row, variable) in basic.enumerated() { places[variable] = row }
    for (column, variable) in outside.enumerated() { places[variable] = -1 - column }
  }
}

extension Tableau {
  /// How often each equation is subtracted to make the row of a cell, and the row's divisor.
  ///
  /// Nil when the cell is outside, at a bound of its own. Only with the equations' own columns.
  func origins(of cell: Int) -> (factors: [Int: Int], divisor: Int)? {
    let row = places[cell]
    guard row >= 0 else { return nil }
    var factors: [Int: Int] = [:]
    for column in 0..<width where outside[column] >= cellCount && entry(row, column) != 0 {
      factors[outside[column] - cellCount] = entry(row, column)
    }
    return (factors, divisors[row])
  }
}
