import HTML
import Kernel
import Roster

/// The roles of a person.
struct PersonRolesPage: Sendable {
  let frame: PersonFrame
  let lines: [RoleLine]
  /// Whether what is over is shown as well.
  let withPast: Bool

  private var mayGrant: Bool { Role.allCases.contains { frame.visit.viewer.mayGrant($0) } }

  var page: Page {
    frame.page(.roles, actions: actions) {
      p(.class("sees")) {
        frame.visit.words(
          "Seen by: everyone who signs in, as long as the role holds; after it, the person and the "
            + "{office}")
      }
      if lines.isEmpty {
        EmptyState.of(
          "No role",
          "Everybody sees the directory and their own record. Roles allow more, somewhere, for "
            + "a time.")
      } else {
        RoleTable(visit: frame.visit, lines: lines, namesPeople: false).markup
      }
      if frame.isOwn || frame.visit.viewer.mayKeepRoster { past }
      p { a(.href(RolePath.roles.location())) { "Who may do what for the whole institution" } }
    }
  }

  private var actions: HTML {
    mayGrant && !frame.profile.isDeactivated
      ? a(.class("btn primary"), .href(RolePath.grant.location(frame.person))) {
        "Grant a role"
      } : .nothing
  }

  private var past: HTML {
    let location = RolePath.ofPerson.location(
      frame.person, query: withPast ? [] : [("past", "yes")])
    return p {
      a(.href(location)) { withPast ? "Hide what is over" : "Show what is over as well" }
    }
  }
}

/// Who may do what for the whole institution.
struct InstitutionRolesPage: Sendable {
  let visit: Visit
  let lines: [RoleLine]

  var page: Page {
    Page(
      "Who may do what", in: .people, under: [.init("People", PeoplePath.people.location())],
      subtitle: visit.words(
        "Roles for the whole institution. Those of {a program} are on its page.")
    ) {
      RoleTable(visit: visit, lines: lines, namesPeople: true, namesPlaces: false).markup
      Card.of("What the roles allow") {
        Facts.of(
          Role.allCases.map {
            Facts.Line($0.label(in: visit.words), $0.purpose(in: visit.words))
          })
      }
    }
  }
}

/// Before a role is ended: what it means, and when.
struct RoleEndPage: Sendable {
  let visit: Visit
  let state: FormState
  let line: RoleLine

  var page: Page {
    let person = line.grant.person
    return Page(
      "End a role", in: .people,
      under: [
        .init("People", PeoplePath.people.location()),
        .init(line.personName, RolePath.ofPerson.location(person)),
      ],
      subtitle: "\(line.grant.role.label(in: visit.words)), \(PersonWords.place(line))"
    ) {
      div(.class("cols")) {
        Card.of("At once") {
          p { "What the role allows is over with the next click. Its deputies lose it as well." }
          Form.button(
            visit, "End it now", RolePath.revoke.location(line.grant.id), style: "btn danger")
        }
        Card.of("On a day to come") {
          Form.of(visit, RolePath.end.location(line.grant.id), state) {
            Field(Term.Field.endsOn, "Last day", seenBy: "everyone who signs in")
              .text(state, type: "date")
            Form.acts("Set the last day", cancel: RolePath.ofPerson.location(person))
          }
        }
      }
    }
  }
}

/// The form that names a deputy.
struct DeputyPage: Sendable {
  let visit: Visit
  let state: FormState
  let line: RoleLine

  var page: Page {
    Page(
      "Name a deputy", in: .people,
      under: [
        .init("People", PeoplePath.people.location()),
        .init(line.personName, RolePath.ofPerson.location(line.grant.person)),
      ],
      subtitle: "\(line.grant.role.label(in: visit.words)), \(PersonWords.place(line))"
    ) {
      p {
        "A deputy may do everything that the role allows, from day to day, as long as the role "
          + "itself holds. Deputies cannot name deputies."
      }
      Form.of(visit, RolePath.deputy.location(line.grant.id), state) {
        GrantFields.person(state)
        GrantFields.term(state)
        Form.acts("Name the deputy", cancel: RolePath.ofPerson.location(line.grant.person))
      }
    }
  }
}
