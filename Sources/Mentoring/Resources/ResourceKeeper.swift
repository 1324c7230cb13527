package import Kernel
import Roster
package import SQLStore

/// Which career resources someone keeps: the office all of them; whoever directs or coordinates a
/// program, and the office of a department, those of their departments.
package struct ResourceKeeper: Sendable, Equatable {
  private let isSignedIn: Bool
  /// Whether they keep those of the office and of every department.
  package let keepsAll: Bool
  /// The departments whose resources they keep.
  package let departments: Set<DepartmentID>

  /// Reads which departments are the viewer's.
  package init(_ viewer: Viewer, _ reader: any SQLReader) throws {
    isSignedIn = viewer.isSignedIn
    keepsAll = viewer.mayRunMentoring
    let programs = viewer.ownPrograms
    let ofPrograms: [DepartmentID] =
      programs.isEmpty
      ? []
      : try reader.rows(
        "SELECT DISTINCT department_id FROM program WHERE id IN (\(list: programs))"
      ).map { try $0.id("department_id") }
    departments = Set(viewer.ownDepartments + ofPrograms)
  }

  /// Whether they keep any.
  package var keepsSome: Bool { keepsAll || !departments.isEmpty }

  /// Whether they keep what a department answers for, or the office where it is nil.
  package func keeps(of department: DepartmentID?) -> Bool {
    keepsAll || department.map(departments.contains) == true
  }

  /// Which rows of `career_resource` they may read.
  var mayRead: SQLQuery {
    guard isSignedIn else { return "1 = 0" }
    if keepsAll { return "1 = 1" }
    guard !departments.isEmpty else { return "career_resource.retired_at IS NULL" }
    return """
      (career_resource.retired_at IS NULL
        OR career_resource.department_id IN (\(list: departments.sorted())))
      """
  }
}
