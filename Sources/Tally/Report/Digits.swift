/// Writes numbers in decimal digits straight behind other bytes.
enum Digits {
  /// The most digits that a 64-bit number has.
  private static let mostDigits = 20

  /// A whole number.
  static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    write(UInt64(number.magnitude), point: 0, to: &bytes)
  }

  /// A decimal with all places of its rule.
  static func write(_ amount: Amount, to bytes: inout [UInt8]) {
    guard let magnitude = UInt64(exactly: amount.units.magnitude), amount.places < mostDigits
    else {
      bytes += amount.description.utf8
      return
    }
    if amount.units < 0 { bytes.append(UInt8(ascii: "-")) }
    write(magnitude, point: max(0, amount.places), to: &bytes)
  }

  /// Digits, so many of them behind a point; at least one stands before it.
  private static func write(_ number: UInt64, point places: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var left = number
    var written = 0
    repeat {
      if written == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
      let (rest, digit) = left.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      left = rest
      written += 1
    } while left > 0 || written <= places
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }
}
