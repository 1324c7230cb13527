/// How a sensitive cell is protected: changes of the table that meet its demand.
struct ProtectionPlan {
  /// By how much cells change, in one whole table for each direction that is demanded.
  let changes: [[(cell: Int, amount: Int)]]
  /// The other cells that must be withheld for that, in order.
  let needed: [Int]

  /// The plan that walks have found for a cell.
  init(of cell: Int, _ walks: [Walk]) {
    changes = walks.map(\.change)
    needed = Set(changes.joined().map(\.cell)).subtracting([cell]).sorted()
  }
}
