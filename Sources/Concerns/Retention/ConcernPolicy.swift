package import Kernel
package import SQLStore

/// How long concerns are kept, apart from how far they are; and how long a writer may object.
package struct ConcernPolicy: Sendable, Equatable {
  /// Months after a concern was resolved; nil for ever.
  package var keepMonths: Int?
  /// Business days in which a writer may object to a summary.
  package var objectDays: Int
  /// Since when nothing at all is erased; nil where the rule runs.
  package let heldOn: Day?
  /// Why.
  package let heldBecause: String

  /// The names of the fields.
  package enum Field {
    /// Months.
    package static let months = "months"
    /// Business days to object.
    package static let objectDays = "object-days"
    /// Why nothing is erased.
    package static let because = "because"
  }

  /// What holds; until an institution decides otherwise everything is kept.
  package init(reader: any SQLReader) throws {
    let row = try reader.first(
      """
      SELECT keep_months, object_days, held_on, held_because FROM concern_policy WHERE id = 1
      """)
    keepMonths = try row?.integerOrNil("keep_months")
    objectDays = try row?.integer("object_days") ?? 10
    heldOn = try row?.dayOrNil("held_on")
    heldBecause = try row?.textOrNil("held_because") ?? ""
  }

  /// What holds with other numbers, as they were typed.
  package func changed(typed: @escaping (String) -> String) throws(Problems) -> ConcernPolicy {
    var fields = TypedFields(typed)
    let months = fields.numberOrNil(
      Field.months, in: 1...240, "Write a number of months from 1 to 240, or nothing.")
    let days = fields.number(
      Field.objectDays, in: 1...60, "Write a number of business days from 1 to 60.")
    try fields.problems.throwIfAny()
    var policy = self
    policy.keepMonths = months
    policy.objectDays = days ?? objectDays
    return policy
  }

  /// The last day on which a concern was resolved that is old enough to be erased; nil for none.
  func lastDay(on today: Day) -> Day? {
    guard heldOn == nil else { return nil }
    return keepMonths.map { today.adding(months: -$0) }
  }
}
