/// A time of the day on a clock, without a zone.
package struct ClockTime: Sendable, Hashable {
  package let hour: Int
  package let minute: Int

  /// - Returns: nil unless a clock shows it.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  private init(fixedHour hour: Int) {
    self.hour = hour
    minute = 0
  }

  /// Twelve o'clock.
  package static let noon = ClockTime(fixedHour: 12)

  /// Reads `17:30` or `7:05`.
  package init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), let hour = Int(parts[0]),
      let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// `5:30 pm`
  package var words: String {
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    return "\(twelve):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
  }

  /// `17:30`
  package var text: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}

extension TypedFields {
  /// A time of day that may not be left empty.
  package mutating func clock(_ field: String) -> ClockTime? {
    let before = problems
    let line = required(field, most: 20, "Write when it begins, as in 17:30.")
    guard problems == before, let line else { return nil }
    guard let clock = ClockTime(text: line) else {
      add(field, "Write hours and minutes, as in 17:30.")
      return nil
    }
    return clock
  }
}
