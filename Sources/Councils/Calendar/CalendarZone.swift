import Foundation
import Kernel

/// A zone as a calendar describes it: each change of its clocks within the years of the events.
struct CalendarZone {
  private let zone: TimeZone
  private let first: Date
  private let last: Date

  init(_ calendar: CalendarText) {
    zone = calendar.zone
    let year = 365.0 * 86_400
    let begins = calendar.events.map(\.beginsAt.milliseconds)
    let ends = calendar.events.map(\.endsAt.milliseconds)
    first = Date(timeIntervalSince1970: Double(begins.min() ?? 0) / 1000 - year)
    last = Date(timeIntervalSince1970: Double(ends.max() ?? 0) / 1000 + year)
  }

  /// The component; one observance stands for all that was before the first change.
  var lines: [String] {
    let offset = zone.secondsFromGMT(for: first)
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(zone.identifier)"]
    lines += observance(
      zone.isDaylightSavingTime(for: first), at: "19700101T000000", from: offset, to: offset)
    var moment = first
    while let change = zone.nextDaylightSavingTimeTransition(after: moment), change <= last {
      let before = zone.secondsFromGMT(for: change.addingTimeInterval(-1))
      let local = Instant(milliseconds: Int64(change.timeIntervalSince1970 * 1000))
        .adding(seconds: before)
      lines += observance(
        zone.isDaylightSavingTime(for: change), at: String(CalendarText.utc(local).dropLast()),
        from: before, to: zone.secondsFromGMT(for: change))
      moment = change
    }
    return lines + ["END:VTIMEZONE"]
  }

  private func observance(
    _ isDaylight: Bool, at start: String, from before: Int, to after: Int
  ) -> [String] {
    let kind = isDaylight ? "DAYLIGHT" : "STANDARD"
    return [
      "BEGIN:\(kind)", "DTSTART:\(start)", "TZOFFSETFROM:\(Self.offset(before))",
      "TZOFFSETTO:\(Self.offset(after))", "END:\(kind)",
    ]
  }

  /// `-0500`
  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
  }
}
