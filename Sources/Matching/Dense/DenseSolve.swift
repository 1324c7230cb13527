/// Jonker and Volgenant's shortest augmenting paths (Computing 38, 1987), in loops over whole rows
/// that the compiler turns into vector instructions.
///
/// Columns have prices; a row's price follows from them. At every step each row that has a column
/// has one of the cheapest at those prices.
final class DenseSolve<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  /// The greatest cost either way that the width leaves room to reckon with.
  static var greatestCost: Score { .max >> 4 }

  let size: Int
  let costs: UnsafeBufferPointer<Score>
  private let arena = Arena()
  let prices: Cells<Score>
  let columnOf: Cells<Int32>
  let rowOf: Cells<Int32>
  /// Of a search: the distance to each column, and the same for columns that are not settled.
  let distances: Cells<Score>
  let open: Cells<Score>
  let predecessors: Cells<Int32>
  let settled: Cells<Int32>

  init(size: Int, costs: UnsafeBufferPointer<Score>) {
    self.size = size
    self.costs = costs
    prices = arena.cells(size, 0)
    columnOf = arena.cells(size, -1)
    rowOf = arena.cells(size, -1)
    distances = arena.cells(size, 0)
    open = arena.cells(size, 0)
    predecessors = arena.cells(size, 0)
    settled = arena.cells(size, 0)
  }

  /// Reaches the optimum; false where prices outgrow the width.
  func run() -> Bool {
    reduceColumns()
    transferReductions()
    var free = (0..<size).filter { columnOf[$0] < 0 }
    for _ in 0..<2 where !free.isEmpty { free = reduceRows(free) }
    guard fits() else { return false }
    if free.count > size / 8 {
      guard scalePrices() else { return false }
      free = (0..<size).filter { columnOf[$0] < 0 }
    }
    return free.allSatisfy { augment(from: $0) }
  }

  /// Whether all prices are far enough from the limits of the width.
  func fits() -> Bool { prices.prefix(size).allSatisfy { $0 > -(Self.greatestCost << 1) } }

  /// The costs of a row.
  @inline(__always)
  func row(_ row: Int) -> UnsafeBufferPointer<Score> {
    UnsafeBufferPointer(rebasing: costs[row &* size..<row &* size &+ size])
  }

  /// The least of a row's costs less prices, between two columns.
  @inline(__always)
  func least(_ row: UnsafeBufferPointer<Score>, _ from: Int, _ to: Int) -> Score {
    let prices = prices
    var least = Score.max
    for column in from..<max(from, to) { least = min(least, row[column] &- prices[column]) }
    return least
  }

  /// The first column that costs as much as given after its price.
  @inline(__always)
  func first(_ row: UnsafeBufferPointer<Score>, costing value: Score, from: Int = 0) -> Int {
    var column = from
    while column < size, row[column] &- prices[column] != value { column &+= 1 }
    return column
  }

  /// Gives a row a column, and takes it from who had it.
  @inline(__always)
  func assign(_ row: Int, _ column: Int) {
    rowOf[column] = Int32(truncatingIfNeeded: row)
    columnOf[row] = Int32(truncatingIfNeeded: column)
  }

  /// The result with prices for rows too.
  func assignment() -> DenseAssignment {
    var total = 0
    var rowPrices: [Int] = []
    for index in 0..<size {
      let cost = Int(row(index)[Int(columnOf[index])])
      total += cost
      rowPrices.append(cost - Int(prices[Int(columnOf[index])]))
    }
    return DenseAssignment(
      columnOf: columnOf.prefix(size).map { Int($0) }, total: total, rowPrices: rowPrices,
      columnPrices: prices.prefix(size).map { Int($0) })
  }
}
