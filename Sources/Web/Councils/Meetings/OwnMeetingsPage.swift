import Councils
import HTML
import Kernel
import SQLStore

/// The reader's own meetings and what they have to do, across organizations.
struct OwnMeetingsPage: Sendable {
  let visit: Visit
  let meetings: [MeetingLine]
  let actions: [ActionItem]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    let viewer = visit.viewer
    meetings = try Meeting.own(
      from: viewer.now.adding(seconds: -14_400), to: viewer.now.adding(seconds: 120 * 86_400),
      viewer: viewer, reader: reader)
    actions = try ActionItem.own(viewer: viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Your meetings", in: .organizations,
      under: [.init("Organizations", OrganizationPath.list.location())],
      subtitle: "Of the organizations you belong to, in the next months.",
      actions: a(.class("btn"), .href(CalendarPath.own.location())) { "Your calendar" }
    ) {
      if meetings.isEmpty {
        EmptyState.of("No meeting is planned", "What is planned where you belong stands here.")
      } else {
        Card.of("To come") {
          for group in groups { section(group) }
        }
      }
      if !actions.isEmpty {
        Card.of("What you have to do") { ActionList(visit: visit, runs: false).of(actions) }
      }
    }
  }

  private var groups: [(name: String, meetings: [Meeting])] {
    Dictionary(grouping: meetings, by: \.organizationName)
      .map { (name: $0, meetings: $1.map(\.meeting)) }
      .sorted { ($0.meetings[0].beginsAt, $0.name) < ($1.meetings[0].beginsAt, $1.name) }
  }

  @HTMLBuilder private func section(
    _ group: (name: String, meetings: [Meeting])
  ) -> HTML {
    h3 { bdi { group.name } }
    MeetingList.of(group.meetings, visit)
  }
}

/// Actions one below the other, with a button for whoever may settle them.
struct ActionList: Sendable {
  let visit: Visit
  /// Whether the reader runs the meetings.
  let runs: Bool

  func of(_ actions: [ActionItem]) -> HTML {
    ul(.class("list")) {
      for action in actions { row(action) }
    }
  }

  private func row(_ action: ActionItem) -> HTML {
    let isLate = action.doneAt == nil && action.dueOn < visit.viewer.today
    return li {
      div {
        span(.named("dir", "auto")) { action.title }
        " "
        MeetingWords.seal(action.isTraineesOnly, visit)
        if isLate { Badge.of("Late", .bad) }
        if action.doneAt != nil { Badge.of("Done", .good) }
        br()
        small {
          bdi { action.ownerName ?? "Nobody any more" }
          ", due \(When.day(action.dueOn))"
        }
      }
      if runs || action.owner == visit.viewer.person { button(action) }
    }
  }

  private func button(_ action: ActionItem) -> HTML {
    action.doneAt == nil
      ? Form.button(visit, "Done", MeetingPath.done.location(action.id), style: "btn small")
      : Form.button(
        visit, "Not done", MeetingPath.undone.location(action.id), style: "btn small quiet")
  }
}
