/// A table on its way to where a demand is met, and the cells that have moved.
struct Walk {
  private let start: [Int]
  private(set) var table: [Int]
  /// Of each cell whether it has moved.
  private(set) var hasMoved: [Bool]
  /// The cells that have moved, in order of their first move.
  private var moved: [Int] = []
  /// Cells that cannot fall as steeply as a change would have it.
  private(set) var blocked: Set<Int> = []

  /// A walk that begins at a table.
  init(from table: [Int]) {
    start = table
    self.table = table
    hasMoved = .init(repeating: false, count: table.count)
  }

  /// By how much cells have changed since the start.
  var change: [(cell: Int, amount: Int)] {
    moved.filter { table[$0] != start[$0] }.map { ($0, table[$0] - start[$0]) }
  }

  /// Goes along a change as often as its falling cells allow; how often.
  mutating func take(_ cycle: TableChange, atMost limit: Int, _ floor: (Int) -> Int) -> Int {
    var times = limit
    for (cell, amount) in cycle.moves where amount < 0 {
      let room = (table[cell] - floor(cell)) / -amount
      if room == 0 { blocked.insert(cell) }
      times = min(times, room)
    }
    guard times > 0 else { return 0 }
    blocked = []
    for (cell, amount) in cycle.moves {
      table[cell] += times * amount
      if !hasMoved[cell] { moved.append(cell) }
      hasMoved[cell] = true
    }
    return times
  }
}
