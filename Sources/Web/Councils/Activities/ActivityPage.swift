import Councils
import HTML
import Kernel
import SQLStore

/// An activity: what it is, the reader's own hours, and for officers those of all.
struct ActivityPage: Sendable {
  let frame: OrganizationFrame
  let activity: Activity
  let own: GivenHours?
  /// Nil for whoever is no officer.
  let all: [GivenHours]?
  let state: FormState

  private var visit: Visit { frame.visit }

  init(
    _ id: ID<Activity>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let found = try Activity.find(id, viewer: visit.viewer, reader: reader)
    activity = found.activity
    frame = try OrganizationFrame(found.organization.id, visit, reader)
    own = try GivenHours.own(of: id, viewer: visit.viewer, reader: reader)
    all =
      found.belonging.isOfficer
      ? try GivenHours.all(of: id, viewer: visit.viewer, reader: reader) : nil
    self.state = state
  }

  private var takesHours: Bool {
    frame.belonging.mayWrite && activity.canceledAt == nil && own?.confirmedAt == nil
      && activity.day <= visit.viewer.today && frame.organization.isOpen(on: visit.viewer.today)
  }

  private var actions: HTML {
    guard frame.belonging.isOfficer else { return .nothing }
    return .group([
      a(.class("btn"), .href(ActivityPath.edit.location(activity.id))) { "Edit" },
      activity.canceledAt == nil
        ? Form.button(visit, "Cancel the activity", ActivityPath.cancel.location(activity.id))
        : Form.button(visit, "Plan it again", ActivityPath.plan.location(activity.id)),
    ])
  }

  var page: Page {
    Page(
      activity.title, in: .organizations,
      under: [
        .init("Organizations", OrganizationPath.list.location()),
        .init(frame.organization.name, OrganizationPath.organization.location(frame.id)),
        .init("Activities", ActivityPath.list.location(frame.id)),
      ], actions: actions
    ) {
      if activity.canceledAt != nil { NoticeBox.of(.warn, "This activity was canceled.") }
      Card.of("About it") {
        Facts.of([
          Facts.Line("Kind", ActivityWords.kind(activity.kind)),
          Facts.Line("Day", When.day(activity.day)),
          Facts.Line("Planned", activity.planned.words),
          Facts.Line("Partners", activity.partners.isEmpty ? nil : activity.partners),
        ])
        LinkedText.of(activity.details)
      }
      hours
      if let all { everybody(all) }
    }
  }

  @HTMLBuilder private var hours: HTML {
    if let own, own.confirmedAt != nil {
      Card.of("Your hours") {
        p { "\(own.hours.words), confirmed by an officer." }
        p { ActivityWords.team(own.isOnRecruitmentTeam) }
      }
    } else if takesHours {
      Card.of("Your hours") {
        form
        if own != nil {
          Form.button(
            visit, "Take them back", ActivityPath.takeBack.location(activity.id),
            style: "btn small")
        }
      }
    }
  }

  private var form: HTML {
    let team = own?.isOnRecruitmentTeam.map {
      $0 ? OrganizationDraft.Field.yes : GivenHours.Field.no
    }
    let filled = PersonForm.filled(
      state,
      [(GivenHours.Field.hours, own?.hours.text ?? ""), (GivenHours.Field.team, team ?? "")])
    return Form.of(visit, ActivityPath.activity.location(activity.id), filled) {
      Field(
        GivenHours.Field.hours, "Hours you gave", seenBy: "you, and the officers with your name",
        hint: "In steps of a quarter, as in 1.25."
      ).text(filled, .named("inputmode", "decimal"))
      if activity.kind == .recruitment {
        Field(
          GivenHours.Field.team, "Are you part of the recruitment team?",
          seenBy: "you, and the officers with your name",
          hint: "Whoever interviews, ranks or decides is. The match's rules bind those people."
        ).picks(
          filled,
          [
            (OrganizationDraft.Field.yes, "Yes", nil),
            (GivenHours.Field.no, "No", nil),
          ])
      }
      Form.acts("Save")
    }
  }

  private func everybody(_ all: [GivenHours]) -> HTML {
    Card.of("Hours of all") {
      if all.isEmpty {
        p { "Nobody has written hours down yet." }
      } else {
        table {
          caption(.class("vh")) { "Hours of all" }
          Cells.head(["Who", "Hours", "Recruitment team", "Confirmed"], numbers: ["Hours"])
          tbody { for line in all { row(line) } }
        }
      }
    }
  }

  private func row(_ line: GivenHours) -> HTML {
    tr {
      Cells.name { bdi { line.name ?? "A former member" } }
      td(.class("num"), .named("data-label", "Hours")) { line.hours.text }
      Cells.text(ActivityWords.team(line.isOnRecruitmentTeam))
      td {
        if line.confirmedAt != nil { Badge.of("Confirmed", .good) }
        if line.id != own?.id { decide(line) }
      }
    }
  }

  private func decide(_ line: GivenHours) -> HTML {
    line.confirmedAt == nil
      ? Form.button(visit, "Confirm", ActivityPath.confirm.location(line.id), style: "btn small")
      : Form.button(
        visit, "Take back", ActivityPath.unconfirm.location(line.id), style: "btn small quiet")
  }
}
