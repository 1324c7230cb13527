/// A rectangle on the page, in points from the upper left corner.
struct Box: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  /// The same elsewhere.
  func moved(x: Double, y: Double) -> Box {
    Box(x: self.x + x, y: self.y + y, width: width, height: height)
  }

  /// Whether all of another lies in it.
  func contains(_ other: Box) -> Bool {
    other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
  }
}
