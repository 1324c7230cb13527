/// Something that takes its height on a page, and is centered on a line from top to bottom.
protocol Piece {
  /// How high it is, in points.
  var height: Double { get }

  /// What is drawn when it is centered there, with its upper edge there.
  func marks(center: Double, top: Double) -> [Mark]
}

extension TextBlock: Piece {
  func marks(center: Double, top: Double) -> [Mark] {
    [.text(self, x: center - width / 2, y: top)]
  }
}

/// Nothing, of a height.
struct Space: Piece {
  let height: Double

  init(_ height: Double) { self.height = height }

  func marks(center: Double, top: Double) -> [Mark] { [] }
}

/// A straight line.
struct Rule: Piece {
  let width: Double
  /// How thick it is.
  let height: Double
  let ink: Ink

  func marks(center: Double, top: Double) -> [Mark] {
    [.bar(Box(x: center - width / 2, y: top, width: width, height: height), ink)]
  }
}
