/// A moment, in milliseconds since 1 January 1970 UTC.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1 January 1970 UTC.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment so many seconds later, or earlier where negative.
  package func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// Seconds from another moment to this one, rounded down.
  package func seconds(since earlier: Instant) -> Int {
    Int((milliseconds - earlier.milliseconds) / 1000)
  }
}

extension Instant {
  /// UTC text of fixed width, `2026-11-21T21:48:42.123Z`: sorts as time does.
  package var text: String {
    let dayNumber = milliseconds.floorDivided(by: 86_400_000)
    let rest = milliseconds - dayNumber * 86_400_000
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map {
      Decimal.padded(Int($0), 2)
    }
    let day = Day(number: Int(dayNumber)).text
    return "\(day)T\(clock.joined(separator: ":")).\(Decimal.padded(Int(rest % 1000), 3))Z"
  }

  /// Reads what ``text`` wrote.
  package init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
      let day = Day(text: String(text.prefix(10))),
      let hour = Decimal.number(bytes[11..<13]), let minute = Decimal.number(bytes[14..<16]),
      let second = Decimal.number(bytes[17..<19]), let rest = Decimal.number(bytes[20..<23])
    else { return nil }
    let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(seconds) * 1000 + Int64(rest))
  }
}

extension Int64 {
  func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// Decimal numbers of fixed width.
enum Decimal {
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return bytes.isEmpty ? nil : number
  }
}
