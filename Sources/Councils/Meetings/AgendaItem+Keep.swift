package import Kernel
import Roster
package import SQLStore

extension AgendaItem {
  /// Puts something on the agenda, at its end.
  @discardableResult
  package static func add(
    _ draft: AgendaDraft, to id: ID<Meeting>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws -> ID<AgendaItem> {
    let seen = try SeenMeeting.find(id, viewer: viewer, reader: writer)
    guard seen.takesPart || seen.runs else { throw MeetingRefusal.onlyThoseWhoTakePart }
    guard seen.meeting.isOpen else { throw MeetingRefusal.isOver }
    if draft.isTraineesOnly, !seen.isAdmitted { throw MeetingRefusal.onlyTrainees }
    // Those who read the item alone are counted, so that a refusal says nothing of the others.
    guard try all(of: seen, viewer: viewer, reader: writer).count < most else {
      throw MeetingRefusal.agendaIsFull
    }
    let item: ID<AgendaItem> = world.newID()
    let isTraineesOnly = draft.isTraineesOnly || seen.meeting.isTraineesOnly
    try writer.execute(
      """
      INSERT INTO agenda_item (id, meeting_id, position, title, details, minutes, trainees_only,
        added_by, added_at)
      SELECT \(item), \(id), coalesce(max(position), 0) + 1, \(draft.title), \(draft.details),
        \(draft.minutes), \(isTraineesOnly), \(viewer.person), \(viewer.now)
      FROM agenda_item WHERE meeting_id = \(id)
      """)
    return item
  }

  /// Moves an item before the one above it, or behind the one below it, among those that the viewer
  /// reads.
  /// - Returns: the meeting.
  @discardableResult
  package static func move(
    _ id: ID<AgendaItem>, up: Bool, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<Meeting> {
    let (item, seen, agenda) = try find(id, viewer, writer)
    guard seen.runs else { throw MeetingRefusal.onlyThoseWhoRun }
    guard seen.meeting.isOpen else { throw MeetingRefusal.isOver }
    guard let place = agenda.firstIndex(where: { $0.id == id }) else { throw Absent() }
    let other = up ? place - 1 : place + 1
    guard agenda.indices.contains(other) else { return item.meeting }
    let positions = try writer.rows(
      """
      SELECT id, position FROM agenda_item WHERE id IN (\(list: [id, agenda[other].id]))
      """)
    for row in positions {
      let neighbor = try row.text("id") == id.text ? agenda[other].id : id
      try writer.execute(
        "UPDATE agenda_item SET position = \(try row.integer("position")) WHERE id = \(neighbor)")
    }
    return item.meeting
  }

  /// Takes an item off the agenda: whoever runs the meeting, or added it.
  /// - Returns: the meeting.
  @discardableResult
  package static func remove(
    _ id: ID<AgendaItem>, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<Meeting> {
    let (item, seen, _) = try find(id, viewer, writer)
    guard seen.runs || item.isOwn else { throw MeetingRefusal.onlyThoseWhoRun }
    guard seen.meeting.isOpen else { throw MeetingRefusal.isOver }
    try writer.execute("DELETE FROM agenda_item WHERE id = \(id)")
    return item.meeting
  }

  private static func find(
    _ id: ID<AgendaItem>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (item: AgendaItem, seen: SeenMeeting, agenda: [AgendaItem]) {
    let row = try reader.first("SELECT meeting_id FROM agenda_item WHERE id = \(id)")
    guard let row else { throw Absent() }
    let seen = try SeenMeeting.find(
      try row.id("meeting_id"), viewer: viewer, reader: reader)
    let agenda = try all(of: seen, viewer: viewer, reader: reader)
    guard let item = agenda.first(where: { $0.id == id }) else { throw Absent() }
    return (item, seen, agenda)
  }
}
