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

  /// `17:30`
  package var text: String {
    "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
