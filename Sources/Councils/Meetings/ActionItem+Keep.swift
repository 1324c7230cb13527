package import Kernel
import Roster
package import SQLStore

extension ActionItem {
  /// Gives someone something to do, while the meeting is in session.
  @discardableResult
  package static func add(
    _ draft: ActionDraft, in id: ID<Meeting>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<ActionItem> {
    let seen = try Meeting.run(id, viewer, writer)
    guard seen.meeting.state == .inSession else { throw MeetingRefusal.notInSession }
    let isTraineesOnly = draft.isTraineesOnly || seen.meeting.isTraineesOnly
    if isTraineesOnly, !seen.isAdmitted { throw MeetingRefusal.onlyTrainees }
    try refuseStranger(draft.owner, isTraineesOnly, seen, viewer, writer)
    let action: ID<ActionItem> = world.newID()
    try writer.execute(
      """
      INSERT INTO action_item (id, meeting_id, title, owner_id, due_on, trainees_only, added_at)
      VALUES (\(action), \(id), \(draft.title), \(draft.owner), \(draft.dueOn),
        \(isTraineesOnly), \(viewer.now))
      """)
    return action
  }

  /// Notes that it is done, or that it is not after all: its owner, or whoever runs the meetings.
  /// - Returns: the meeting in which it was agreed.
  @discardableResult
  package static func settle(
    _ id: ID<ActionItem>, _ isDone: Bool = true, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<Meeting> {
    let action = try writer.first(
      ActionItem.self, "\(selection(viewer)) AND action_item.id = \(id)")
    guard let action else { throw Absent() }
    let seen = try SeenMeeting.find(action.meeting, viewer: viewer, reader: writer)
    guard seen.runs || action.owner == viewer.person else {
      throw MeetingRefusal.onlyThoseWhoRun
    }
    let moment: Instant? = isDone ? viewer.now : nil
    try writer.execute("UPDATE action_item SET done_at = \(moment) WHERE id = \(id)")
    return action.meeting
  }

  private static func refuseStranger(
    _ owner: PersonID, _ isTraineesOnly: Bool, _ seen: SeenMeeting, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws {
    let owners = try owners(in: seen, viewer: viewer, reader: reader)
    guard let known = owners.first(where: { $0.id == owner }) else { throw Absent() }
    guard isTraineesOnly else { return }
    guard try TraineesOnly.among([owner], on: viewer.today, reader: reader).contains(owner)
    else { throw MeetingRefusal.ownerIsNobodyHere(name: known.name) }
  }
}
