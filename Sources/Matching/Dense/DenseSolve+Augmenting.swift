extension DenseSolve {
  /// Finds a column for a row along a shortest path; false where prices outgrow the width.
  func augment(from root: Int) -> Bool {
    let (distances, open, predecessors) = (distances, open, predecessors)
    var count = 0
    var least = start(root)
    var column = nearest(least)
    while rowOf[column] >= 0 {
      settled[count] = Int32(truncatingIfNeeded: column)
      count &+= 1
      open[column] = .max
      let index = Int(rowOf[column])
      least = relax(index, least &- (row(index)[column] &- prices[column]))
      column = nearest(least)
    }
    guard least < Self.greatestCost << 1 else { return false }
    var lowest: Score = 0
    for position in 0..<count {
      let column = Int(settled[position])
      prices[column] &-= least &- distances[column]
      lowest = min(lowest, prices[column])
    }
    shift(to: column, from: root)
    _ = (open, predecessors)
    return lowest > -(Self.greatestCost << 1)
  }

  /// Distances straight from a row; returns the least.
  private func start(_ root: Int) -> Score {
    let (row, prices) = (row(root), prices)
    let (distances, open, predecessors) = (distances, open, predecessors)
    let number = Int32(truncatingIfNeeded: root)
    let base = self.least(row, 0, size)
    for column in 0..<size {
      let distance = row[column] &- prices[column] &- base
      distances[column] = distance
      open[column] = distance
      predecessors[column] = number
    }
    return 0
  }

  /// Shortens distances through a row; returns the least that is open.
  private func relax(_ index: Int, _ base: Score) -> Score {
    let (row, prices) = (row(index), prices)
    let (distances, open, predecessors) = (distances, open, predecessors)
    let number = Int32(truncatingIfNeeded: index)
    var least = Score.max
    for column in 0..<size {
      let distance = base &+ row[column] &- prices[column]
      // A settled column is nearer than anything that comes later, so it stays as it is.
      let isLess = distance < distances[column]
      distances[column] = isLess ? distance : distances[column]
      predecessors[column] = isLess ? number : predecessors[column]
      let nearest = isLess ? distance : open[column]
      open[column] = nearest
      least = min(least, nearest)
    }
    return least
  }

  /// An open column at a distance: one that nobody has, if there is one.
  private func nearest(_ distance: Score) -> Int {
    var found = -1
    var column = 0
    let open = open
    while true {
      while column < size, open[column] != distance { column &+= 1 }
      guard column < size else { return found }
      if rowOf[column] < 0 { return column }
      if found < 0 { found = column }
      column &+= 1
    }
  }

  /// Moves the rows on the path one column on.
  private func shift(to end: Int, from root: Int) {
    var column = end
    while true {
      let row = Int(predecessors[column])
      let left = Int(columnOf[row])
      assign(row, column)
      guard row != root else { return }
      column = left
    }
  }
}
