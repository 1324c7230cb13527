package import Kernel
import Roster
package import SQLStore

/// What someone is to do until a day. It comes up in every meeting until it is done.
package struct ActionItem: Sendable, Equatable {
  package let id: ID<ActionItem>
  /// The meeting in which it was agreed.
  package let meeting: ID<Meeting>
  package let organization: OrganizationID
  package let title: String
  package let owner: PersonID?
  /// Nil for someone who is not known here any more.
  package let ownerName: String?
  package let dueOn: Day
  package let isTraineesOnly: Bool
  package let doneAt: Instant?

  /// The names of the fields.
  package enum Field {
    /// What is to be done.
    package static let title = "title"
    /// By whom.
    package static let owner = "owner"
    /// Until when.
    package static let dueOn = "due_on"
    /// Whether it is for trainees alone.
    package static let isTraineesOnly = "trainees_only"
  }
}

extension ActionItem: SQLDecodable {
  /// Actions as a viewer finds them: with the meeting in which they were agreed.
  static func selection(_ viewer: Viewer) -> SQLQuery {
    """
    SELECT action_item.id AS id, action_item.meeting_id AS meeting_id,
      meeting.organization_id AS organization_id, action_item.title AS title,
      action_item.owner_id AS owner_id, directory_entry.name AS owner_name,
      action_item.due_on AS due_on, action_item.trainees_only AS trainees_only,
      action_item.done_at AS done_at
    FROM action_item JOIN meeting ON meeting.id = action_item.meeting_id
    JOIN organization ON organization.id = meeting.organization_id
    LEFT JOIN directory_entry ON directory_entry.person_id = action_item.owner_id
      AND \(Directory.visible(to: viewer))
    WHERE \(Meeting.visible(to: viewer))
      AND (action_item.trainees_only = \(false) OR \(TraineesOnly.admits(viewer)))
    """
  }

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), meeting: try row.id("meeting_id"),
      organization: try row.id("organization_id"), title: try row.text("title"),
      owner: try row.idOrNil("owner_id"), ownerName: try row.textOrNil("owner_name"),
      dueOn: try row.day("due_on"), isTraineesOnly: try row.boolean("trainees_only"),
      doneAt: try row.instantOrNil("done_at"))
  }

  /// What a meeting looks at: its own actions, and those of meetings before it that were not done
  /// when it began.
  package static func all(
    for meeting: Meeting, viewer: Viewer, reader: any SQLReader
  ) throws -> [ActionItem] {
    try reader.all(
      ActionItem.self,
      """
      \(selection(viewer)) AND meeting.organization_id = \(meeting.organization)
        AND (meeting.id = \(meeting.id) OR (meeting.begins_at < \(meeting.beginsAt)
          AND (action_item.done_at IS NULL OR action_item.done_at >= \(meeting.beginsAt))))
      ORDER BY action_item.due_on, action_item.id LIMIT 200
      """)
  }

  /// What the viewer has to do.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [ActionItem] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      ActionItem.self,
      """
      \(selection(viewer)) AND action_item.owner_id = \(person) AND action_item.done_at IS NULL
      ORDER BY action_item.due_on, action_item.id LIMIT 100
      """)
  }

  /// Who can be given something to do: those in a seat, the officers, and the viewer themselves.
  /// Whether others are members is nobody's to find out.
  package static func owners(
    in seen: SeenMeeting, viewer: Viewer, reader: any SQLReader
  ) throws -> [(id: PersonID, name: String)] {
    let today = viewer.today
    let able: SQLQuery =
      seen.meeting.isTraineesOnly
      ? """
      AND \(TraineesOnly.trains("directory_entry"))
        AND \(TraineesOnly.holdsNothing("directory_entry.person_id", on: today))
      """ : ""
    return try reader.rows(
      """
      SELECT directory_entry.person_id AS person_id, directory_entry.name AS name
      FROM directory_entry
      WHERE \(Directory.visible(to: viewer))
        AND (directory_entry.person_id = \(viewer.person) OR directory_entry.person_id IN (
          SELECT person_id FROM seating WHERE organization_id = \(seen.organization.id)
            AND \(Seating.holds(on: today))
          UNION SELECT person_id FROM officer WHERE organization_id = \(seen.organization.id)
            AND \(Officership.holds(on: today)))) \(able)
      ORDER BY directory_entry.sort_key, directory_entry.person_id LIMIT 300
      """
    ).map { (try $0.id("person_id"), try $0.text("name")) }
  }
}
