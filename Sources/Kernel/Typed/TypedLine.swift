import Foundation

/// What someone typed into one line of a form, made tidy.
package enum TypedLine {
  /// The text without spaces around it and doubled inside, in one Unicode form, and without
  /// characters that only steer a terminal or turn the direction of what follows.
  ///
  /// Joiners stay: names of several scripts need them.
  package static func tidy(_ text: String) -> String {
    var tidy = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = tidy.last, last != " " { tidy.append(" ") }
      } else if !steers(scalar) {
        tidy.append(scalar)
      }
    }
    if tidy.last == " " { tidy.removeLast() }
    return String(tidy)
  }

  /// The same of several lines: each is tidy, empty ones divide paragraphs and stand alone.
  package static func tidyLines(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = tidy(String(line))
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Directional embeddings, overrides and isolates, and the mark of byte order.
    case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.properties.generalCategory == .control
    }
  }

  /// Whether a text has the shape of a mail address: one part before the `@`, one behind it.
  ///
  /// Only a mail that arrives proves more.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
      && !text.contains { $0.isWhitespace || "<>()[],;:\\\"".contains($0) }
  }
}
