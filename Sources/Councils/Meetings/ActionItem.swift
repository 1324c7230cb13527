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

/// An action as typed into a form.
package struct ActionDraft: Sendable, Equatable {
  package var title: String
  package var owner: PersonID
  package var dueOn: Day
  package var isTraineesOnly: Bool

  package init(title: String, owner: PersonID, dueOn: Day, isTraineesOnly: Bool = false) {
    self.title = title
    self.owner = owner
    self.dueOn = dueOn
    self.isTraineesOnly = isTraineesOnly
  }

  /// Reads what was typed.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(
      ActionItem.Field.title, most: 300, "Write what is to be done.")
    let owner = fields.id(ActionItem.Field.owner, PersonID.self, "Choose who does it.")
    let dueOn = fields.requiredDay(ActionItem.Field.dueOn, "Write until when.")
    try fields.problems.throwIfAny()
    guard let title, let owner, let dueOn else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      title: title, owner: owner, dueOn: dueOn,
      isTraineesOnly: typed(ActionItem.Field.isTraineesOnly) == OrganizationDraft.Field.yes)
  }
}

extension ActionItem: SQLDecodable {
  /// Actions as a viewer finds them: with the meeting in which they were agreed.
  static func selection(_ viewer: Viewer) -> SQLQuery {
    """
    SELECT action_item.id AS id, action_item.meeting_id AS meeting_id,
      meeting.organization_id AS organization_id, action_item.title AS title,
      action_item.owner_id AS owner_id, owner.name AS owner_name,
      action_item.due_on AS due_on, action_item.trainees_only AS trainees_only,
      action_item.done_at AS done_at
    FROM action_item JOIN meeting ON meeting.id = action_item.meeting_id
    JOIN organization ON organization.id = meeting.organization_id
    LEFT JOIN directory_entry AS owner ON owner.person_id = action_item.owner_id
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
      WHERE (directory_entry.person_id = \(viewer.person) OR directory_entry.person_id IN (
          SELECT person_id FROM seating WHERE organization_id = \(seen.organization.id)
            AND \(Seating.holds(on: today))
          UNION SELECT person_id FROM officer WHERE organization_id = \(seen.organization.id)
            AND \(Officership.holds(on: today)))) \(able)
      ORDER BY directory_entry.sort_key, directory_entry.person_id LIMIT 300
      """
    ).map { (try $0.id("person_id"), try $0.text("name")) }
  }

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
