/// Numbers with leading zeros.
enum Padded {
  /// A number with at least so many digits, its sign before them.
  static func text(_ number: Int, _ digits: Int) -> String {
    let plain = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, digits - plain.utf8.count))
    return (number < 0 ? "-" : "") + zeros + plain
  }
}
