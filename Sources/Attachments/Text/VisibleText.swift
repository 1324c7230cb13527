/// The characters of a text that a reader sees, with plain line ends and spaces.
struct VisibleText {
  private(set) var scalars = String.UnicodeScalarView()

  init(_ text: String) {
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if afterReturn, scalar == "\n" { continue }
      if let seen = seen(scalar) { scalars.append(seen) }
    }
  }

  private static let lineEnds: Set<Unicode.Scalar> = [
    "\r", "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// What stands in place of a character; nil where nobody would see it.
  private func seen(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if Self.lineEnds.contains(scalar) { return "\n" }
    if scalar == "\t" || scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F {
      return scalar
    }
    let properties = scalar.properties
    if properties.isNoncharacterCodePoint { return nil }
    if properties.isDefaultIgnorableCodePoint { return isJoining(scalar) ? scalar : nil }
    switch properties.generalCategory {
    case .control: return nil
    case .format: return Self.isSign(scalar) ? scalar : nil
    // The wide one of East Asian text is seen.
    case .spaceSeparator: return scalar == "\u{3000}" ? scalar : " "
    default: return scalar
    }
  }

  /// Whether a joiner stands where a script needs it: behind a letter from Arabic to Mongolian.
  private func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == "\u{200C}" || scalar == "\u{200D}", let before = scalars.last else {
      return false
    }
    return (0x0600...0x18AF).contains(before.value)
  }

  /// Signs that count as formatting and are drawn, such as those over Arabic numbers.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    [0x0600...0x0605, 0x06DD...0x06DD, 0x070F...0x070F, 0x0890...0x0891, 0x08E2...0x08E2]
      .contains { $0.contains(scalar.value) }
  }
}
