/// A table with sensitive cells, and what withholding further cells costs.
public struct SuppressionProblem: Sendable {
  /// The cells and what adds up.
  public let system: CellSystem
  /// The true counts.
  public let values: [Int]
  /// The sensitive cells and what must stay possible of each.
  public var demands: [Int: Demand]
  /// What withholding each cell costs; by default its value.
  public var weights: [Int]
  /// The cells that are published in any case; by default those that are zero.
  public var published: Set<Int>
  /// Cells that nobody publishes or sees and that cost nothing, such as remainders.
  public var unseen: Set<Int> = []
  /// What an attacker knows every withheld cell to be at least.
  public var floor = 0
  /// The dimensions, where the cells are those of one table: large ones are searched along them.
  var axes: [Axis]?

  /// The problem with the usual costs: values, and zeros that are published.
  public init(system: CellSystem, values: [Int], demands: [Int: Demand]) throws {
    guard values.count == system.count else {
      throw TableProblem.wrongSize(expected: system.count, found: values.count)
    }
    try CountTable.check(values)
    if let broken = system.firstBroken(by: values) {
      throw TableProblem.doesNotAdd(total: system.total(of: broken))
    }
    for cell in demands.keys where !values.indices.contains(cell) {
      throw TableProblem.wrongSize(expected: values.count, found: cell)
    }
    self.system = system
    self.values = values
    self.demands = demands
    weights = values
    published = Set(values.indices.filter { values[$0] == 0 && demands[$0] == nil })
  }

  /// The problem of a table and nothing besides, with the usual costs.
  public init(_ table: CountTable, demands: [Int: Demand]) throws {
    try self.init(system: table.system, values: table.counts, demands: demands)
    axes = table.axes
  }

  /// What is published when these cells are withheld.
  func publication(withholding cells: [Int]) throws -> Publication {
    var known = values.map { Interval(exactly: $0) }
    for cell in cells { known[cell] = Interval(floor(of: cell), nil) }
    for cell in unseen { known[cell] = .unknown }
    return try Publication(system: system, known: known)
  }

  /// The least value that an attacker holds possible of a cell.
  func floor(of cell: Int) -> Int { min(floor, values[cell]) }
}
