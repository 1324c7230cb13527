/// How a value is written in YAML: bare where nobody could misread it, else in quotes.
enum YAMLScalar {
  /// The value behind a key or a dash.
  static func inBlock(_ value: String) -> String {
    isBare(value, marks: " -'’.()/+&_–—!%,;") ? value : quoted(value)
  }

  /// The value between brackets and commas.
  static func inFlow(_ value: String) -> String {
    isBare(value, marks: " -'’.()/+&_–—!%;") ? value : quoted(value)
  }

  /// Whether a text may stand below `|-` or `>-` as it is.
  static func mayStandInBlock(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
      !first.properties.isWhitespace, !last.properties.isWhitespace
    else { return false }
    return value.unicodeScalars.allSatisfy { $0 == "\n" || !needsEscape($0) }
  }

  /// Words that YAML takes for something else than text.
  private static let reserved: Set = [
    "true", "false", "yes", "no", "null", "on", "off", "y", "n",
  ]

  /// Begins with a letter and has letters, digits and harmless marks alone.
  private static func isBare(_ value: String, marks: String) -> Bool {
    let scalars = value.unicodeScalars
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " ",
      !reserved.contains(value.lowercased())
    else { return false }
    return scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        || isAccent(scalar) || marks.unicodeScalars.contains(scalar)
    }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// Controls, line breaks of other kinds, and what steers the direction of text. The two joiners
  /// stay: names of several scripts need them.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      return true
    default: return false
    }
  }
}
