package import Kernel
package import SQLStore

extension Rollover {
  /// How many days before the first day the office is reminded.
  package static let noticeDays = 30

  /// The year whose rollover is at hand: the coming one from thirty days before it, else the
  /// present one.
  package static func yearAtHand(on today: Day, start: AcademicYear.Start) -> AcademicYear {
    let present = AcademicYear(containing: today, start: start)
    let isSoon = present.next.firstDay.number - today.number <= noticeDays
    return isSoon ? present.next : present
  }

  /// The year for which the office has to do something; nil where nothing waits, or for those who
  /// do not keep the roster.
  ///
  /// A year in which the roster was first brought asks for nothing: all levels are of that year.
  package static func due(
    viewer: Viewer, start: AcademicYear.Start, reader: any SQLReader
  ) throws -> AcademicYear? {
    guard viewer.mayKeepRoster else { return nil }
    let year = yearAtHand(on: viewer.today, start: start)
    let first = year.firstDay
    let found = try reader.first(
      """
      SELECT 1 AS found FROM appointment
      WHERE starts_on < \(first.adding(days: -RolloverPlan.slack)) AND ends_on >= \(first)
        AND (level_since IS NULL OR level_since < \(first))
        AND standing NOT IN (\(list: AppointmentEnding.standings.map(\.rawValue)))
        AND NOT EXISTS (SELECT 1 FROM rollover WHERE first_day = \(first) AND state = 'done')
      LIMIT 1
      """)
    return found == nil ? nil : year
  }
}
