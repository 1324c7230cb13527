extension DenseSolve {
  /// Finds nearly right prices by an auction with shrinking increments, then keeps what is exact.
  ///
  /// Where rows compete for the same columns at nearly the same costs, shortest paths are long.
  /// Bertsekas's auction with scaling (Annals of Operations Research 14, 1988) settles most of it.
  ///
  /// False where prices outgrow the width.
  func scalePrices() -> Bool {
    var greatest: Score = 0
    for cost in costs { greatest = max(greatest, cost < 0 ? 0 &- cost : cost) }
    var increment = max(1, greatest / 4)
    while true {
      guard auction(increment) else { return false }
      guard increment > 1 else { break }
      increment = max(1, increment / 6)
    }
    for index in 0..<size {
      let (row, column) = (row(index), Int(columnOf[index]))
      if column >= 0, row[column] &- prices[column] != least(row, 0, size) {
        columnOf[index] = -1
        rowOf[column] = -1
      }
    }
    return true
  }

  /// One auction from the prices that are there; nobody keeps a column. False where a price
  /// outgrows the width.
  private func auction(_ increment: Score) -> Bool {
    for index in 0..<size {
      columnOf[index] = -1
      rowOf[index] = -1
    }
    var waiting = Array((0..<size).reversed())
    while let bidder = waiting.popLast() {
      let row = row(bidder)
      let lowest = least(row, 0, size)
      let column = first(row, costing: lowest)
      let second = size > 1 ? min(least(row, 0, column), least(row, column &+ 1, size)) : lowest
      prices[column] &-= second &- lowest &+ increment
      guard prices[column] > -(Self.greatestCost << 1) else { return false }
      let displaced = Int(rowOf[column])
      assign(bidder, column)
      if displaced >= 0 {
        columnOf[displaced] = -1
        waiting.append(displaced)
      }
    }
    return true
  }
}
