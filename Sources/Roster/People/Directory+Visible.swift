package import Kernel
package import SQLStore

extension Directory {
  /// The one rule of who is seen.
  ///
  /// Everybody signed in sees who is here, and themselves. Those who left or are to come are seen
  /// by the office, the official, and by those who answer for where they train.
  package static func visible(to viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person else { return "1 = 0" }
    if viewer.maySeeFormerPeople { return "1 = 1" }
    var ways: [SQLQuery] = [
      "directory_entry.presence = 'current'", "directory_entry.person_id = \(person)",
    ]
    if !viewer.ownPrograms.isEmpty {
      ways.append("directory_entry.program_id IN (\(list: viewer.ownPrograms))")
    }
    if !viewer.ownDepartments.isEmpty {
      ways.append("directory_entry.department_id IN (\(list: viewer.ownDepartments))")
    }
    if !viewer.ownSites.isEmpty {
      ways.append("directory_entry.site_id IN (\(list: viewer.ownSites))")
    }
    return "(" + SQLQuery.joined(ways, separator: " OR ") + ")"
  }
}
