import Foundation
package import Kernel
package import SQLStore

/// Tells those who can ask or rank for themselves, and reminds those who have not, twice.
package enum ChoosingReminder {
  /// After how many days from the first on which they can choose, or from the last on which what
  /// they chose came to nothing; nobody is reminded a third time.
  static let days = (first: 7, last: 14)

  /// Tells whoever can choose since the day before, and reminds whoever is due.
  /// - Returns: how many people were reminded.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let zone = try Settings(reader: writer).timeZone
    let today = world.now().day(in: zone)
    try Choosing.forgetStuck(on: today, writer)
    try Choosing.tell(on: today, world, writer)
    let late = try writer.rows(
      """
      \(Choosing.freeMentors)
      SELECT own.id AS enrollment_id, own.person_id AS person_id,
        own.chooses_since AS chooses_since, own.choosing_reminders AS reminders,
        (SELECT max(answered_at) FROM mentoring_request
          WHERE mentoring_request.mentee_id = own.id) AS answered_at,
        (SELECT max(ended_on) FROM mentoring_pair
          WHERE mentoring_pair.cycle_id = own.cycle_id
            AND mentoring_pair.mentee_id = own.person_id) AS ended_on,
        \(MentoringCycle.columns)
      FROM \(Choosing.people)
      WHERE own.choosing_reminders < 2 AND own.chooses_since <= \(today.adding(days: -days.first))
        AND \(Choosing.waits(on: today))
      ORDER BY own.id
      """
    ).map { try Waiting($0, on: today, in: zone) }.filter(\.isDue)
    for one in late { try one.remind(in: world, writer) }
    return late.count
  }
}

/// Someone who has not chosen.
private struct Waiting {
  let enrollment: ID<Enrollment>
  let person: PersonID
  let cycle: MentoringCycle
  /// For how many days they could have chosen.
  let days: Int
  /// How often they were reminded.
  let reminders: Int

  init(_ row: SQLRow, on today: Day, in zone: TimeZone) throws {
    enrollment = try row.id("enrollment_id")
    person = try row.id("person_id")
    cycle = try MentoringCycle(row: row)
    reminders = try row.integer("reminders")
    let moments = [
      try row.day("chooses_since"), try row.instantOrNil("answered_at")?.day(in: zone),
      try row.dayOrNil("ended_on"),
    ]
    days = moments.compactMap(\.self).max().map { today.number - $0.number } ?? 0
  }

  var isDue: Bool {
    days >= (reminders == 0 ? ChoosingReminder.days.first : ChoosingReminder.days.last)
  }

  func remind(in world: World, _ writer: any SQLWriter) throws {
    guard let reminder = cycle.plan.mode.reminder else { return }
    let count = days >= ChoosingReminder.days.last ? 2 : 1
    try writer.execute(
      "UPDATE mentoring_enrollment SET choosing_reminders = \(count) WHERE id = \(enrollment)")
    try Notice.tell(
      person, Notice.News(.mentoring, "In “\(cycle.title)” \(reminder)", path: cycle.path),
      in: world, writer: writer)
  }
}
