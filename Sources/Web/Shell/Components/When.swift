import Foundation
import Kernel

/// Days and moments as pages show them, in the institution's zone.
enum When {
  /// `July 1, 2026`.
  static func day(_ day: Day) -> String { day.words }

  /// `Jul 1`, where the year is plain.
  static func shortDay(_ day: Day) -> String { "\(shortMonth(day)) \(day.parts.day)" }

  /// `Jul`, for a leaf of a calendar.
  static func shortMonth(_ day: Day) -> String { String(Day.months[day.parts.month - 1].prefix(3)) }

  /// `July 1, 2026, 4:12 pm`, or `Today, 4:12 pm`, where nothing stands before it.
  static func moment(_ instant: Instant, _ visit: Visit) -> String {
    let words = within(instant, visit)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The same inside a sentence: `today, 4:12 pm`.
  static func within(_ instant: Instant, _ visit: Visit) -> String {
    let zone = visit.settings.timeZone
    let day = instant.day(in: zone)
    let (hour, minute) = instant.clock(in: zone)
    let clock =
      "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute) "
      + (hour < 12 ? "am" : "pm")
    switch visit.viewer.today.number - day.number {
    case 0: return "today, \(clock)"
    case 1: return "yesterday, \(clock)"
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
