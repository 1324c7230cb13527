import Councils
import HTML
import Kernel
import SQLStore
import Spreadsheet

extension CouncilsPart {
  /// Activities, and the hours that people gave.
  func registerActivities(in routes: inout Routes) {
    routes.page(ActivityPath.list, .signedIn) { visit, id, reader in
      .page(try ActivitiesPage(id, visit, reader).page)
    }
    routes.page(ActivityPath.export, .signedIn) { visit, id, reader in
      .download(try Self.hours(of: id, visit, reader))
    }
    routes.form(ActivityPath.add, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.belonging.isOfficer else { throw Absent() }
      return Self.keeping(frame, state, "Add an activity", ActivityPath.add.location(id))
    } change: { visit, id, fields, writer in
      let draft = try ActivityDraft { fields[$0] }
      let activity = try Mending.refusals {
        try Activity.add(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(ActivityPath.activity.location(activity), saying: "The activity is added.")
    }
    routes.form(ActivityPath.edit, .signedIn) { visit, id, state, reader in
      let found = try Activity.find(id, viewer: visit.viewer, reader: reader)
      guard found.belonging.isOfficer else { throw Absent() }
      let frame = try OrganizationFrame(found.organization.id, visit, reader)
      return Self.keeping(
        frame, PersonForm.filled(state, ActivityDraft(found.activity).fields),
        "Edit the activity", ActivityPath.edit.location(id))
    } change: { visit, id, fields, writer in
      let draft = try ActivityDraft { fields[$0] }
      try Mending.refusals { try Activity.edit(id, draft, by: visit.viewer, writer: writer) }
      return .redirect(ActivityPath.activity.location(id), saying: "Saved.")
    }
    registerHours(in: &routes)
    registerCanceling(in: &routes)
  }

  private func registerCanceling(in routes: inout Routes) {
    routes.button(ActivityPath.cancel, .signedIn) { visit, id, _, writer in
      try Activity.cancel(id, true, by: visit.viewer, writer: writer)
      return .redirect(ActivityPath.activity.location(id), saying: "Canceled.")
    }
    routes.button(ActivityPath.plan, .signedIn) { visit, id, _, writer in
      try Activity.cancel(id, false, by: visit.viewer, writer: writer)
      return .redirect(ActivityPath.activity.location(id), saying: "Planned again.")
    }
  }

  private func registerHours(in routes: inout Routes) {
    routes.form(ActivityPath.activity, .signedIn) { visit, id, state, reader in
      try ActivityPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try Mending.refusals(of: [GivenHours.Field.hours]) {
        try GivenHours.note(
          of: id, typed: { fields[$0] }, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(ActivityPath.activity.location(id), saying: "Thank you. It is written down.")
    }
    routes.button(ActivityPath.takeBack, .signedIn) { visit, id, _, writer in
      try GivenHours.takeBack(of: id, by: visit.viewer, writer: writer)
      return .redirect(ActivityPath.activity.location(id), saying: "Taken back.")
    }
    for (path, isConfirmed) in [(ActivityPath.confirm, true), (ActivityPath.unconfirm, false)] {
      routes.button(path, .signedIn) { visit, id, _, writer in
        let activity = try GivenHours.confirm(
          id, isConfirmed, by: visit.viewer, writer: writer)
        return .redirect(ActivityPath.activity.location(activity), saying: "Saved.")
      }
    }
  }

  private static func keeping(
    _ frame: OrganizationFrame, _ state: FormState, _ title: String, _ action: Location
  ) -> Page {
    let readers = "members, officers and guests of this organization"
    return frame.page(below: title) {
      Form.of(frame.visit, action, state) {
        Field(ActivityDraft.Field.title, "Title", seenBy: readers).text(state)
        Field(ActivityDraft.Field.kind, "Kind", seenBy: readers).picks(
          state,
          [
            (Activity.Kind.service.rawValue, "Service", "For patients, neighbors, schools."),
            (
              Activity.Kind.recruitment.rawValue, "Recruitment",
              "Where applicants are met. Everybody says whether they are on the recruitment team."
            ),
          ])
        Field(ActivityDraft.Field.day, "Day", seenBy: readers).text(state, type: "date")
        Field(ActivityDraft.Field.planned, "Planned hours of each", seenBy: readers)
          .text(state, .named("inputmode", "decimal"))
        Field(
          ActivityDraft.Field.partners, "Partners", seenBy: readers, isOptional: true
        ).text(state)
        Field(
          ActivityDraft.Field.details, "What it is about", seenBy: readers, isOptional: true
        ).lines(state)
        Form.acts("Save", cancel: ActivityPath.list.location(frame.id))
      }
    }
  }

  /// All hours of an organization, for its officers.
  private static func hours(
    of id: OrganizationID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let frame = try OrganizationFrame(id, visit, reader)
    guard frame.belonging.isOfficer else { throw Absent() }
    var table = CSVWriter(byteOrderMark: true)
    table.write(["Activity", "Kind", "Day", "Who", "Hours", "Recruitment team", "Confirmed"])
    var place = ListPlace.start
    while true {
      let page = try Activity.list(of: id, at: place, viewer: visit.viewer, reader: reader)
      for activity in page.entries {
        for line in try GivenHours.all(of: activity.id, viewer: visit.viewer, reader: reader) {
          table.write([
            activity.title, ActivityWords.kind(activity.kind), activity.day.text,
            line.name ?? "A former member", line.hours.text,
            ActivityWords.team(line.isOnRecruitmentTeam), line.confirmedAt?.text ?? "",
          ])
        }
      }
      guard let next = page.next else { break }
      place = .after(next)
    }
    return Download(
      fileName: "hours-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
