import HTML
import Kernel
import Roster
import SQLStore

/// The list of departments.
struct DepartmentsPage: Sendable {
  let visit: Visit
  let listed: Listed<PlaceLine<Entity.Department>>

  var page: Page {
    Page(visit.words("{Departments}"), in: .departments, actions: actions) {
      if listed.entries.isEmpty {
        EmptyState.of(
          visit.words("There is no {department} yet"),
          visit.words("An import of your roster brings the {departments} with it."))
      } else {
        PlaceTable(
          words: visit.words, noun: .department, listed: listed,
          one: { DepartmentPath.department.location($0) },
          list: { DepartmentPath.departments.location($0) }
        ).markup
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn primary"), .href(DepartmentPath.add.location())) {
        visit.words("Add {a department}")
      }
      : .nothing
  }
}

/// A department with its programs.
struct DepartmentPage: Sendable {
  let visit: Visit
  let department: Department
  let programs: Listed<ProgramLine>
  let roles: [RoleLine]

  init(_ id: DepartmentID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    department = try Department.find(id, viewer: visit.viewer, reader: reader)
    programs = try Program.list(
      ProgramQuery(department: id), viewer: visit.viewer, reader: reader)
    roles = try RoleLine.held(in: .department(id), viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      department.name, in: .departments, under: DepartmentsPart.crumbs(visit), actions: actions
    ) {
      if programs.entries.isEmpty {
        EmptyState.of(
          visit.words("No {program} belongs to it"),
          visit.words("{Programs} say to which {department} they belong."))
      } else {
        ProgramTable(visit: visit, lines: programs.entries, namesDepartments: false).markup
        if programs.next != nil {
          p {
            a(.href(ProgramList(ProgramQuery(department: department.id)).location)) {
              visit.words("All {programs} of the {department}")
            }
          }
        }
      }
      p {
        a(.href(PeopleList(DirectoryQuery(department: department.id)).location)) {
          visit.words("Everybody in the {department}")
        }
      }
      if !roles.isEmpty {
        Card.of("Roles") {
          RoleTable(visit: visit, lines: roles, namesPeople: true, namesPlaces: false).markup
        }
      }
    }
  }

  private var actions: HTML {
    visit.viewer.mayKeepRoster
      ? a(.class("btn"), .href(DepartmentPath.edit.location(department.id))) { "Edit" }
      : .nothing
  }
}
