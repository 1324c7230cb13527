package import Kernel
import Roster
package import SQLStore

/// Reminds directors who have not decided.
package enum Reminders {
  /// After so many reminders the official sees the director as silent.
  package static let most = 2

  /// Reminds the directors of nominations that wait for as many days as the institution has set
  /// since they were asked last.
  /// - Returns: how many nominations were reminded of.
  @discardableResult
  package static func send(
    on today: Day, at now: Instant, in world: World, writer: any SQLWriter
  ) throws -> Int {
    let settings = try Settings(reader: writer)
    let awaiting = try writer.all(
      Awaiting.self,
      """
      SELECT \(Nomination.columns), nomination.reminded_on AS reminded_on,
        directory_entry.program_id AS program_id
      FROM nomination JOIN directory_entry ON directory_entry.person_id = nomination.person_id
      WHERE nomination.state = 'awaiting' AND directory_entry.program_id IS NOT NULL
      ORDER BY nomination.id
      """)
    var count = 0
    for waiting in awaiting {
      let since =
        waiting.remindedOn ?? waiting.nomination.putForwardAt.day(in: settings.timeZone)
      guard since.adding(days: settings.reminderDays) <= today else { continue }
      let organization = try Organization.named(waiting.nomination.organization, writer)
      try NominationNotice(waiting.nomination, organization, world, writer)
        .reminds(directorsOf: waiting.program, on: today)
      try writer.execute(
        """
        UPDATE nomination SET reminded_on = \(today), reminders = reminders + 1
        WHERE id = \(waiting.nomination.id)
        """)
      count += 1
    }
    return count
  }

  private struct Awaiting: SQLDecodable {
    let nomination: Nomination
    let remindedOn: Day?
    let program: ProgramID

    init(row: SQLRow) throws {
      nomination = try Nomination(row: row)
      remindedOn = try row.dayOrNil("reminded_on")
      program = try row.id("program_id")
    }
  }
}
