package import Kernel
package import SQLStore

/// The days on which people are expected to answer: neither weekends nor closed days.
package struct BusinessDays: Sendable, Equatable {
  private let closed: Set<Day>

  package init(closed: Set<Day>) {
    self.closed = closed
  }

  /// Those of the institution.
  package init(reader: any SQLReader) throws {
    var closed: Set<Day> = []
    try reader.forEach("SELECT day FROM closed_day") { closed.insert(try $0.day("day")) }
    self.init(closed: closed)
  }

  /// Whether it is one.
  package func contains(_ day: Day) -> Bool {
    // Day 0 was a Thursday.
    let weekday = ((day.number + 4) % 7 + 7) % 7
    return weekday != 0 && weekday != 6 && !closed.contains(day)
  }

  /// The business day that comes so many of them after a day; the same day for none.
  ///
  /// Should everything be closed for a year, it ends there.
  package func adding(_ count: Int, to day: Day) -> Day {
    var (day, left) = (day, count)
    let last = day.adding(days: 366 + 2 * count)
    while left > 0, day < last {
      day = day.adding(days: 1)
      if contains(day) { left -= 1 }
    }
    return day
  }

  /// How many come after one day and until another one, that day included.
  package func count(after first: Day, until last: Day) -> Int {
    guard first < last else { return 0 }
    return (first.number + 1...last.number).count { contains(Day(number: $0)) }
  }
}
