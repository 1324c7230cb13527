/// A table in multiples of a base that still adds up.
///
/// Each count goes to the multiple below or above it, multiples stay, and of all such tables one
/// that changes counts least in sum is taken. Tables of two dimensions always have one; where a
/// table of more has none, counts may go one base further, as few as can be.
public struct ControlledRounding: Sendable {
  /// The rounded table.
  public let table: CountTable
  /// Whether every count went to a neighboring multiple.
  public let isNeighborly: Bool
  /// By how much counts changed, all together.
  public let change: Int

  /// Rounds a table.
  ///
  /// Throws ``TableProblem/noBase(_:)``, and ``TableProblem/tooDense(cells:)`` for tables that are
  /// too large for an exact answer.
  public init(_ table: CountTable, base: Int) throws {
    guard (1...CountTable.greatestCount).contains(base) else { throw TableProblem.noBase(base) }
    do {
      var program = RoundingProgram(table, base: base, reach: 0)
      if let counts = try program.solve() {
        self.table = try CountTable(axes: table.axes, counts: counts)
        isNeighborly = true
      } else {
        program = RoundingProgram(table, base: base, reach: 1)
        guard let counts = try program.solve() else {
          throw TableProblem.contradiction(relation: nil)
        }
        self.table = try CountTable(axes: table.axes, counts: counts)
        isNeighborly = false
      }
    } catch is Tableau<Int64>.Overflow {
      throw TableProblem.tooDense(cells: table.counts.count)
    }
    change = zip(self.table.counts, table.counts).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
