import Councils
import HTML
import Kernel

/// Meetings in words.
enum MeetingWords {
  /// `Tuesday, November 3, 2026, 5:30 pm to 6:30 pm`, by the clock of its zone.
  static func time(_ meeting: Meeting) -> String {
    "\(meeting.day.weekdayWords), \(clock(meeting.beginsAt, meeting)) to "
      + clock(meeting.endsAt, meeting)
  }

  private static func clock(_ moment: Instant, _ meeting: Meeting) -> String {
    let (hour, minute) = moment.clock(in: meeting.zone)
    return "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute) "
      + (hour < 12 ? "am" : "pm")
  }

  /// The state of a meeting; one that is planned needs no word.
  static func badge(_ meeting: Meeting) -> HTML {
    switch meeting.state {
    case .planned: .nothing
    case .inSession: Badge.of("In session", .good)
    case .over: Badge.of("Over")
    case .canceled: Badge.of("Canceled", .warn)
    }
  }

  /// What says that something is for trainees alone.
  static func seal(_ isTraineesOnly: Bool, _ visit: Visit) -> HTML {
    isTraineesOnly ? Badge.of(visit.words("{Trainees} only"), .info) : .nothing
  }

  /// `Quorum: 5 of 8 voting seats are here; 5 are needed.`
  static func quorum(_ quorum: Quorum) -> String {
    guard quorum.seats > 0 else {
      return "No seat votes here, so whoever comes is enough for a decision."
    }
    return "\(quorum.present) of \(quorum.seats) voting seats; \(quorum.needed) are needed."
  }

  /// Who reads a meeting, said before someone writes.
  static func readers(_ seen: SeenMeeting, _ visit: Visit) -> String {
    readers(isTraineesOnly: seen.meeting.isTraineesOnly, seen.organization, visit)
  }

  static func readers(
    isTraineesOnly: Bool, _ organization: Organization, _ visit: Visit
  ) -> String {
    if isTraineesOnly { return visit.words("{trainees} of this organization alone") }
    return organization.joining == .seats
      ? visit.words("those who belong to it, its guests, the {office} and the official")
      : "members, officers and guests of this organization"
  }

  /// What the lock cannot keep out.
  static func honesty(_ visit: Visit) -> HTML {
    details(.class("help")) {
      summary { "Who can read this after all?" }
      div(.class("prose")) {
        p {
          visit.words(
            "Only {trainees} who belong here and hold no role find this session: not in lists, "
              + "search, downloads, calendars, notices or the audit trail. The official, faculty, "
              + "administrators and the {office} get the same answer as if there were none. That "
              + "it was held, and by whom it was ended, is noted when it is over.")
        }
        p {
          visit.words(
            "Whoever runs the server can read its database and its backups, and this page cannot "
              + "hide anything from them. The {office} keeps the list of who is {a trainee}; each "
              + "change of it is in the audit trail. A calendar that you let read your meetings "
              + "learns the time of this session, and no more.")
        }
      }
    }
  }
}
