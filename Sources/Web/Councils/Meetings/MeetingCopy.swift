import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Meetings of today and tomorrow, and what the reader has to do.
  func meetingItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let viewer = visit.viewer
    let meetings = try Meeting.own(
      from: viewer.now.adding(seconds: -7200), to: viewer.now.adding(seconds: 36 * 3600),
      viewer: viewer, reader: reader)
    return meetings.filter { $0.meeting.isOpen }.map { line in
      HomeItem(
        .due, line.meeting.title, why: "A meeting of \(line.organizationName)",
        MeetingPath.meeting.location(line.meeting.id), day: line.meeting.day)
    }
      + (try ActionItem.own(viewer: viewer, reader: reader)).map { action in
        HomeItem(
          .due, action.title, why: "You took this on in a meeting",
          MeetingPath.meeting.location(action.meeting), day: action.dueOn)
      }
  }
}

/// What is kept of a person's meetings, for their own copy of their data.
enum MeetingCopy {
  static func tables(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let own = try OwnAttendance.all(viewer: visit.viewer, reader: reader)
    let actions = try ActionItem.own(viewer: visit.viewer, reader: reader)
    return [
      OwnTable(
        name: "meetings-attended", title: "Meetings in which you checked in",
        seenBy: "of a seat those who read the meeting; else only the number is shown",
        columns: ["Organization", "Meeting", "When", "How"],
        rows: own.map { [$0.organizationName, $0.title, $0.at.text, $0.manner] }),
      OwnTable(
        name: "actions", title: "What you took on in meetings",
        seenBy: "those who read the meeting", columns: ["What", "Due"],
        rows: actions.map { [$0.title, $0.dueOn.text] }),
    ]
  }
}
