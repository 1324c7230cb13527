import Crypto
import Kernel

/// The title of a column without what differs between exports of one meaning.
enum HeaderKey {
  /// Letters and digits alone: `Last_Name *` and `LAST NAME` are one.
  static func key(_ title: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in FoldedText.key(title).unicodeScalars where isKept(scalar) { key.append(scalar) }
    return String(key)
  }

  /// The keys by which a title may be known: as it stands, without what stands in parentheses,
  /// and without a word in front that only says whose fact it is.
  static func readings(of title: String) -> [String] {
    let whole = key(title)
    let short = key(withoutParentheses(title))
    var readings = [whole]
    if short != whole, !short.isEmpty { readings.append(short) }
    for owner in owners where short.hasPrefix(owner) && short.count > owner.count {
      readings.append(String(short.dropFirst(owner.count)))
    }
    return readings
  }

  /// One key for a whole header, of fixed length: the SHA-256 of its own titles' keys.
  static func key(ofHeader titles: [String]) -> String {
    var kept = titles[..<MendingColumns(titles).own].map(key)
    while kept.last == "" { kept.removeLast() }
    return Hexadecimal.text(SHA256.hash(data: Array(kept.joined(separator: "|").utf8)))
  }

  private static let owners = [
    "trainee", "resident", "fellow", "housestaff", "houseofficer", "employee", "person", "learner",
    "applicant", "current", "legal", "gme",
  ]

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func withoutParentheses(_ title: String) -> String {
    var depth = 0
    return String(
      title.filter { character in
        switch character {
        case "(", "[": depth += 1
        case ")", "]":
          depth -= 1
          return false
        default: break
        }
        return depth <= 0
      })
  }
}
