import HTML
import Kernel
import Roster
import SQLStore

extension ProgramsPart {
  /// Closing a program and opening it again.
  func registerClosing(in routes: inout Routes) {
    routes.form(ProgramPath.close, .rosterKeeper) { visit, id, state, reader in
      let around = try ProgramChangePage(id, visit, reader)
      let year = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
      let state = PersonForm.filled(state, [(Term.Field.endsOn, year.lastDay.text)])
      return around.page(
        visit.words("Close the {program}"),
        subtitle: "It stays with its history. Nobody can be appointed to it after its last day."
      ) {
        around.form(ProgramPath.close.location(id), state, visit.words("Close the {program}")) {
          Field(Term.Field.endsOn, "Last day", seenBy: "everyone who signs in")
            .text(state, type: "date")
        }
      }
    } change: { visit, id, fields, writer in
      let day = try Self.lastDay(fields)
      try Mending.refusals(of: [Term.Field.endsOn]) {
        try Program.close(id, on: day, by: visit.viewer, writer: writer)
      }
      return .redirect(
        ProgramPath.program.location(id), saying: "The {program} closes after \(When.day(day)).")
    }
    routes.button(ProgramPath.reopen, .rosterKeeper) { visit, id, _, writer in
      try Program.reopen(id, by: visit.viewer, writer: writer)
      return .redirect(ProgramPath.program.location(id), saying: "The {program} is open again.")
    }
  }

  /// Contributing sites.
  func registerSites(in routes: inout Routes) {
    routes.form(ProgramPath.addSite, .rosterKeeper) { visit, id, state, reader in
      let around = try ProgramChangePage(id, visit, reader)
      let sites = try PlaceChoice.sites(viewer: visit.viewer, reader: reader)
      return around.page(visit.words("Add a contributing {site}")) {
        around.form(ProgramPath.addSite.location(id), state, "Add") {
          Field("site", visit.words("{Site}"), seenBy: "everyone who signs in")
            .choice(state, [("", "Choose")] + sites.map { ($0.id, $0.name) })
          GrantFields.term(state)
        }
      }
    } change: { visit, id, fields, writer in
      guard let site = SiteID(given: fields["site"]) else {
        throw Problems(field: "site", "Choose the {site}.")
      }
      let term = try Term(today: visit.viewer.today) { fields[$0] }
      try Mending.refusals(of: ["site", Term.Field.endsOn]) {
        try ProgramSite.add(site, to: id, for: term, by: visit.viewer, writer: writer)
      }
      return .redirect(ProgramPath.program.location(id), saying: "The {site} is added.")
    }
    registerSiteEnd(in: &routes)
  }

  private func registerSiteEnd(in routes: inout Routes) {
    routes.form(ProgramPath.endSite, .rosterKeeper) { visit, id, state, reader in
      let around = try ProgramChangePage(id, visit, reader)
      let state = PersonForm.filled(
        state,
        [("site", visit.query["site"]), (Term.Field.endsOn, visit.viewer.today.text)])
      guard let site = SiteID(given: state.fields["site"]) else { throw Absent() }
      let name = try Roster.Site.find(site, viewer: visit.viewer, reader: reader).name
      return around.page("End a contribution", subtitle: name) {
        around.form(ProgramPath.endSite.location(id), state, "Set the last day") {
          input(.type("hidden"), .name("site"), .value(site.text))
          Field(
            Term.Field.endsOn, "Last day", seenBy: "everyone who signs in",
            hint: visit.words("The last day on which \(name) contributes to the {program}.")
          ).text(state, type: "date")
        }
      }
    } change: { visit, id, fields, writer in
      guard let site = SiteID(given: fields["site"]) else { throw Absent() }
      let day = try Self.lastDay(fields)
      try Mending.refusals(of: [Term.Field.endsOn]) {
        try ProgramSite.end(site, of: id, on: day, by: visit.viewer, writer: writer)
      }
      return .redirect(ProgramPath.program.location(id), saying: "The last day is kept.")
    }
  }

  private static func lastDay(_ fields: FormFields) throws -> Day {
    guard let day = Day(text: fields[Term.Field.endsOn]) else {
      throw Problems(field: Term.Field.endsOn, "Write a day of the calendar, as in 2027-06-30.")
    }
    return day
  }
}
