import Councils
import HTML
import Kernel
import SQLStore

/// What an organization does: its activities for those who belong to it, yearly sums for all.
struct ActivitiesPage: Sendable {
  let frame: OrganizationFrame
  let years: [ActivityYear]
  /// Nil for whoever does not belong to it.
  let listed: Listed<Activity>?

  private var visit: Visit { frame.visit }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    years = try ActivityYear.all(
      of: frame.organization, viewer: visit.viewer, settings: visit.settings, reader: reader)
    listed =
      frame.belonging.mayRead
      ? try Activity.list(
        of: id, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
        viewer: visit.viewer, reader: reader) : nil
  }

  private var add: HTML {
    frame.belonging.isOfficer && frame.organization.isOpen(on: visit.viewer.today)
      ? a(.class("btn primary"), .href(ActivityPath.add.location(frame.id))) {
        "Add an activity"
      } : .nothing
  }

  var page: Page {
    frame.page(.activities, actions: add) {
      if let listed { activities(listed) }
      Card.of("By academic year") {
        p(.class("soft")) {
          "Service and help with recruitment. Hours are shown where enough people gave them."
        }
        if years.isEmpty { p { "There is nothing to show yet." } } else { sums }
      }
    }
  }

  @HTMLBuilder private func activities(_ listed: Listed<Activity>) -> HTML {
    if listed.entries.isEmpty {
      EmptyState.of("No activity yet", "Officers add service and help with recruitment.")
    } else {
      table {
        caption(.class("vh")) { "Activities, the latest first" }
        Cells.head(["Activity", "Kind", "Day", "Planned hours", ""], numbers: ["Planned hours"])
        tbody { for activity in listed.entries { row(activity) } }
      }
      Pager.of(
        "", previous: listed.previous.map { place("before", $0) },
        next: listed.next.map { place("after", $0) })
      if frame.belonging.isOfficer {
        p { a(.href(ActivityPath.export.location(frame.id))) { "Download all hours (CSV)" } }
      }
    }
  }

  private func row(_ activity: Activity) -> HTML {
    tr {
      Cells.name(activity.title, ActivityPath.activity.location(activity.id))
      Cells.text(ActivityWords.kind(activity.kind))
      td(.class("fix")) { When.day(activity.day) }
      td(.class("num"), .named("data-label", "Planned hours")) { activity.planned.text }
      td { if activity.canceledAt != nil { Badge.of("Canceled", .warn) } }
    }
  }

  private var sums: HTML {
    table(.class("dense")) {
      caption(.class("vh")) { "Sums by academic year" }
      Cells.head(["Year", "Kind", "Activities", "Hours"], numbers: ["Activities", "Hours"])
      tbody {
        for year in years {
          tr {
            Cells.name { year.name }
            Cells.text(ActivityWords.kind(year.kind))
            Cells.number(year.activities, "Activities")
            td(.class("num"), .named("data-label", "Hours")) {
              year.hours?.text ?? "too few people"
            }
          }
        }
      }
    }
  }

  private func place(_ name: String, _ position: String) -> Location {
    ActivityPath.list.location(frame.id, query: [(name, position)])
  }
}

/// Activities in words.
enum ActivityWords {
  static func kind(_ kind: Activity.Kind) -> String {
    switch kind {
    case .service: "Service"
    case .recruitment: "Recruitment"
    }
  }

  static func team(_ isOnTeam: Bool?) -> String {
    isOnTeam.map { $0 ? "Recruitment team" : "Not on the recruitment team" } ?? ""
  }
}
