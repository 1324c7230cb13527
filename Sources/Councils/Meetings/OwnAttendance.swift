package import Kernel
import Roster
package import SQLStore

/// A meeting in which the viewer checked in, as long as they may read of it.
package struct OwnAttendance: Sendable, Equatable {
  package let organizationName: String
  package let title: String
  package let at: Instant
  /// By the code, or by an officer.
  package let manner: String

  /// The viewer's own, the latest first.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [OwnAttendance] {
    guard let person = viewer.person else { throw Absent() }
    return try reader.all(
      OwnAttendance.self,
      """
      SELECT organization.name AS organization_name, meeting.title AS title,
        meeting_attendance.at AS at, meeting_attendance.manner AS manner
      FROM meeting_attendance JOIN meeting ON meeting.id = meeting_attendance.meeting_id
      JOIN organization ON organization.id = meeting.organization_id
      WHERE meeting_attendance.person_id = \(person)
        AND (meeting.trainees_only = \(false) OR \(TraineesOnly.admits(viewer)))
      ORDER BY meeting_attendance.at DESC LIMIT 1000
      """)
  }
}

extension OwnAttendance: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      organizationName: try row.text("organization_name"), title: try row.text("title"),
      at: try row.instant("at"), manner: try row.text("manner"))
  }
}
