package import Kernel
import Roster
package import SQLStore

/// Something that a meeting is to talk about.
package struct AgendaItem: Sendable, Equatable {
  package let id: ID<AgendaItem>
  package let meeting: ID<Meeting>
  package let title: String
  package let details: String
  /// The time box; nil where there is none.
  package let minutes: Int?
  package let isTraineesOnly: Bool
  /// Who added it; nil for someone who does not belong to the organization any more.
  package let author: String?
  package let isOwn: Bool

  /// The most items of a meeting.
  package static let most = 50
  /// The most minutes of a time box.
  package static let boxes = 1...240
}

extension AgendaItem: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), meeting: try row.id("meeting_id"), title: try row.text("title"),
      details: try row.text("details"), minutes: try row.integerOrNil("minutes"),
      isTraineesOnly: try row.boolean("trainees_only"), author: try row.textOrNil("author"),
      isOwn: try row.boolean("is_own"))
  }

  /// The agenda as the viewer reads it, in its order.
  package static func all(
    of seen: SeenMeeting, viewer: Viewer, reader: any SQLReader
  ) throws -> [AgendaItem] {
    let organization = seen.organization.id
    let stays = Belonging.stays("agenda_item.added_by", in: organization, on: viewer.today)
    return try reader.all(
      AgendaItem.self,
      """
      SELECT agenda_item.id AS id, agenda_item.meeting_id AS meeting_id,
        agenda_item.title AS title, agenda_item.details AS details,
        agenda_item.minutes AS minutes, agenda_item.trainees_only AS trainees_only,
        CASE WHEN \(stays) THEN directory_entry.name END AS author,
        coalesce(agenda_item.added_by = \(viewer.person), \(false)) AS is_own
      FROM agenda_item
      LEFT JOIN directory_entry ON directory_entry.person_id = agenda_item.added_by
        AND \(Directory.visible(to: viewer))
      WHERE agenda_item.meeting_id = \(seen.meeting.id)
        AND (agenda_item.trainees_only = \(false) OR \(TraineesOnly.admits(viewer)))
      ORDER BY agenda_item.position, agenda_item.id
      """)
  }
}
