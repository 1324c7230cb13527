extension Tableau {
  /// Reads the column that enters, and which of its rows are not zero.
  mutating func enter(_ column: Int) {
    let (height, width) = (height, width)
    active.removeAll(keepingCapacity: true)
    entries.withUnsafeBufferPointer { entries in
      var place = column
      for row in 0..<height {
        let entry = Int(entries[place])
        entering[row] = entry
        if entry != 0 { active.append(row) }
        place += width
      }
    }
  }

  /// Moves the variable of a column by a whole amount; it stays outside.
  mutating func move(column: Int, by amount: Int) throws {
    rests[outside[column]] += amount
    for row in active {
      scaled[row] = try Self.difference(scaled[row], entering[row], amount)
    }
  }

  /// Exchanges a row's variable, which goes to `bound`, and a column's, which takes its place.
  ///
  /// The column must have entered. Work is the rows in which the column is not zero times the
  /// entries of the row that are not zero.
  mutating func pivot(row: Int, column: Int, to bound: Int) throws {
    var pivot = entry(row, column)
    if pivot < 0 {
      negate(row)
      pivot = -pivot
    }
    let (leaving, arriving) = (basic[row], outside[column])
    let excess = try Self.difference(scaled[row], divisors[row], bound)
    gather(row)
    for other in active where other != row {
      try eliminate(from: other, by: row, column, pivot, excess)
    }
    entries[row * width + column] = Entry(divisors[row])
    sizes[row] = max(sizes[row], abs(divisors[row]))
    divisors[row] = pivot
    scaled[row] = try Self.difference(excess, -pivot, rests[arriving])
    basic[row] = arriving
    places[arriving] = row
    outside[column] = leaving
    places[leaving] = -1 - column
    rests[leaving] = bound
    if pivot != 1 { reduce(row) }
  }

  /// The places of a row's entries that are not zero.
  private mutating func gather(_ row: Int) {
    filled.removeAll(keepingCapacity: true)
    for column in 0..<width where entries[row * width + column] != 0 { filled.append(column) }
  }

  private mutating func negate(_ row: Int) {
    for place in (row * width)..<((row + 1) * width) { entries[place] = 0 &- entries[place] }
    divisors[row] = -divisors[row]
    scaled[row] = -scaled[row]
  }

  /// Takes the variable of a column out of one row with the help of another.
  private mutating func eliminate(
    from other: Int, by row: Int, _ column: Int, _ pivot: Int, _ excess: Int
  ) throws {
    let factor = entering[other]
    try guardSizes(other, row, pivot, factor)
    let (target, source) = (other * width, row * width)
    let (filled, width) = (filled, width)
    entries.withUnsafeMutableBufferPointer { entries in
      if pivot != 1 {
        // The sizes say that nothing overflows.
        let pivot = Entry(truncatingIfNeeded: pivot)
        for place in target..<(target + width) { entries[place] &*= pivot }
      }
      filled.withUnsafeBufferPointer { filled in
        Self.subtract(
          factor, .init(rebasing: entries[source..<(source + width)]),
          from: .init(rebasing: entries[target..<(target + width)]), at: filled)
      }
    }
    entries[target + column] = Entry(-factor * divisors[row])
    sizes[other] = max(
      sizes[other] * pivot + abs(factor) * sizes[row], abs(factor * divisors[row]))
    divisors[other] = try Self.product(divisors[other], pivot)
    scaled[other] = try Self.difference(Self.product(scaled[other], pivot), factor, excess)
    if divisors[other] != 1, pivot != 1 || abs(factor) != 1 { reduce(other) }
  }

  /// Subtracts a multiple of the pivot row, entry by entry or all at once.
  private static func subtract(
    _ factor: Int, _ source: UnsafeMutableBufferPointer<Entry>,
    from target: UnsafeMutableBufferPointer<Entry>, at filled: UnsafeBufferPointer<Int>
  ) {
    switch (factor, filled.count * 6 < source.count) {
    case (1, true):
      for place in filled { target[place] &-= source[place] }
    case (-1, true):
      for place in filled { target[place] &+= source[place] }
    case (1, false):
      for place in source.indices { target[place] &-= source[place] }
    case (-1, false):
      for place in source.indices { target[place] &+= source[place] }
    default:
      let factor = Entry(truncatingIfNeeded: factor)
      for place in filled { target[place] &-= factor &* source[place] }
    }
  }

  /// Makes sure that no entry of the result can overflow, with true sizes where guesses fail.
  private mutating func guardSizes(_ other: Int, _ row: Int, _ pivot: Int, _ factor: Int) throws {
    let limit = Int(Entry.max) / 4
    func isSafe(_ tableau: Self) -> Bool {
      let (one, first) = tableau.sizes[other].multipliedReportingOverflow(by: pivot)
      let (two, second) = tableau.sizes[row].multipliedReportingOverflow(by: abs(factor))
      let (three, third) = tableau.divisors[row].multipliedReportingOverflow(by: abs(factor))
      return !first && !second && !third && one <= limit / 2 && two <= limit / 2
        && abs(three) <= limit
    }
    if isSafe(self) { return }
    for one in [other, row] { sizes[one] = greatestEntry(of: one) }
    guard isSafe(self) else { throw Overflow() }
  }

  /// The greatest entry of a row by its size, all at once.
  private func greatestEntry(of row: Int) -> Int {
    entries.withUnsafeBufferPointer { entries in
      var (least, greatest): (Entry, Entry) = (0, 0)
      for place in (row * width)..<((row + 1) * width) {
        least = min(least, entries[place])
        greatest = max(greatest, entries[place])
      }
      return max(Int(greatest), -Int(least))
    }
  }

  /// Divides a row by what divides all of it.
  private mutating func reduce(_ row: Int) {
    let common = Self.commonDivisor(abs(divisors[row]), abs(scaled[row]))
    guard common > 1 else { return }
    let (start, width) = (row * width, width)
    let divisor = entries.withUnsafeMutableBufferPointer { entries in
      let row = UnsafeMutableBufferPointer(rebasing: entries[start..<(start + width)])
      let divisor = Self.commonDivisor(of: row, and: common)
      if divisor > 1, let narrow = Entry(exactly: divisor) {
        for place in row.indices where row[place] != 0 { row[place] /= narrow }
      }
      return divisor
    }
    divisors[row] /= divisor
    scaled[row] /= divisor
    sizes[row] = sizes[row] / divisor + 1
  }

  /// What divides a number and all of a row; most entries are zero or multiples at once.
  private static func commonDivisor(
    of row: UnsafeMutableBufferPointer<Entry>, and number: Int
  ) -> Int {
    if number == 2 { return row.reduce(0) { $0 | $1 } & 1 == 0 ? 2 : 1 }
    var common = number
    for entry in row where entry != 0 && common != 1 {
      if let narrow = Entry(exactly: common), entry % narrow == 0 { continue }
      common = commonDivisor(common, abs(Int(entry)))
    }
    return common
  }

  static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }

  static func product(_ one: Int, _ other: Int) throws -> Int {
    let (product, overflow) = one.multipliedReportingOverflow(by: other)
    guard !overflow else { throw Overflow() }
    return product
  }

  /// `value - factor * amount`.
  static func difference(_ value: Int, _ factor: Int, _ amount: Int) throws -> Int {
    let (result, overflow) = value.subtractingReportingOverflow(try product(factor, amount))
    guard !overflow else { throw Overflow() }
    return result
  }
}
