package import Kernel

/// The days of a seat's term: from a first day to the end of an academic year.
package struct SeatTerm: Sendable, Equatable {
  package let startsOn: Day
  package let endsOn: Day

  /// The rest of somebody's term.
  init(from first: Day, to last: Day) {
    startsOn = first
    endsOn = last
  }

  /// The term that begins on a day and lasts so many academic years; a year that has begun counts
  /// as one.
  package init(from first: Day, years: Int, start: AcademicYear.Start) {
    let year = AcademicYear(containing: first, start: start)
    startsOn = first
    endsOn =
      AcademicYear(startYear: year.startYear + years - 1, start: start).lastDay
  }
}
