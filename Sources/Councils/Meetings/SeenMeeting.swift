package import Kernel
import Roster
package import SQLStore

/// A meeting as the viewer has it before them, with what they may do there.
package struct SeenMeeting: Sendable, Equatable {
  package let meeting: Meeting
  package let organization: Organization
  package let belonging: Belonging
  /// Whether the viewer takes part: as one who belongs to it, or sits there by a role.
  package let takesPart: Bool
  /// Whether the viewer runs it: an officer, or the office for councils and committees.
  package let runs: Bool
  /// Whether the viewer reads what is for trainees alone.
  package let isAdmitted: Bool

  /// A meeting, if the viewer finds it: four queries.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<Meeting>, viewer: Viewer, reader: any SQLReader
  ) throws -> SeenMeeting {
    let row = try reader.first(
      """
      SELECT \(Meeting.columns), (\(TraineesOnly.admits(viewer))) AS is_admitted
      FROM meeting JOIN organization ON organization.id = meeting.organization_id
      WHERE meeting.id = \(id) AND \(Meeting.visible(to: viewer))
      """)
    guard let row else { throw Absent() }
    let meeting = try Meeting(row: row)
    let organization = try Organization.named(meeting.organization, reader)
    let belonging = try Belonging.of(viewer, in: meeting.organization, reader: reader)
    return SeenMeeting(
      meeting: meeting, organization: organization, belonging: belonging,
      takesPart: belonging.mayWrite || belonging.sitsByRole,
      runs: MeetingAccess.runs(organization, belonging, viewer),
      isAdmitted: try row.boolean("is_admitted"))
  }
}
