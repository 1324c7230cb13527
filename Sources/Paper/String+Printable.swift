extension String {
  /// The text as it stands in a line of print.
  ///
  /// Breaks, tabs and runs of spaces become one space; control characters fall away, and so do
  /// those that turn the direction of what follows or that nobody sees. What joins or parts letters
  /// stays, because names in Persian, Hindi and other languages need it.
  var printable: String {
    var kept = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = kept.last, last != " " { kept.append(" ") }
      } else if !scalar.isUnprintable {
        kept.append(scalar)
      }
    }
    if kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}

extension Unicode.Scalar {
  /// Joiners, and marks of a direction that change nothing behind them.
  private static let needed: Set<Unicode.Scalar> = [
    "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{061C}",
  ]

  /// Whether it is an order to a machine rather than a letter.
  fileprivate var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control: true
    case .format: properties.isDefaultIgnorableCodePoint && !Self.needed.contains(self)
    default: properties.isNoncharacterCodePoint
    }
  }
}
