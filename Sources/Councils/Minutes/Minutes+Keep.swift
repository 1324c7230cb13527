package import Kernel
import Roster
package import SQLStore

extension Minutes {
  /// Keeps a version of the minutes. One that changes approved minutes has to be approved again;
  /// what was approved stays among the versions.
  package static func keep(
    _ draft: MinutesDraft, of id: ID<Meeting>, by viewer: Viewer, at world: World,
    writer: any SQLWriter
  ) throws {
    let seen = try Meeting.run(id, viewer, writer)
    let isTraineesOnly = draft.isTraineesOnly || seen.meeting.isTraineesOnly
    if isTraineesOnly, !seen.isAdmitted { throw MeetingRefusal.onlyTrainees }
    guard seen.meeting.state == .inSession || seen.meeting.state == .over else {
      throw MeetingRefusal.notInSession
    }
    let kept = try of(seen, isTraineesOnly: isTraineesOnly, viewer: viewer, reader: writer)
    guard (kept?.versions.first?.number ?? 0) == draft.version else {
      throw MeetingRefusal.changedMeanwhile
    }
    if kept?.versions.first?.content == draft.content { return }
    let minutes = kept?.id ?? world.newID()
    try writer.execute(
      """
      INSERT INTO meeting_minutes (id, meeting_id, trainees_only, version)
      VALUES (\(minutes), \(id), \(isTraineesOnly), 1)
      ON CONFLICT (meeting_id, trainees_only) DO UPDATE SET version = meeting_minutes.version + 1,
        approved_at = NULL, approved_in = NULL
      """)
    try writer.execute(
      """
      INSERT INTO minutes_version (minutes_id, number, content, kept_by, kept_at, approved)
      VALUES (\(minutes), \(draft.version + 1), \(draft.content), \(viewer.person),
        \(viewer.now), \(false))
      """)
  }

  /// Lets everybody read them who reads the meeting.
  package static func publish(
    _ id: ID<Meeting>, isTraineesOnly: Bool = false, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let (minutes, seen) = try found(id, isTraineesOnly, viewer, writer)
    guard minutes.state == .draft else { return }
    try writer.execute(
      "UPDATE meeting_minutes SET published_at = \(viewer.now) WHERE id = \(minutes.id)")
    if !minutes.isTraineesOnly {
      try seen.organization.note("minutes.published", by: viewer, to: writer)
    }
  }

  /// Minutes of a meeting that the viewer runs.
  static func found(
    _ id: ID<Meeting>, _ isTraineesOnly: Bool, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (minutes: Minutes, seen: SeenMeeting) {
    let seen = try Meeting.run(id, viewer, reader)
    let minutes = try of(
      seen, isTraineesOnly: isTraineesOnly || seen.meeting.isTraineesOnly, viewer: viewer,
      reader: reader)
    guard let minutes else { throw Absent() }
    return (minutes, seen)
  }
}
