import HTML
import Kernel
import Roster
import SQLStore

/// The list of programs.
struct ProgramsPage: Sendable {
  let visit: Visit
  let list: ProgramList
  let listed: Listed<ProgramLine>
  let departments: [PlaceChoice]
  let sites: [PlaceChoice]
  let sponsors: [PlaceChoice]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    let list = ProgramList(visit.query)
    self.visit = visit
    self.list = list
    self.listed = try Program.list(list.query, viewer: visit.viewer, reader: reader)
    self.departments = try PlaceChoice.departments(viewer: visit.viewer, reader: reader)
    self.sites = try PlaceChoice.sites(viewer: visit.viewer, reader: reader)
    self.sponsors = try PlaceChoice.sponsors(viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(visit.words("{Programs}"), in: .programs, actions: actions) {
      filters
      if listed.entries.isEmpty {
        empty
      } else {
        ProgramTable(visit: visit, lines: listed.entries).markup
        Pager.of(
          visit.words.counted(listed.entries.count, .program),
          previous: listed.previous.map { list.location(.before($0)) },
          next: listed.next.map { list.location(.after($0)) })
      }
    }
  }

  private var actions: HTML {
    .group([
      a(.class("btn"), .href(ProgramPath.export.location(list.pairs))) { "Export" },
      visit.viewer.mayKeepRoster
        ? a(.class("btn primary"), .href(ProgramPath.add.location())) {
          visit.words("Add {a program}")
        }
        : .nothing,
    ])
  }

  private var filters: HTML {
    form(.class("filters"), .action(ProgramPath.programs.location())) {
      label {
        "Name or number"
        input(.type("search"), .name("q"), .value(list.query.text))
      }
      choice(visit.words("{Department}"), "department", list.query.department?.text, departments)
      choice(visit.words("{Site}"), "site", list.query.site?.text, sites)
      choice("Sponsor of record", "sponsor", list.query.sponsor?.text, sponsors)
      PeopleChoices.choice(
        "Closed ones", "closed", list.query.withClosed ? "yes" : "",
        [("", "Leave out"), ("yes", "Show as well")])
      button(.class("btn small")) { "Show" }
    }
  }

  private func choice(
    _ label: String, _ name: String, _ chosen: String?, _ choices: [PlaceChoice]
  ) -> HTML {
    PeopleChoices.choice(
      label, name, chosen ?? "", [("", "Any")] + choices.map { ($0.id, $0.name) })
  }

  private var empty: HTML {
    if list.isNarrow {
      return EmptyState.of(
        visit.words("No {program} matches"), "Try fewer letters, or take a filter away."
      ) {
        p {
          a(.class("btn"), .href(ProgramPath.programs.location())) {
            visit.words("Show all {programs}")
          }
        }
      }
    }
    return EmptyState.of(
      visit.words("There is no {program} yet"),
      visit.words(
        "An import of your roster brings {programs}, {departments} and {sites} with it. A few can "
          + "also be added by hand.")
    ) {
      if visit.viewer.mayKeepRoster {
        p { a(.class("btn primary"), .href(ImportPath.list.location())) { "Import a roster" } }
      }
    }
  }
}

/// Programs with where they belong and how many trainees they have.
struct ProgramTable: Sendable {
  let visit: Visit
  let lines: [ProgramLine]
  /// Whether a column names the department; on a department's page all are of it.
  var namesDepartments = true

  var markup: HTML {
    table {
      caption(.class("vh")) { visit.words("{Programs}") }
      Cells.head(
        visit.words(
          ["Name"] + (namesDepartments ? ["{Department}"] : [])
            + ["Sponsor of record", "Number", "{Trainees}"]),
        numbers: [visit.words("{Trainees}")])
      tbody {
        for line in lines {
          tr {
            Cells.name {
              a(.href(ProgramPath.program.location(line.program.id)), .named("dir", "auto")) {
                line.program.name
              }
              if !line.program.isOpen(on: visit.viewer.today) {
                " "
                Badge.of("Closed")
              }
            }
            if namesDepartments { td { line.departmentName } }
            td { line.sponsorName }
            td(.class("fix")) { line.program.accreditationNumber ?? "" }
            Cells.number(line.trainees, visit.words("{Trainees}"))
          }
        }
      }
    }
  }
}
