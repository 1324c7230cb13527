package import Kernel
import Roster
package import SQLStore

/// The minutes of a meeting: drafted by those who run it, published to those who read it, approved
/// at a later one. What is for trainees alone has minutes of its own.
package struct Minutes: Sendable, Equatable {
  package let id: ID<Minutes>
  package let meeting: ID<Meeting>
  package let isTraineesOnly: Bool
  /// The versions that the viewer reads, the latest first; the first one holds.
  package let versions: [Version]
  package let publishedAt: Instant?
  package let approvedAt: Instant?

  /// How far minutes are.
  package enum State: Sendable, Equatable {
    case draft, published, approved
  }

  /// How far they are.
  package var state: State {
    approvedAt != nil ? .approved : publishedAt != nil ? .published : .draft
  }

  /// What they said at a time.
  package struct Version: Sendable, Equatable {
    package let number: Int
    package let content: String
    /// Nil for someone who is not known here any more.
    package let by: String?
    package let at: Instant
    package let isApproved: Bool
  }

  /// The most characters of minutes.
  package static let longest = 60_000

  /// The names of the fields.
  package enum Field {
    /// What they say.
    package static let content = "content"
    /// The version that was open in the form.
    package static let version = "version"
  }

  /// The minutes that the viewer reads: of drafts those who run the meeting alone read anything.
  package static func of(
    _ seen: SeenMeeting, isTraineesOnly: Bool, viewer: Viewer, reader: any SQLReader
  ) throws -> Minutes? {
    let drafts: SQLQuery = seen.runs ? "1 = 1" : "meeting_minutes.published_at IS NOT NULL"
    let row = try reader.first(
      """
      SELECT id, meeting_id, trainees_only, published_at, approved_at FROM meeting_minutes
      WHERE meeting_id = \(seen.meeting.id) AND trainees_only = \(isTraineesOnly)
        AND (trainees_only = \(false) OR \(TraineesOnly.admits(viewer))) AND \(drafts)
      """)
    guard let row else { return nil }
    let id: ID<Minutes> = try row.id("id")
    return Minutes(
      id: id, meeting: seen.meeting.id, isTraineesOnly: try row.boolean("trainees_only"),
      versions: try Version.all(of: id, viewer, reader),
      publishedAt: try row.instantOrNil("published_at"),
      approvedAt: try row.instantOrNil("approved_at"))
  }
}

extension Minutes.Version: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      number: try row.integer("number"), content: try row.text("content"),
      by: try row.textOrNil("name"), at: try row.instant("kept_at"),
      isApproved: try row.boolean("approved"))
  }

  fileprivate static func all(
    of id: ID<Minutes>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [Minutes.Version] {
    try reader.all(
      Minutes.Version.self,
      """
      SELECT minutes_version.number AS number, minutes_version.content AS content,
        directory_entry.name AS name, minutes_version.kept_at AS kept_at,
        minutes_version.approved AS approved
      FROM minutes_version
      LEFT JOIN directory_entry ON directory_entry.person_id = minutes_version.kept_by
        AND \(Directory.visible(to: viewer))
      WHERE minutes_version.minutes_id = \(id) ORDER BY minutes_version.number DESC LIMIT 50
      """)
  }
}
