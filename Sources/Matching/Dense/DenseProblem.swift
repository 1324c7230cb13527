/// As many rows as columns, and a cost for each pair of them: who takes what at the least cost?
///
/// For full tables. Where most pairs are forbidden, or places are many, ``AssignmentProblem`` is
/// the faster form.
public struct DenseProblem: Sendable, Equatable {
  /// How many rows, and how many columns.
  public let size: Int
  /// Row by row, in the narrower of two widths.
  let costs: Costs

  /// Costs in the width that holds them.
  enum Costs: Sendable, Equatable {
    case narrow([Int32])
    case wide([Int64])
  }

  /// A table of costs, row by row.
  public init(size: Int, costs: [Int]) throws(InvalidInput) {
    try Self.check(size, costs.count)
    if let cost = costs.first(where: { $0.magnitude > UInt(Limits.weight) }) {
      throw InvalidInput("the cost \(cost) is beyond \(Limits.weight) either way")
    }
    self.size = size
    let isNarrow = costs.allSatisfy { abs($0) <= DenseSolve<Int32>.greatestCost }
    self.costs =
      isNarrow
      ? .narrow(costs.map { Int32(truncatingIfNeeded: $0) }) : .wide(costs.map { Int64($0) })
  }

  /// A table of 32-bit costs, row by row; nothing is copied.
  public init(size: Int, costs: [Int32]) throws(InvalidInput) {
    try Self.check(size, costs.count)
    self.size = size
    let isNarrow =
      (costs.max() ?? 0) <= DenseSolve<Int32>.greatestCost
      && (costs.min() ?? 0) >= -DenseSolve<Int32>.greatestCost
    self.costs = isNarrow ? .narrow(costs) : .wide(costs.map { Int64($0) })
  }

  private static func check(_ size: Int, _ count: Int) throws(InvalidInput) {
    try Limits.check(size, "rows", upTo: 14_000)
    guard count == size * size else {
      throw InvalidInput("\(count) costs are not \(size) times \(size)")
    }
  }

  /// The cost of a row taking a column.
  public func cost(_ row: Int, _ column: Int) -> Int {
    switch costs {
    case .narrow(let costs): Int(costs[row * size + column])
    case .wide(let costs): Int(costs[row * size + column])
    }
  }
}

/// Which column each row takes, with the prices that prove it cheapest.
public struct DenseAssignment: Sendable, Equatable {
  /// The column of each row.
  public let columnOf: [Int]
  /// The sum of the costs.
  public let total: Int
  /// Of each row; no pair costs less than the prices of its row and column together.
  public let rowPrices: [Int]
  /// Of each column.
  public let columnPrices: [Int]

  /// An answer as someone claims it; ``DenseProblem/flaw(of:)`` judges it.
  public init(columnOf: [Int], total: Int, rowPrices: [Int], columnPrices: [Int]) {
    self.columnOf = columnOf
    self.total = total
    self.rowPrices = rowPrices
    self.columnPrices = columnPrices
  }
}

extension DenseProblem {
  /// An assignment of least cost; the same table always gives the same one.
  ///
  /// Where several are cheapest, ``canonical(_:)`` gives the one that numbers alone decide.
  public func solve() -> DenseAssignment {
    switch costs {
    case .narrow(let costs):
      let narrow = costs.withUnsafeBufferPointer { costs -> DenseAssignment? in
        let solve = DenseSolve<Int32>(size: size, costs: costs)
        return solve.run() ? solve.assignment() : nil
      }
      // Prices may outgrow the width where costs do not; then the wide solver takes over.
      return narrow ?? Self.solveWide(size, costs.map { Int64($0) })
    case .wide(let costs): return Self.solveWide(size, costs)
    }
  }

  private static func solveWide(_ size: Int, _ costs: [Int64]) -> DenseAssignment {
    costs.withUnsafeBufferPointer { costs in
      let solve = DenseSolve<Int64>(size: size, costs: costs)
      _ = solve.run()
      return solve.assignment()
    }
  }

  /// The cheapest assignment in which the first row has the first column possible, and so on.
  public func canonical(_ answer: DenseAssignment) throws(InvalidInput) -> DenseAssignment {
    var list = EdgeList()
    for row in 0..<size {
      for column in 0..<size
      where cost(row, column) == answer.rowPrices[row] + answer.columnPrices[column] {
        list.append(row, column, 0)
      }
    }
    let ones = [Int](repeating: 1, count: size)
    let tight = try AssignmentProblem(menteeCount: size, capacities: ones, checked: list)
    let columns = try tight.solve(.most).mentorOf.compactMap { $0 }
    guard columns.count == size else { throw InvalidInput("the prices are not of this table") }
    return DenseAssignment(
      columnOf: columns, total: answer.total, rowPrices: answer.rowPrices,
      columnPrices: answer.columnPrices)
  }

  /// What is wrong with an answer; nil when it is allowed and provably cheapest. One look at each
  /// cost.
  public func flaw(of answer: DenseAssignment) -> String? {
    guard answer.columnOf.count == size, Set(answer.columnOf) == Set(0..<size) else {
      return "the rows do not take all columns"
    }
    guard answer.rowPrices.count == size, answer.columnPrices.count == size else {
      return "the proof is of another table"
    }
    var (total, bound) = (Int128(0), Int128(0))
    for row in 0..<size {
      for column in 0..<size {
        let (price, isBeyond) = answer.rowPrices[row]
          .addingReportingOverflow(answer.columnPrices[column])
        guard !isBeyond, cost(row, column) >= price else {
          return "row \(row) and column \(column) cost less than their prices"
        }
      }
      total += Int128(cost(row, answer.columnOf[row]))
      bound += Int128(answer.rowPrices[row]) + Int128(answer.columnPrices[row])
    }
    guard total == Int128(answer.total) else { return "the total is wrong" }
    return total == bound ? nil : "the rows could cost less"
  }
}
