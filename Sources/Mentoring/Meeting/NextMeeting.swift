package import Kernel
import Roster
package import SQLStore

/// When the two of a pair meet next.
package struct NextMeeting: Sendable, Equatable {
  package let id: ID<NextMeeting>
  package let pair: ID<MentoringPair>
  package let beginsAt: Instant
  package let minutes: Int
  /// Where they meet, or how.
  package let place: String
  /// How often it was moved.
  package let revision: Int
  package let changedAt: Instant

  /// The moment at which it is over.
  package var endsAt: Instant { beginsAt.adding(seconds: minutes * 60) }

  /// What a page sends back of the meeting that it showed: one that was moved since has another,
  /// and so has one that was planned anew.
  package var mark: String { "\(id.text)-\(revision)" }

  /// Whether two pairs of a group have the same meeting.
  func isShared(with other: NextMeeting?) -> Bool {
    beginsAt == other?.beginsAt && minutes == other?.minutes && place == other?.place
  }
}

extension NextMeeting: SQLDecodable {
  static let columns: SQLQuery =
    """
    mentoring_next_meeting.id AS id, mentoring_next_meeting.pair_id AS pair_id,
    mentoring_next_meeting.begins_at AS begins_at, mentoring_next_meeting.minutes AS minutes,
    mentoring_next_meeting.place AS place, mentoring_next_meeting.revision AS revision,
    mentoring_next_meeting.changed_at AS changed_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), pair: try row.id("pair_id"), beginsAt: try row.instant("begins_at"),
      minutes: try row.integer("minutes"), place: try row.text("place"),
      revision: try row.integer("revision"), changedAt: try row.instant("changed_at"))
  }

  /// That of a pair, for the two alone; nil where none is planned.
  package static func of(
    _ pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> NextMeeting? {
    _ = try InsidePair(pair, viewer, reader)
    return try reader.first(
      NextMeeting.self,
      "SELECT \(columns) FROM mentoring_next_meeting WHERE pair_id = \(pair)")
  }

  /// Those of the viewer's pairs that are not over, the earliest first, with whom they meet.
  package static func own(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [(meeting: NextMeeting, other: String)] {
    guard let person = viewer.person else { return [] }
    let rows = try reader.rows(
      """
      SELECT \(columns), mentoring_pair.mentee_id AS mentee_id,
        mentoring_pair.mentor_id AS mentor_id
      FROM mentoring_next_meeting
      JOIN mentoring_pair ON mentoring_pair.id = mentoring_next_meeting.pair_id
      WHERE mentoring_pair.state = 'active'
        AND (mentoring_pair.mentee_id = \(person) OR mentoring_pair.mentor_id = \(person))
      ORDER BY mentoring_next_meeting.begins_at, mentoring_next_meeting.id
      """)
    let lines = try rows.map { row in
      let mentee: PersonID = try row.id("mentee_id")
      return (
        meeting: try NextMeeting(row: row),
        other: mentee == person ? try row.id("mentor_id") : mentee
      )
    }.filter { $0.meeting.endsAt >= viewer.now }
    let names = try Directory.names(of: lines.map(\.other), reader: reader)
    return lines.map { ($0.meeting, names[$0.other] ?? "") }
  }
}
