package import Kernel

/// How often a meeting comes round: on the same weekday each week, or on the weekday's same place
/// in each month, such as the second Tuesday.
package enum Recurrence: String, Sendable, CaseIterable {
  case weekly, monthly

  /// The most meetings that one series has.
  package static let most = 60

  /// The days from a first one to a last one.
  ///
  /// Where the first is the fifth of its weekday in the month, the last such weekday of each month
  /// is meant, because most months have no fifth.
  package func days(from first: Day, to last: Day) -> [Day] {
    var days: [Day] = []
    var next = first
    while next <= last, days.count < Self.most {
      days.append(next)
      next = self == .weekly ? next.adding(days: 7) : Self.sameWeekday(as: first, after: next)
    }
    return days
  }

  /// The day of the month after another day that has the weekday and place of the first.
  private static func sameWeekday(as first: Day, after day: Day) -> Day {
    let place = (first.parts.day - 1) / 7
    let (year, month, _) = day.parts
    let begin = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) ?? day
    let toWeekday = (first.weekday - begin.weekday + 7) % 7
    let wanted = begin.adding(days: toWeekday + 7 * place)
    return wanted.parts.month == begin.parts.month ? wanted : wanted.adding(days: -7)
  }
}

extension Day {
  /// The day of the week, from 0 for Sunday.
  package var weekday: Int { ((number + 4) % 7 + 7) % 7 }

  /// The names of the days of the week.
  package static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// `Tuesday, November 3, 2026`.
  package var weekdayWords: String { "\(Self.weekdays[weekday]), \(words)" }
}
