package import Kernel
package import SQLStore

/// Something that a meeting is to talk about, or that it asked someone to do, as another part
/// refers to it.
package struct MeetingTopic: Sendable, Equatable {
  /// By what others keep it.
  package let key: Key
  /// The meeting on whose agenda it is, or in which it was agreed.
  package let meeting: ID<Meeting>
  package let title: String
  /// The day of the meeting, or until when it is to be done.
  package let day: Day

  /// Which agenda item or action it is: that it exists says nothing of what it is called.
  package enum Key: Hashable, Sendable {
    case agenda(ID<AgendaItem>)
    case action(ID<ActionItem>)

    /// Its text, as a form carries it.
    package var text: String {
      switch self {
      case .agenda(let id): "agenda \(id.text)"
      case .action(let id): "action \(id.text)"
      }
    }
  }

  /// The agenda items of meetings to come and the actions that are not done, as the viewer finds
  /// them; of one organization or of all.
  package static func current(
    of organization: OrganizationID?, viewer: Viewer, reader: any SQLReader
  ) throws -> [MeetingTopic] {
    let place: SQLQuery = organization.map { "meeting.organization_id = \($0)" } ?? "1 = 1"
    return try agenda(
      "\(place) AND meeting.state IN ('planned', 'in_session')", viewer, reader)
      + actions("\(place) AND action_item.done_at IS NULL", viewer, reader)
  }

  /// Those of some texts of keys that the viewer finds.
  package static func named(
    _ texts: [String], viewer: Viewer, reader: any SQLReader
  ) throws -> [MeetingTopic] {
    guard !texts.isEmpty else { return [] }
    let ids = texts.compactMap { $0.split(separator: " ").last.map(String.init) }
    return try agenda("agenda_item.id IN (\(list: ids))", viewer, reader)
      + actions("action_item.id IN (\(list: ids))", viewer, reader)
  }

  private static let most = 100

  private static func agenda(
    _ condition: SQLQuery, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [MeetingTopic] {
    try reader.rows(
      """
      SELECT agenda_item.id AS item_id, agenda_item.title AS item_title, \(Meeting.columns)
      FROM agenda_item JOIN meeting ON meeting.id = agenda_item.meeting_id
      JOIN organization ON organization.id = meeting.organization_id
      WHERE \(Meeting.visible(to: viewer)) AND \(condition)
        AND (agenda_item.trainees_only = \(false) OR \(TraineesOnly.admits(viewer)))
      ORDER BY meeting.begins_at, agenda_item.position, agenda_item.id LIMIT \(most)
      """
    ).map { row in
      let meeting = try Meeting(row: row)
      return MeetingTopic(
        key: .agenda(try row.id("item_id")), meeting: meeting.id,
        title: try row.text("item_title"),
        day: meeting.beginsAt.day(in: meeting.zone))
    }
  }

  private static func actions(
    _ condition: SQLQuery, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [MeetingTopic] {
    try reader.all(
      ActionItem.self,
      """
      \(ActionItem.selection(viewer)) AND \(condition)
      ORDER BY action_item.due_on, action_item.id LIMIT \(most)
      """
    ).map { action in
      MeetingTopic(
        key: .action(action.id), meeting: action.meeting, title: action.title,
        day: action.dueOn)
    }
  }
}
