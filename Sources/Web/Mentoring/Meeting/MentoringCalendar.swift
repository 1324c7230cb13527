import Councils
import Kernel
import Mentoring
import SQLStore

/// What mentoring adds to someone's calendar.
enum MentoringCalendar {
  /// The next meetings of the reader's pairs. A calendar is seen by others, so it tells neither
  /// with whom they meet nor that it is mentoring; its link leads to the home page, which does.
  static func events(
    viewer: Viewer, siteAddress: String, reader: any SQLReader
  ) throws -> [CalendarText.Event] {
    try NextMeeting.own(viewer: viewer, reader: reader).map { line in
      let meeting = line.meeting
      return CalendarText.Event(
        uid: "\(meeting.id.text)@housestaff", summary: "A meeting", address: siteAddress + "/",
        beginsAt: meeting.beginsAt, endsAt: meeting.endsAt, revision: meeting.revision,
        changedAt: meeting.changedAt)
    }
  }
}
