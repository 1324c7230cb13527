import HTML
import Kernel
import Roster

/// A program: who is in it, who answers for it, who sponsors it, which sites contribute.
struct ProgramPage: Sendable {
  let visit: Visit
  let profile: ProgramProfile

  private var program: Program { profile.program }
  private var keeps: Bool { visit.viewer.mayKeepRoster }

  var page: Page {
    Page(
      program.name, in: .programs,
      under: [.init(visit.words("{Programs}"), ProgramPath.programs.location())],
      subtitle: profile.departmentName, actions: actions
    ) {
      closed
      hint
      div(.class("split")) {
        div(.class("stack")) {
          people
          roles
        }
        div(.class("stack")) {
          facts
          sites
        }
      }
    }
  }

  private var actions: HTML {
    keeps
      ? a(.class("btn"), .href(ProgramPath.edit.location(program.id))) { "Edit" } : .nothing
  }

  private var closed: HTML {
    guard let closedOn = program.closedOn else { return .nothing }
    return NoticeBox.of(.warn) {
      p { visit.words("The last day of this {program}: ") + When.day(closedOn) + "." }
      if keeps {
        Form.button(visit, "Open it again", ProgramPath.reopen.location(program.id))
      }
    }
  }

  private var hint: HTML {
    switch profile.directorHint {
    case nil: .nothing
    case .unknown(let address):
      NoticeBox.of(.info, heading: "The director is not in Housestaff yet") {
        p { "The record system names \(address). Add this person, then grant the role." }
        p { a(.href(PeoplePath.add.location([("address", address)]))) { "Add the person" } }
      }
    case .notGranted(let person, let name):
      NoticeBox.of(.info, heading: "The director has no role here yet") {
        p {
          "The record system names "
          a(.href(PeoplePath.person.location(person)), .named("dir", "auto")) { name }
          ". A file grants no roles; you do."
        }
        p {
          a(
            .href(
              RolePath.grantInProgram.location(
                program.id,
                query: [
                  ("role", Role.programDirector.rawValue), ("person", person.text),
                ]))
          ) { "Grant the role of director" }
        }
      }
    }
  }

  private var people: HTML {
    Card.of(visit.words("{Trainees}")) {
      if profile.trainees.entries.isEmpty {
        p(.class("soft")) { "Nobody trains here today." }
      } else {
        p { levels }
        traineeTable
        if profile.trainees.next != nil { all }
      }
    }
  }

  private var levels: HTML {
    let total = profile.levels.reduce(0) { $0 + $1.people }
    let words = profile.levels.map { "PGY-\($0.level): \(Figures.grouped($0.people))" }
    return .text(
      visit.words.counted(total, .trainee) + " (" + words.joined(separator: ", ") + ")")
  }

  private var traineeTable: HTML {
    table(.class("dense")) {
      caption(.class("vh")) { visit.words("{Trainees}") }
      Cells.head(visit.words(["Name", "Level", "{Site}"]))
      tbody {
        for entry in profile.trainees.entries {
          tr {
            Cells.name(entry.name, PeoplePath.person.location(entry.person))
            td(.class("fix")) { PersonWords.level(entry, visit.words) }
            td { entry.siteName ?? "" }
          }
        }
      }
    }
  }

  private var all: HTML {
    let list = PeopleList(
      DirectoryQuery(program: program.id, capacity: .trainee, sort: .level))
    return p { a(.href(list.location)) { visit.words("All {trainees} of the {program}") } }
  }

  private var roles: HTML {
    Card.of("Who answers for it") {
      if profile.roles.isEmpty {
        p(.class("soft")) { visit.words("Nobody holds a role in this {program} yet.") }
      } else {
        RoleTable(visit: visit, lines: profile.roles, namesPeople: true, namesPlaces: false)
          .markup
      }
      if keeps {
        p {
          a(.class("btn small"), .href(RolePath.grantInProgram.location(program.id))) {
            "Grant a role"
          }
        }
      }
    }
  }

  private var facts: HTML {
    Card.of("Facts") {
      Facts.of([
        Facts.Line(
          visit.words("{Department}"),
          a(.href(DepartmentPath.department.location(program.department))) {
            profile.departmentName
          }),
        Facts.Line("Sponsor of record", sponsor),
        Facts.Line("Accreditation number", program.accreditationNumber),
        Facts.Line("Final year", program.finalLevel.map { "PGY-\($0)" }),
        Facts.Line("Director's address", keeps ? program.directorAddress : nil),
      ])
      if keeps, program.closedOn == nil {
        p {
          a(.class("btn small"), .href(ProgramPath.close.location(program.id))) {
            visit.words("Close the {program}")
          }
        }
      }
    }
  }

  private var sponsor: HTML {
    .group([
      .text(profile.sponsorName),
      keeps
        ? .group([" ", a(.href(ProgramPath.sponsor.location(program.id))) { "Change" }])
        : .nothing,
    ])
  }

  private var sites: HTML {
    Card.of(visit.words("Contributing {sites}")) {
      ProgramSiteList(visit: visit, program: program.id, sites: profile.sites).markup
    }
  }
}
