package import Kernel
package import SQLStore

/// A department of the institution; each program belongs to one.
package struct Department: Sendable, Equatable {
  package let id: DepartmentID
  package let name: String

  /// Adds a department.
  package static func add(
    named name: String, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> DepartmentID {
    let id = world.newID(DepartmentID.self)
    try NamedTable.departments.add(name, id: id.text, by: viewer, to: writer)
    return id
  }

  /// Gives a department another name, also in the directory.
  package static func rename(
    _ id: DepartmentID, to name: String, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let kept = try NamedTable.departments.rename(id.text, to: name, by: viewer, writer: writer)
    guard let kept else { return }
    try writer.execute(
      "UPDATE directory_entry SET department_name = \(kept) WHERE department_id = \(id)")
  }

  /// Removes a department that has no programs.
  package static func remove(
    _ id: DepartmentID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    try NamedTable.departments.remove(
      id.text,
      unless: [
        ("programs", "SELECT count(*) FROM program WHERE department_id = \(id)"),
        ("roles", RoleGrant.uses(of: .department(id))),
      ], by: viewer, writer: writer)
  }

  /// One page of the departments, by name, with what belongs to each: one query.
  package static func list(
    _ query: PlaceQuery = PlaceQuery(), viewer: Viewer, reader: any SQLReader
  ) throws -> Listed<PlaceLine<Entity.Department>> {
    try query.page(
      of: "department", counted: Headcount.byProgram("program.department_id", on: viewer.today),
      viewer,
      reader)
  }

  /// A department that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: DepartmentID, viewer: Viewer, reader: any SQLReader
  ) throws -> Department {
    guard viewer.isSignedIn else { throw Absent() }
    return Department(id: id, name: try NamedTable.departments.name(of: id.text, reader))
  }
}

extension RoleGrant {
  /// How many grants, also past ones, hold somewhere.
  static func uses(of scope: Scope) -> SQLQuery {
    "SELECT count(*) FROM role_grant WHERE \(scope.condition)"
  }
}
