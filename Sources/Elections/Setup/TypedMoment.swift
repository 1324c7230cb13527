package import Foundation
package import Kernel

/// A moment as people type it: day and time on the institution's clock, without a zone.
package enum TypedMoment {
  /// Reads `2026-11-02T09:00`, as browsers send it, also with a space between.
  ///
  /// A time that daylight saving skips is the moment of the jump; of one that comes twice, the
  /// first is meant.
  package static func instant(_ text: String, in zone: TimeZone) -> Instant? {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(text: String(parts[0])), day >= .earliestTyped,
      day <= .latestTyped
    else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(clock.count), clock.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(clock[0]), let minute = Int(clock[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return day.instant(hour: hour, minute: minute, in: zone)
  }

  /// What ``instant(_:in:)`` reads.
  package static func text(_ instant: Instant, in zone: TimeZone) -> String {
    let clock = instant.clock(in: zone)
    return "\(instant.day(in: zone).text)T\(two(clock.hour)):\(two(clock.minute))"
  }

  /// The moment in words: `November 2, 2026, 9:00 am`.
  package static func words(_ instant: Instant, in zone: TimeZone) -> String {
    let clock = instant.clock(in: zone)
    let hour = clock.hour % 12 == 0 ? 12 : clock.hour % 12
    let half = clock.hour < 12 ? "am" : "pm"
    return "\(instant.day(in: zone).words), \(hour):\(two(clock.minute)) \(half)"
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
