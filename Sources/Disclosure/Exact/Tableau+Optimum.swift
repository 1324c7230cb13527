extension Tableau {
  /// How a search for an extreme ended.
  enum Ending {
    /// Nothing goes further.
    case optimal
    /// The value that was asked for is reached.
    case reached
    /// Nothing bounds the variable.
    case unbounded
  }

  /// Moves a variable up (`sense` 1) or down (-1) as far as it goes, or until it passes `goal`.
  ///
  /// The primal simplex method with bounds. Of the columns that help, the one with the least entry
  /// enters, or the greatest where that is preferred; after a row of steps that lead nowhere, the
  /// one with the least number (Bland), so that it ends.
  mutating func push(_ variable: Int, _ sense: Int, until goal: Int? = nil) throws -> Ending {
    var (idle, steps) = (0, 0)
    isCautious = false
    while true {
      guard steps < mostSteps else { throw Overflow() }
      steps += 1
      if let goal, hasReached(variable, sense, goal) { return .reached }
      let place = places[variable]
      let chosen: (column: Int, direction: Int)?
      if place < 0 {
        let end = sense > 0 ? highs[variable] : lows[variable]
        chosen = rests[variable] == end ? nil : (-1 - place, sense)
      } else {
        chosen = helpful(place, sense)
      }
      guard let chosen else { return .optimal }
      switch try step(chosen.column, chosen.direction) {
      case .unbounded: return .unbounded
      case .still: idle += 1
      case .moved: idle = 0
      }
      isCautious = idle > Self.patience
    }
  }

  /// How many steps may lead nowhere before care is taken that none is repeated.
  private static var patience: Int { 40 }

  private func hasReached(_ variable: Int, _ sense: Int, _ goal: Int) -> Bool {
    let place = places[variable]
    if place < 0 { return sense * rests[variable] >= sense * goal }
    let (wanted, overflow) = goal.multipliedReportingOverflow(by: divisors[place])
    return !overflow && sense * scaled[place] >= sense * wanted
  }

  /// A column that moves a row's variable in the wanted sense, and its own direction.
  private func helpful(_ row: Int, _ sense: Int) -> (column: Int, direction: Int)? {
    var best: (column: Int, direction: Int)?
    var bestSize = Int.max
    let sign = prefersGreatEntries ? -1 : 1
    entries.withUnsafeBufferPointer { entries in
      for column in 0..<width {
        let entry = Int(entries[row * width + column])
        guard entry != 0 else { continue }
        let variable = outside[column]
        let direction = (entry > 0) == (sense > 0) ? -1 : 1
        let end = direction > 0 ? highs[variable] : lows[variable]
        guard rests[variable] != end else { continue }
        if isCautious {
          if let found = best, outside[found.column] < variable { continue }
          best = (column, direction)
        } else if sign * abs(entry) < bestSize {
          best = (column, direction)
          bestSize = sign * abs(entry)
        }
      }
    }
    return best
  }

  /// What a step did.
  private enum Step {
    case moved
    case still
    case unbounded
  }

  /// Moves a column's variable until the first bound, and exchanges it with what is there.
  private mutating func step(_ column: Int, _ direction: Int) throws -> Step {
    let variable = outside[column]
    enter(column)
    let end = direction > 0 ? highs[variable] : lows[variable]
    var limit = Ratio(abs(end - rests[variable]), 1)
    var blocking: (row: Int, bound: Int)?
    for row in active {
      let rises = (entering[row] > 0) != (direction > 0)
      let bound = rises ? highs[basic[row]] : lows[basic[row]]
      if abs(bound) >= Interval.open { continue }
      let room = abs(try Self.difference(scaled[row], divisors[row], bound))
      let ratio = Ratio(room, abs(entering[row]))
      let order = ratio.compared(to: limit)
      if order < 0 || order == 0 && isPreferred(row, to: blocking?.row) {
        limit = ratio
        blocking = (row, bound)
      }
    }
    if let blocking {
      try pivot(row: blocking.row, column: column, to: blocking.bound)
    } else if abs(end) >= Interval.open {
      return .unbounded
    } else {
      try move(column: column, by: end - rests[variable])
    }
    return limit.numerator == 0 ? .still : .moved
  }

  /// Among rows that block at once: small pivots keep numbers small, then the least number.
  private func isPreferred(_ row: Int, to other: Int?) -> Bool {
    guard let other else { return false }
    if isCautious { return basic[row] < basic[other] }
    let (one, two) = (abs(entering[row]), abs(entering[other]))
    return one != two ? one < two : basic[row] < basic[other]
  }
}

/// A step's length before it is divided.
private struct Ratio {
  let numerator: Int
  let divisor: Int

  init(_ numerator: Int, _ divisor: Int) {
    self.numerator = numerator
    self.divisor = divisor
  }

  func compared(to other: Ratio) -> Int {
    if divisor == other.divisor { return (numerator - other.numerator).signum() }
    let (one, two) = (
      numerator.multipliedFullWidth(by: other.divisor),
      other.numerator.multipliedFullWidth(by: divisor)
    )
    if one.high != two.high { return one.high < two.high ? -1 : 1 }
    return one.low == two.low ? 0 : one.low < two.low ? -1 : 1
  }
}
