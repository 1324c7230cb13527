import Councils
import HTML
import Kernel
import SQLStore

/// The meetings of an organization: the next ones, and those that are past.
struct MeetingsPage: Sendable {
  let frame: OrganizationFrame
  let access: MeetingAccess
  let toCome: [Meeting]
  let past: Listed<Meeting>
  let quorum: QuorumRule

  private var visit: Visit { frame.visit }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    access = try MeetingAccess.find(id, viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(id, visit, reader)
    toCome = try Meeting.toCome(in: id, viewer: visit.viewer, reader: reader)
    past = try Meeting.past(
      in: id, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
      viewer: visit.viewer, reader: reader)
    quorum = try QuorumRule.of(id, reader: reader)
  }

  private var plans: Bool { access.runs && frame.organization.isOpen(on: visit.viewer.today) }

  private var actions: HTML {
    guard plans else { return .nothing }
    return a(.class("btn primary"), .href(MeetingPath.plan.location(frame.id))) {
      "Plan a meeting"
    }
  }

  var page: Page {
    frame.page(.meetings, actions: actions) {
      if toCome.isEmpty, past.entries.isEmpty {
        EmptyState.of("No meeting yet", "Officers plan meetings, single ones or a series.")
      }
      if !toCome.isEmpty { Card.of("To come") { MeetingList.of(toCome, visit) } }
      if !past.entries.isEmpty { Card.of("Past") { earlier } }
      Card.of("Quorum") {
        p { QuorumWords.rule(quorum) }
        p(.class("soft")) { "A decision without a quorum is void, and stays void." }
        if plans { p { a(.href(MeetingPath.quorum.location(frame.id))) { "Change it" } } }
      }
      p { a(.href(MeetingPath.evidence.location(frame.id))) { "Evidence of an academic year" } }
      p { a(.href(CalendarPath.own.location())) { "Have your meetings in your own calendar" } }
    }
  }

  private var earlier: HTML {
    .group([
      MeetingList.of(past.entries, visit),
      Pager.of(
        "", previous: past.previous.map { place("before", $0) },
        next: past.next.map { place("after", $0) }),
    ])
  }

  private func place(_ name: String, _ position: String) -> Location {
    MeetingPath.list.location(frame.id, query: [(name, position)])
  }
}

/// Meetings one below the other.
enum MeetingList {
  static func of(_ meetings: [Meeting], _ visit: Visit) -> HTML {
    ul(.class("list")) {
      for meeting in meetings {
        li {
          time(.class("leaf"), .named("datetime", meeting.day.text)) {
            b { String(meeting.day.parts.day) }
            When.shortMonth(meeting.day)
          }
          div {
            a(.href(MeetingPath.meeting.location(meeting.id)), .named("dir", "auto")) {
              meeting.title
            }
            " "
            MeetingWords.seal(meeting.isTraineesOnly, visit)
            br()
            small { MeetingWords.time(meeting) }
          }
          MeetingWords.badge(meeting)
        }
      }
    }
  }
}

/// Rules of quorum in words.
enum QuorumWords {
  static func rule(_ rule: QuorumRule) -> String {
    "\(share(rule.moreThan)) of \(seats(rule.of))."
  }

  static func share(_ moreThan: Int) -> String {
    switch moreThan {
    case 25: "More than a quarter"
    case 33: "More than a third"
    case 50: "More than half"
    case 66: "Two thirds"
    default: "More than three quarters"
    }
  }

  static func seats(_ seats: QuorumRule.Seats) -> String {
    switch seats {
    case .filled: "the voting seats that are filled"
    case .all: "all voting seats, vacant ones included"
    }
  }
}
