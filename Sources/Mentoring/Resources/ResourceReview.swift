package import Kernel
package import SQLStore

/// Which career resources wait to be looked over.
package struct ResourceReview: Sendable, Equatable {
  /// How many days before a review whoever answers for a resource is reminded.
  static let days = 14
  /// How many days after it the office is, where a department does not look it over.
  static let officeAfterDays = 30

  package let count: Int
  /// When the first of them was to be looked over, or is.
  package let first: Day

  /// Those of which the viewer is reminded; nil where there is none.
  package static func waiting(
    viewer: Viewer, reader: any SQLReader
  ) throws -> ResourceReview? {
    let keeper = try ResourceKeeper(viewer, reader)
    guard keeper.keepsSome else { return nil }
    let days = try reader.rows(
      """
      SELECT department_id, review_on FROM career_resource
      WHERE retired_at IS NULL AND review_on <= \(viewer.today.adding(days: days))
      """
    ).filter { row in
      try keeper.looksOver(
        what: row.idOrNil("department_id"), dueOn: row.day("review_on"), on: viewer.today)
    }.map { try $0.day("review_on") }
    return days.min().map { ResourceReview(count: days.count, first: $0) }
  }
}

extension ResourceKeeper {
  /// Whether they are reminded on a day of what a department answers for, or the office where it is
  /// nil.
  fileprivate func looksOver(
    what department: DepartmentID?, dueOn day: Day, on today: Day
  ) -> Bool {
    guard keeps(of: department) else { return false }
    let isOwn = department.map(departments.contains) ?? keepsAll
    let first = day.adding(days: isOwn ? -ResourceReview.days : ResourceReview.officeAfterDays)
    return first <= today
  }
}

extension CareerResource {
  /// Whether someone who keeps it is reminded to look it over.
  package func isForReview(by keeper: ResourceKeeper, on today: Day) -> Bool {
    !isRetired && keeper.looksOver(what: department, dueOn: reviewOn, on: today)
  }
}
