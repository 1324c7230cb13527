extension Tableau {
  /// Brings every variable within its bounds; false when that cannot be.
  ///
  /// After Dutertre and de Moura (2006): exchange the first variable that is out of bounds for the
  /// first that can help. Least numbers first (Bland) means that it ends.
  mutating func restore() throws -> Bool {
    while let (row, isLow) = firstViolation() {
      let bound = isLow ? lows[basic[row]] : highs[basic[row]]
      guard let column = firstRemedy(row, rising: isLow) else { return false }
      enter(column)
      try pivot(row: row, column: column, to: bound)
    }
    return true
  }

  /// Narrows a variable's bounds; a variable outside is moved within them.
  mutating func confine(_ variable: Int, to low: Int, _ high: Int) throws {
    lows[variable] = low
    highs[variable] = high
    let place = places[variable]
    guard place < 0 else { return }
    let wanted = min(max(rests[variable], low), high)
    guard wanted != rests[variable] else { return }
    enter(-1 - place)
    try move(column: -1 - place, by: wanted - rests[variable])
  }

  private func firstViolation() -> (row: Int, isLow: Bool)? {
    var found: (row: Int, isLow: Bool)?
    for row in 0..<height {
      let variable = basic[row]
      if let found, basic[found.row] < variable { continue }
      if isBelow(row, lows[variable]) {
        found = (row, true)
      } else if highs[variable] < Interval.open, isAbove(row, highs[variable]) {
        found = (row, false)
      }
    }
    return found
  }

  private func isBelow(_ row: Int, _ bound: Int) -> Bool {
    guard bound > -Interval.open else { return false }
    return divisors[row] == 1
      ? scaled[row] < bound : Int128(scaled[row]) < Int128(bound) * Int128(divisors[row])
  }

  private func isAbove(_ row: Int, _ bound: Int) -> Bool {
    divisors[row] == 1
      ? scaled[row] > bound : Int128(scaled[row]) > Int128(bound) * Int128(divisors[row])
  }

  private func firstRemedy(_ row: Int, rising: Bool) -> Int? {
    var found: Int?
    for column in 0..<width where entry(row, column) != 0 {
      let variable = outside[column]
      if let found, outside[found] < variable { continue }
      let direction = (entry(row, column) > 0) == rising ? -1 : 1
      let end = direction > 0 ? highs[variable] : lows[variable]
      if direction > 0 ? rests[variable] < end : rests[variable] > end { found = column }
    }
    return found
  }
}
