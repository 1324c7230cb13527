/// How a text looks.
struct TextStyle: Hashable {
  var face: Face
  /// Points from line to line, as fonts count their size.
  var points: Double
  var ink: Ink
  var isItalic = false

  static let institution = TextStyle(face: .text, points: 15, ink: .ink)
  static let title = TextStyle(face: .display, points: 34, ink: .ink)
  static let opening = TextStyle(face: .text, points: 12.5, ink: .soft, isItalic: true)
  static let recipient = TextStyle(face: .display, points: 40, ink: .pine)
  static let paragraph = TextStyle(face: .text, points: 12.5, ink: .ink)
  static let fact = TextStyle(face: .text, points: 15, ink: .pine)
  static let label = TextStyle(face: .plain, points: 8.5, ink: .soft)
  static let signer = TextStyle(face: .text, points: 11, ink: .ink)
  static let proof = TextStyle(face: .plain, points: 7, ink: .soft)

  /// The same, larger or smaller.
  func scaled(by scale: Double) -> TextStyle {
    var scaled = self
    scaled.points *= scale
    return scaled
  }
}
