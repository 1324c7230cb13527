extension DenseSolve {
  /// Prices each column at its least cost; a row takes the last column in which it is cheapest.
  func reduceColumns() {
    let (prices, best) = (prices, predecessors)
    guard size > 0 else { return }
    for column in 0..<size {
      prices[column] = costs[column]
      best[column] = 0
    }
    for index in 1..<max(size, 1) {
      let row = row(index)
      let number = Int32(truncatingIfNeeded: index)
      for column in 0..<size {
        let isLess = row[column] < prices[column]
        prices[column] = isLess ? row[column] : prices[column]
        best[column] = isLess ? number : best[column]
      }
    }
    for column in (0..<size).reversed() where columnOf[Int(best[column])] < 0 {
      assign(Int(best[column]), column)
    }
  }

  /// Lowers the price of a row's column as far as the row's second choice allows.
  func transferReductions() {
    for index in 0..<size where columnOf[index] >= 0 {
      let (row, column) = (row(index), Int(columnOf[index]))
      let other = min(least(row, 0, column), least(row, column &+ 1, size))
      guard size > 1 else { return }
      let own = row[column] &- prices[column]
      if other > own { prices[column] &-= other &- own }
    }
  }

  /// Lets rows without a column bid as far as their second choice allows; returns those left.
  func reduceRows(_ free: [Int]) -> [Int] {
    var left: [Int] = []
    var budget = 16 * size
    for first in free {
      var bidder = first
      while true {
        let row = row(bidder)
        let lowest = least(row, 0, size)
        var column = self.first(row, costing: lowest)
        let second = min(least(row, 0, column), least(row, column &+ 1, size))
        let isRaised = lowest < second
        if !isRaised, rowOf[column] >= 0 {
          column = freeColumn(row, costing: lowest, after: column)
        }
        let displaced = Int(rowOf[column])
        if isRaised, size > 1 { prices[column] &-= second &- lowest }
        assign(bidder, column)
        guard displaced >= 0 else { break }
        columnOf[displaced] = -1
        budget -= 1
        guard isRaised, budget > 0, prices[column] > -Self.greatestCost else {
          left.append(displaced)
          break
        }
        bidder = displaced
      }
    }
    return left
  }

  /// A column at the same cost that nobody has, or else the next one, or else the same.
  private func freeColumn(
    _ row: UnsafeBufferPointer<Score>, costing value: Score, after column: Int
  ) -> Int {
    var other = first(row, costing: value, from: column &+ 1)
    let next = other < size ? other : column
    while other < size {
      if rowOf[other] < 0 { return other }
      other = first(row, costing: value, from: other &+ 1)
    }
    return next
  }
}
