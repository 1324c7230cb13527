package import Kernel
package import SQLStore

/// Reminds those who can ask or rank for themselves and have not, twice.
package enum ChoosingReminder {
  /// After how many days from the first on which they can; nobody is reminded a third time.
  static let days = (first: 7, last: 14)

  /// Reminds whoever is due.
  /// - Returns: how many people were reminded.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let today = world.now().day(in: try Settings(reader: writer).timeZone)
    let (first, last) = (today.adding(days: -days.first), today.adding(days: -days.last))
    let late = try writer.rows(
      """
      SELECT own.id AS enrollment_id, own.person_id AS person_id,
        own.chooses_since AS chooses_since, \(MentoringCycle.columns)
      FROM mentoring_enrollment AS own
      JOIN mentoring_cycle ON mentoring_cycle.id = own.cycle_id
      JOIN directory_entry ON directory_entry.person_id = own.person_id
        AND directory_entry.presence = 'current'
      WHERE ((own.choosing_reminders = 0 AND own.chooses_since <= \(first))
          OR (own.choosing_reminders = 1 AND own.chooses_since <= \(last)))
        AND \(Choosing.waits(on: today))
      ORDER BY own.id
      """)
    for row in late {
      let reminders = try row.day("chooses_since") <= last ? 2 : 1
      try remind(row, counting: reminders, in: world, writer)
    }
    return late.count
  }

  private static func remind(
    _ row: SQLRow, counting reminders: Int, in world: World, _ writer: any SQLWriter
  ) throws {
    let cycle = try MentoringCycle(row: row)
    let enrollment: ID<Enrollment> = try row.id("enrollment_id")
    guard let reminder = cycle.plan.mode.reminder else { return }
    try writer.execute(
      """
      UPDATE mentoring_enrollment SET choosing_reminders = \(reminders) WHERE id = \(enrollment)
      """)
    try Notice.tell(
      try row.id("person_id"),
      Notice.News(.mentoring, "In “\(cycle.title)” \(reminder)", path: cycle.path), in: world,
      writer: writer)
  }
}
