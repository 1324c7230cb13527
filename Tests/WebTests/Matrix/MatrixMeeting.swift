import Councils
import Kernel
import RosterTestSupport
import SQLStore

/// A meeting of the matrix's council that is in session, with an item and an action of the officer.
struct MatrixMeeting: Sendable {
  let meeting: ID<Meeting>
  let item: ID<AgendaItem>
  let action: ID<ActionItem>
  let officer: PersonID

  static func begin(in id: OrganizationID, on stage: Stage) async throws -> MatrixMeeting {
    let (cast, world) = (stage.cast, stage.world)
    return try await stage.act(as: cast.faculty) { viewer, writer in
      let meeting = try Meeting.plan(
        MeetingDraft(title: "Monthly", day: viewer.today, clock: .noon), in: id, by: viewer,
        at: world, writer: writer)
      return MatrixMeeting(
        meeting: meeting, item: world.newID(), action: world.newID(), officer: cast.faculty)
    }
  }

  /// Takes back what the request before may have done.
  func restore(_ writer: any SQLWriter) throws {
    let begins = TestWorld.now.adding(seconds: 600)
    try writer.execute("DELETE FROM meeting WHERE id <> \(meeting)")
    try writer.execute(
      """
      UPDATE meeting SET state = 'in_session', begins_at = \(begins),
        ends_at = \(begins.adding(seconds: 3600))
      """)
    try writer.execute("DELETE FROM agenda_item")
    try writer.execute(
      """
      INSERT INTO agenda_item (id, meeting_id, position, title, details, trainees_only, added_by,
        added_at)
      VALUES (\(item), \(meeting), 1, 'Parking', '', \(false), \(officer), \(TestWorld.now))
      """)
    try writer.execute("DELETE FROM action_item")
    try writer.execute(
      """
      INSERT INTO action_item (id, meeting_id, title, owner_id, due_on, trainees_only, added_at)
      VALUES (\(action), \(meeting), 'Ask', \(officer), '2026-11-09', \(false), \(TestWorld.now))
      """)
    try writer.execute("DELETE FROM meeting_code_try")
  }

  /// What stands in an address; nil for other addresses.
  func argument(of pattern: String) -> String? {
    if pattern.hasPrefix("/meetings") { return meeting.text }
    if pattern.hasPrefix("/agenda-items") { return item.text }
    if pattern.hasPrefix("/actions") { return action.text }
    return nil
  }
}
