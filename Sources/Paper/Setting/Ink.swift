/// A color of a certificate: those of the pages, by day.
struct Ink: Hashable {
  let red: Double
  let green: Double
  let blue: Double

  /// A color as a stylesheet writes it, such as 0x0d5552.
  private init(_ hex: Int) {
    red = Double(hex >> 16 & 0xff) / 255
    green = Double(hex >> 8 & 0xff) / 255
    blue = Double(hex & 0xff) / 255
  }

  /// What is read first.
  static let ink = Ink(0x1b2829)
  /// What is read after it.
  static let soft = Ink(0x55615f)
  /// Lines that only part.
  static let line = Ink(0xb9bfbc)
  /// The accent.
  static let pine = Ink(0x0d5552)
}
