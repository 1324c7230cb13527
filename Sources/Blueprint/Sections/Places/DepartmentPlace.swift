import Kernel
import Roster

/// The departments.
enum DepartmentPlace: BlueprintPlace {
  static let key = "departments"
  static let heading = "{Departments}"
  static let kind = PlaceNames.Kind.department
  static let many = "{departments}"
  static let table: StaticString = "department"

  static func add(_ name: String, _ applying: Applying) throws -> String {
    try Department.add(
      named: name, by: applying.viewer, in: applying.world, to: applying.writer
    ).text
  }

  static func rename(_ id: String, to name: String, _ applying: Applying) throws {
    try Department.rename(
      DepartmentID(stored: id), to: name, by: applying.viewer, writer: applying.writer)
  }
}
