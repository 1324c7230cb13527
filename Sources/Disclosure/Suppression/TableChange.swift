/// A change of a table that keeps everything added up.
struct TableChange {
  /// How much each cell moves, the wanted one first.
  let moves: [(cell: Int, amount: Int)]
  let cost: Int
}

/// What moving a cell up and down costs for each unit.
struct MovePrice {
  var up: Int
  var down: Int
}
