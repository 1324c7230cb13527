/// A year of training, named for the calendar year in which it begins.
package struct AcademicYear: Hashable, Comparable, Sendable {
  /// The calendar year of its first day.
  package let startYear: Int
  /// The month and day on which years begin; 1 July in the United States.
  package let start: Start

  /// The month and day on which academic years begin.
  package struct Start: Hashable, Sendable {
    package let month: Int
    package let day: Int

    /// - Returns: nil unless every year has that day.
    package init?(month: Int, day: Int) {
      guard Day(year: 2025, month: month, day: day) != nil else { return nil }
      self.month = month
      self.day = day
    }

    private init(fixedMonth: Int, day: Int) {
      self.month = fixedMonth
      self.day = day
    }

    /// 1 July.
    package static let july1 = Start(fixedMonth: 7, day: 1)
  }

  package init(startYear: Int, start: Start) {
    self.startYear = startYear
    self.start = start
  }

  /// The academic year that holds a day.
  package init(containing day: Day, start: Start) {
    let (year, month, dayOfMonth) = day.parts
    let begun = (month, dayOfMonth) >= (start.month, start.day)
    self.init(startYear: begun ? year : year - 1, start: start)
  }

  package static func < (left: AcademicYear, right: AcademicYear) -> Bool {
    left.startYear < right.startYear
  }

  /// The first day of the year.
  package var firstDay: Day {
    Day(year: startYear, month: start.month, day: start.day) ?? Day(number: 0)
  }

  /// The last day of the year.
  package var lastDay: Day { next.firstDay.adding(days: -1) }

  /// The year after this one.
  package var next: AcademicYear { AcademicYear(startYear: startYear + 1, start: start) }

  /// `2026–27`.
  package var name: String {
    "\(startYear)–" + Decimal.padded((startYear + 1) % 100, 2)
  }
}
