/// The post-graduate year, as rosters write it.
enum TrainingLevel {
  /// The years that a level can be.
  static let known = 1...15

  /// Reads a level where its meaning is certain.
  ///
  /// Certain are a bare number, and one behind PGY, PG, R, HO (house officer) or PL (pediatric
  /// level), also in Roman digits, and "intern". `CA-1` and `F1` are not: a fellow's or an
  /// anesthesiologist's year of training says nothing of the years before it.
  /// - Returns: nil where it is no level; the number may lie outside ``known``.
  static func number(cell: String) -> Int? {
    let text = cell.uppercased()
    if text == "INTERN" { return 1 }
    guard let prefix = prefixes.first(where: { text.hasPrefix($0) }) else { return bare(text) }
    let rest = text.dropFirst(prefix.count).drop { " -–_.:".contains($0) }
    let number = rest.prefix { $0.isLetter || $0.isNumber }
    let behind = rest.dropFirst(number.count)
    // "PGY-3 Resident" is certain, "PGY-3/4" is not.
    guard !behind.contains(where: \.isNumber) else { return nil }
    guard behind.isEmpty || prefix.hasPrefix("P") else { return nil }
    return digits(number) ?? roman.firstIndex(of: String(number)).map { $0 + 1 }
  }

  /// The longer ones first, since some begin as others do.
  private static let prefixes = ["PGY", "PG", "PL", "HO", "R"]
  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

  /// A number alone; spreadsheets may write `2.0`.
  private static func bare(_ text: String) -> Int? {
    digits(text.hasSuffix(".0") ? text.dropLast(2) : Substring(text))
  }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
