package import Kernel
import Roster
package import SQLStore

extension Minutes {
  /// A meeting in session that can approve minutes of an older one, and whether enough are there.
  package struct Approving: Sendable, Equatable {
    package let meeting: Meeting
    package let quorum: Quorum
    /// Whether those who are there can approve them now.
    package let isAble: Bool
  }

  /// Approves them at a later meeting of the organization that is in session, with the quorum that
  /// its decisions take. Of minutes for trainees alone only their seats count.
  package static func approve(
    _ id: ID<Meeting>, isTraineesOnly: Bool = false, in later: ID<Meeting>, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    let (minutes, seen) = try found(id, isTraineesOnly, viewer, writer)
    let approving = try SeenMeeting.find(later, viewer: viewer, reader: writer)
    guard approving.meeting.organization == seen.meeting.organization,
      approving.meeting.state == .inSession,
      approving.meeting.beginsAt > seen.meeting.beginsAt
    else { throw MeetingRefusal.notAnOlderMeeting }
    guard minutes.state != .draft else { throw MeetingRefusal.notPublished }
    guard minutes.state == .published else { return }
    guard try roll(of: approving, minutes.isTraineesOnly, viewer, writer).isAble else {
      throw MeetingRefusal.noQuorum
    }
    try writer.execute(
      """
      UPDATE meeting_minutes SET approved_at = \(viewer.now), approved_in = \(later)
      WHERE id = \(minutes.id)
      """)
    try writer.execute(
      """
      UPDATE minutes_version SET approved = \(true)
      WHERE minutes_id = \(minutes.id) AND number = \(minutes.versions.first?.number ?? 0)
      """)
    if !minutes.isTraineesOnly {
      try seen.organization.note("minutes.approved", by: viewer, to: writer)
    }
  }

  /// The meeting in session at which minutes of an older one can be approved.
  package static func approving(
    _ meeting: Meeting, isTraineesOnly: Bool, viewer: Viewer, reader: any SQLReader
  ) throws -> Approving? {
    let later = try reader.first(
      Meeting.self,
      """
      \(Meeting.selection(viewer)) AND meeting.organization_id = \(meeting.organization)
        AND meeting.state = 'in_session' AND meeting.begins_at > \(meeting.beginsAt)
      ORDER BY meeting.begins_at LIMIT 1
      """)
    guard let later else { return nil }
    let seen = try SeenMeeting.find(later.id, viewer: viewer, reader: reader)
    let roll = try roll(of: seen, isTraineesOnly, viewer, reader)
    return Approving(meeting: later, quorum: roll.quorum, isAble: roll.isAble)
  }

  private static func roll(
    of approving: SeenMeeting, _ isTraineesOnly: Bool, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> Roll {
    try Roll.now(
      approving, isTraineesOnly: isTraineesOnly || approving.meeting.isTraineesOnly,
      viewer: viewer, reader: reader)
  }
}
