import HTML
import Kernel
import Roster
import SQLStore

/// The addresses of departments.
enum DepartmentPath {
  static let departments = SitePath<NoArgument>("departments")
  static let add = SitePath<NoArgument>("departments", "add")
  static let department = SitePath<DepartmentID>("departments", argument: DepartmentID.self)
  static let edit = SitePath<DepartmentID>(
    "departments", argument: DepartmentID.self, then: "edit")
  static let remove = SitePath<DepartmentID>(
    "departments", argument: DepartmentID.self, then: "remove")
}

/// Departments and the programs that belong to them.
struct DepartmentsPart: Part {
  var places: [Place] {
    [
      Place(
        .departments, "{Departments}", DepartmentPath.departments.location(), in: .roster,
        for: .signedIn)
    ]
  }

  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(DepartmentPath.departments, .signedIn) { visit, _, reader in
      let place = ListPlace(after: visit.query["after"], before: visit.query["before"])
      let listed = try Department.list(
        PlaceQuery(place: place), viewer: visit.viewer, reader: reader)
      return .page(DepartmentsPage(visit: visit, listed: listed).page)
    }
    routes.page(DepartmentPath.department, .signedIn) { visit, id, reader in
      .page(try DepartmentPage(id, visit, reader).page)
    }
    registerKeeping(in: &routes)
  }

  private func registerKeeping(in routes: inout Routes) {
    routes.form(DepartmentPath.add, .rosterKeeper) { visit, _, state, _ in
      Page(visit.words("Add {a department}"), in: .departments, under: Self.crumbs(visit)) {
        PlaceForm(
          visit: visit, state: state, action: DepartmentPath.add.location(),
          cancel: DepartmentPath.departments.location()
        ).markup
      }
    } change: { visit, _, fields, writer in
      let id = try Department.add(
        named: fields[PlaceForm.field], by: visit.viewer, in: visit.world, to: writer)
      return .redirect(
        DepartmentPath.department.location(id), saying: "The {department} is added.")
    }
    routes.form(DepartmentPath.edit, .rosterKeeper) { visit, id, state, reader in
      let department = try Department.find(id, viewer: visit.viewer, reader: reader)
      return Page(
        visit.words("Edit the {department}"), in: .departments,
        under: Self.crumbs(visit, department)
      ) {
        PlaceForm(
          visit: visit, state: PlaceForm.filled(state, department.name),
          action: DepartmentPath.edit.location(id),
          cancel: DepartmentPath.department.location(id)
        ).markup
        PlaceForm.remove(visit, DepartmentPath.remove.location(id))
      }
    } change: { visit, id, fields, writer in
      try Department.rename(
        id, to: fields[PlaceForm.field], by: visit.viewer, writer: writer)
      return .redirect(DepartmentPath.department.location(id), saying: "Saved.")
    }
    routes.button(DepartmentPath.remove, .rosterKeeper) { visit, id, _, writer in
      try Department.remove(id, by: visit.viewer, writer: writer)
      return .redirect(DepartmentPath.departments.location(), saying: "Removed.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Department.list(
      PlaceQuery(text: text), viewer: visit.viewer, reader: reader)
    return [
      FoundGroup(
        heading: visit.words("{Departments}"),
        found: listed.entries.prefix(20).map { line in
          FoundGroup.Found(
            title: line.name, detail: visit.words.counted(line.programs, .program),
            location: DepartmentPath.department.location(line.id))
        })
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }

  static func crumbs(_ visit: Visit, _ department: Department? = nil) -> [Page.Breadcrumb] {
    [.init(visit.words("{Departments}"), DepartmentPath.departments.location())]
      + (department.map { [.init($0.name, DepartmentPath.department.location($0.id))] } ?? [])
  }
}
