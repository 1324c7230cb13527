/// The order of codes that people expect: letters by their bytes, numbers by their size.
enum NaturalOrder {
  /// Whether one code stands before another: "PGY2" before "PGY10".
  static func precedes(_ one: String, _ other: String) -> Bool {
    var (left, right) = (Substring(one).utf8, Substring(other).utf8)
    while let first = left.first, let second = right.first {
      if isDigit(first), isDigit(second) {
        let (number, otherNumber) = (digits(of: &left), digits(of: &right))
        if number.count != otherNumber.count { return number.count < otherNumber.count }
        if !number.elementsEqual(otherNumber) {
          return number.lexicographicallyPrecedes(otherNumber)
        }
      } else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
      }
    }
    // Alike up to leading zeros: shorter first, then by bytes, so that the order is one.
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Takes digits off the front, without leading zeros.
  private static func digits(of text: inout Substring.UTF8View) -> Substring.UTF8View {
    let run = text.prefix(while: isDigit)
    text = text[run.endIndex...]
    return run[(run.firstIndex { $0 != 48 } ?? run.endIndex)...]
  }
}
