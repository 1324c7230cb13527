import HTML
import Kernel
import Roster

/// Roles with who holds them, where, since when, and what the viewer can do about each.
struct RoleTable: Sendable {
  let visit: Visit
  let lines: [RoleLine]
  /// Whether the first column names the person; else it names the role.
  let namesPeople: Bool
  /// Whether a column says where the role holds; on the page of a place all hold there.
  var namesPlaces = true

  var markup: HTML {
    let hasWays = lines.contains { mayEnd($0) || mayDeputize($0) }
    return table {
      caption(.class("vh")) { "Roles" }
      Cells.head(
        (namesPeople ? ["Person"] : []) + ["Role"] + (namesPlaces ? ["Where"] : []) + [
          "When", "State",
        ]
          + (hasWays ? ["Change"] : []))
      tbody { for line in lines { row(line, hasWays) } }
    }
  }

  private func row(_ line: RoleLine, _ hasWays: Bool) -> HTML {
    tr {
      if namesPeople {
        Cells.name(line.personName, RolePath.ofPerson.location(line.grant.person))
        td { RoleWords.title(line, visit.words) }
      } else {
        Cells.name { RoleWords.title(line, visit.words) }
      }
      if namesPlaces { td { place(line) } }
      Cells.labeled("When", .text(PersonWords.term(line.grant.startsOn, line.grant.endsOn)))
      td { RoleWords.badge(line.state) }
      if hasWays {
        td(.class("fix"), .named("data-label", "Change")) { ways(line) }
      }
    }
  }

  private func place(_ line: RoleLine) -> HTML {
    let name = PersonWords.place(line)
    return switch line.grant.scope {
    case .program(let id): a(.href(ProgramPath.program.location(id))) { name }
    case .department(let id): a(.href(DepartmentPath.department.location(id))) { name }
    case .site(let id): a(.href(SitesPath.site.location(id))) { name }
    case .institution: .text(name)
    }
  }

  /// Buttons, since two links so close are hard to hit with a finger.
  private func ways(_ line: RoleLine) -> HTML {
    .group([
      mayEnd(line) ? way("End", RolePath.end.location(line.grant.id)) : .nothing,
      mayDeputize(line)
        ? .group([" ", way("Name a deputy", RolePath.deputy.location(line.grant.id))])
        : .nothing,
    ])
  }

  private func way(_ label: String, _ location: Location) -> HTML {
    a(.class("btn small"), .href(location)) { label }
  }

  private func isOpen(_ line: RoleLine) -> Bool {
    line.state == .current || line.state == .upcoming
  }

  /// The same rule as the verb's: whoever may grant the role, and whose deputy it is.
  private func mayEnd(_ line: RoleLine) -> Bool {
    isOpen(line)
      && (visit.viewer.mayGrant(line.grant.role)
        || (line.principal != nil && line.principal?.person == visit.viewer.person))
  }

  private func mayDeputize(_ line: RoleLine) -> Bool {
    isOpen(line) && line.grant.mayBeDeputized(by: visit.viewer)
  }
}
