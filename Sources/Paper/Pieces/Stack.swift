/// Pieces one below the other.
struct Stack: Piece {
  let pieces: [any Piece]

  init(_ pieces: [any Piece]) { self.pieces = pieces }

  var height: Double { pieces.reduce(0) { $0 + $1.height } }

  func marks(center: Double, top: Double) -> [Mark] {
    var top = top
    return pieces.flatMap { piece in
      defer { top += piece.height }
      return piece.marks(center: center, top: top)
    }
  }
}
