import Councils
import HTML
import Kernel

/// The addresses of meetings.
enum MeetingPath {
  static let own = SitePath<NoArgument>("meetings")
  static let list = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "meetings")
  static let plan = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "meetings", "plan")
  static let quorum = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "meetings", "quorum")
  static let meeting = SitePath<ID<Meeting>>("meetings", argument: ID<Meeting>.self)
  static let evidence = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "evidence")
  static let evidenceFile = SitePath<OrganizationID>(
    "organizations", argument: OrganizationID.self, then: "evidence", "export")
  static let edit = meeting("edit")
  static let cancel = meeting("cancel")
  static let begin = meeting("begin")
  static let end = meeting("end")
  static let open = meeting("open")
  static let room = meeting("room")
  static let checkIn = meeting("check-in")
  static let admit = meeting("admit")
  static let takeBack = meeting("take-back")
  static let addItem = meeting("agenda")
  static let decide = meeting("decide")
  static let addAction = meeting("actions")
  static let moveUp = item("up")
  static let moveDown = item("down")
  static let removeItem = item("remove")
  static let done = action("done")
  static let undone = action("not-done")

  private static func meeting(_ last: String) -> SitePath<ID<Meeting>> {
    SitePath("meetings", argument: ID<Meeting>.self, then: last)
  }

  private static func item(_ last: String) -> SitePath<ID<AgendaItem>> {
    SitePath("agenda-items", argument: ID<AgendaItem>.self, then: last)
  }

  private static func action(_ last: String) -> SitePath<ID<ActionItem>> {
    SitePath("actions", argument: ID<ActionItem>.self, then: last)
  }
}

/// The addresses of minutes: those of a meeting, and those of its part for trainees alone.
enum MinutesPath {
  static let minutes = path("minutes")
  static let edit = path("minutes", "edit")
  static let publish = path("minutes", "publish")
  static let approve = path("minutes", "approve")
  static let export = path("minutes", "export")

  private static func path(_ segments: String...) -> SitePath<ID<Meeting>> {
    segments.count == 1
      ? SitePath("meetings", argument: ID<Meeting>.self, then: segments[0])
      : SitePath("meetings", argument: ID<Meeting>.self, then: segments[0], segments[1])
  }

  /// The name in the query that asks for the part for trainees alone.
  static let part = "part"
  /// The part for trainees alone.
  static let trainees = "trainees"
}

/// The addresses of the feed.
enum CalendarPath {
  static let own = SitePath<NoArgument>("calendar")
  static let renew = SitePath<NoArgument>("calendar", "renew")
  static let revoke = SitePath<NoArgument>("calendar", "revoke")
  /// The secret with the ending `.ics`.
  static let feed = SitePath<PathWord>("feeds", argument: PathWord.self)
}
