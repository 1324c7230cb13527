import Foundation
import Kernel

/// Days and moments as pages show them, in the institution's zone.
enum When {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `July 1, 2026`.
  static func day(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.parts
    return "\(months[month - 1]) \(dayOfMonth), \(year)"
  }

  /// `July 1, 2026, 4:12 pm`; the day alone says today and yesterday where it is.
  static func moment(_ instant: Instant, _ visit: Visit) -> String {
    let zone = visit.settings.timeZone
    let day = instant.day(in: zone)
    let (hour, minute) = instant.clock(in: zone)
    let clock =
      "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute) "
      + (hour < 12 ? "am" : "pm")
    switch visit.viewer.today.number - day.number {
    case 0: return "Today, \(clock)"
    case 1: return "Yesterday, \(clock)"
    default: return "\(Self.day(day)), \(clock)"
    }
  }

  /// `good morning`, by the institution's clock.
  static func greeting(_ visit: Visit) -> String {
    switch visit.viewer.now.clock(in: visit.settings.timeZone).hour {
    case 4..<12: "Good morning"
    case 12..<18: "Good afternoon"
    default: "Good evening"
    }
  }
}
