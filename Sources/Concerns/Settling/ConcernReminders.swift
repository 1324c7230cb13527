import Kernel
import SQLStore

/// Reminds those who handle concerns of what was promised, and others of what is late.
enum ConcernReminders {
  /// Business days behind a promise after which others hear of it.
  static let grace = 3

  private static let due =
    "Something that you promised in concerns is due by the end of the next business day."

  /// The day's work, repeatable: each promise is said once before it is due, and once when it is
  /// late.
  static func send(on today: Day, in world: World, _ writer: any SQLWriter) throws {
    let days = try BusinessDays(reader: writer)
    try remind(until: days.adding(1, to: today), in: world, writer)
    try escalate(on: today, days, in: world, writer)
  }

  /// Whoever sees to a concern, or all who read it, and each of them once for all of a morning.
  private static func remind(
    until last: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let waiting = try waiting("\(Concern.dueColumn) <= \(last)", "reminded_for", writer)
    guard !waiting.isEmpty else { return }
    let assigned = waiting.compactMap(\.assignee)
    let open = waiting.filter { $0.assignee == nil }.map(\.id)
    let people = Set(assigned).union(try ConcernNews.readers(of: open, writer))
    try ConcernNews.tell(people.sorted(), due, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET reminded_for = \(Concern.dueColumn)
      WHERE id IN (\(list: waiting.map(\.id)))
      """)
  }

  /// Those who answer for a group, once for all of a morning.
  private static func escalate(
    on today: Day, _ days: BusinessDays, in world: World, _ writer: any SQLWriter
  ) throws {
    let late = try waiting("\(Concern.dueColumn) < \(today)", "escalated_for", writer)
      .filter { days.count(after: $0.due, until: today) > grace }
    guard !late.isEmpty else { return }
    let groups = try writer.all(
      HandlingGroup.self,
      """
      SELECT \(HandlingGroup.columns) FROM handling_group
      WHERE id IN (\(list: Set(late.map(\.group)).sorted())) ORDER BY id
      """)
    for group in groups { try ConcernNews.late(in: group, in: world, writer) }
    try writer.execute(
      """
      UPDATE concern SET escalated_for = \(Concern.dueColumn)
      WHERE id IN (\(list: late.map(\.id)))
      """)
  }

  private struct Waiting {
    let id: ID<Concern>
    let group: ID<HandlingGroup>
    let assignee: PersonID?
    let due: Day
  }

  /// Open concerns whose clocks run and of whose promise nobody was told yet.
  private static func waiting(
    _ condition: SQLQuery, _ told: StaticString, _ reader: any SQLReader
  ) throws -> [Waiting] {
    try reader.rows(
      """
      SELECT concern.id AS id, concern.group_id AS group_id, concern.assigned_to AS assigned_to,
        \(Concern.dueColumn) AS due
      FROM concern
      WHERE \(Concern.openOnes) AND concern.paused_on IS NULL AND \(condition)
        AND coalesce(concern.\(literal: told), '') <> \(Concern.dueColumn)
      ORDER BY concern.id
      """
    ).map { row in
      Waiting(
        id: try row.id("id"), group: try row.id("group_id"),
        assignee: try row.idOrNil("assigned_to"), due: try row.day("due"))
    }
  }
}
