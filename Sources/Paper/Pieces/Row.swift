/// Pieces side by side, their upper edges at one height.
struct Row: Piece {
  /// A piece with the width that it takes.
  struct Column {
    let piece: any Piece
    let width: Double
  }

  let columns: [Column]

  var height: Double { columns.map(\.piece.height).max() ?? 0 }

  func marks(center: Double, top: Double) -> [Mark] {
    var left = center - columns.reduce(0) { $0 + $1.width } / 2
    return columns.flatMap { column in
      defer { left += column.width }
      return column.piece.marks(center: left + column.width / 2, top: top)
    }
  }
}
