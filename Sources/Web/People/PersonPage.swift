import HTML
import Kernel
import Roster

/// A person as everybody may see them, with what the office can do.
struct PersonPage: Sendable {
  let frame: PersonFrame

  private var entry: DirectoryEntry { frame.profile.entry }
  private var place: DirectoryPlace { frame.profile.place }
  private var words: Words { frame.visit.words }
  private var keeps: Bool { frame.visit.viewer.mayKeepRoster }

  var page: Page {
    frame.page(.overview, actions: actions) {
      div(.class("split")) {
        div(.class("stack")) {
          facts
          if entry.capacity == .trainee { training }
        }
        div(.class("stack")) {
          roles
          if frame.isOwn { own }
          if keeps { office }
        }
      }
    }
  }

  private var actions: HTML {
    keeps
      ? a(.class("btn"), .href(PeoplePath.edit.location(frame.person))) { "Edit" } : .nothing
  }

  private var facts: HTML {
    Card.of("Contact and place") {
      Facts.of([
        Facts.Line("Mail", entry.address.map(mail)),
        Facts.Line("Here as", entry.capacity.label(in: words)),
        Facts.Line("Level", entry.level.map { "PGY-\($0)" }),
        Facts.Line(words("{Program}"), link(entry.programName, place.program, ProgramPath.program)),
        Facts.Line(
          words("{Department}"),
          link(entry.departmentName, place.department, DepartmentPath.department)),
        Facts.Line(words("{Site}"), link(entry.siteName, place.site, SitesPath.site)),
      ])
    }
  }

  private func mail(_ address: String) -> HTML {
    guard let location = Location(external: "mailto:\(address)") else { return .text(address) }
    return a(.href(location)) { address }
  }

  private func link<Entity>(
    _ name: String?, _ id: ID<Entity>?, _ path: SitePath<ID<Entity>>
  ) -> HTML? {
    guard let name, let id else { return nil }
    return a(.href(path.location(id)), .named("dir", "auto")) { name }
  }

  private var training: HTML {
    Card.of("Training") {
      if frame.profile.appointments.isEmpty {
        p(.class("soft")) {
          keeps
            ? "There is no appointment yet. Until there is one, they are listed as having left."
            : "There is no appointment."
        }
      } else {
        AppointmentTable(visit: frame.visit, lines: frame.profile.appointments, keeps: false)
          .markup
      }
      if keeps {
        p {
          a(.class("btn small"), .href(AppointmentPath.add.location(frame.person))) {
            "Add an appointment"
          }
        }
      }
    }
  }

  private var roles: HTML {
    let current = frame.profile.roles.filter { $0.state == .current }
    return Card.of("Roles") {
      if current.isEmpty {
        p(.class("soft")) { "No role beyond what everybody may do." }
      } else {
        ul(.class("list")) {
          for line in current {
            li {
              div {
                RoleWords.title(line, words)
                br()
                small { PersonWords.place(line) }
              }
            }
          }
        }
      }
    }
  }

  private var own: HTML {
    Card.of("What is kept of you") {
      p { a(.href(PeoplePath.record.location(frame.person))) { "Your personnel record" } }
      p { a(.href(PeoplePath.reads.location())) { "Who opened your record" } }
      p { a(.href(OwnDataPath.page.location())) { "Everything, and a copy to take along" } }
    }
  }

  private var office: HTML {
    Card.of("Sign-in") {
      if frame.profile.isDeactivated {
        p { "Deactivated. Roles and appointments are kept as they were." }
        Form.button(
          frame.visit, "Reactivate", PeoplePath.reactivate.location(frame.person))
      } else {
        OfficeSignIn.of(frame.visit, frame.person, hasAddress: entry.address != nil)
        p {
          a(.class("btn danger"), .href(PeoplePath.deactivate.location(frame.person))) {
            "Deactivate"
          }
        }
      }
    }
  }
}
