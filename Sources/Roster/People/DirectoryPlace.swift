package import Kernel
package import SQLStore

/// Where someone trains, by identifier: a person's page links to it, lists only name it.
package struct DirectoryPlace: Sendable, Equatable {
  package let program: ProgramID?
  package let department: DepartmentID?
  package let site: SiteID?
}

extension DirectoryPlace: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      program: try row.idOrNil("program_id"), department: try row.idOrNil("department_id"),
      site: try row.idOrNil("site_id"))
  }
}

extension Directory {
  /// The entry of one person with where they train, at once.
  /// - Throws: ``Absent`` where there is nobody, or nobody whom the viewer may see.
  package static func placed(
    _ person: PersonID, viewer: Viewer, reader: any SQLReader
  ) throws -> (entry: DirectoryEntry, place: DirectoryPlace) {
    var found: (entry: DirectoryEntry, place: DirectoryPlace)?
    try reader.forEach(
      """
      SELECT \(DirectoryEntry.columns), program_id, department_id, site_id FROM directory_entry
      WHERE person_id = \(person) AND \(visible(to: viewer))
      """
    ) { found = (try DirectoryEntry(row: $0), try DirectoryPlace(row: $0)) }
    guard let found else { throw Absent() }
    return found
  }
}
