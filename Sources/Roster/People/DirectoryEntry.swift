package import Kernel
package import SQLStore

/// What everybody who is signed in may see of a person.
///
/// Standing, personnel numbers and legal names are not in it: they are in the record.
package struct DirectoryEntry: Sendable, Equatable {
  package let person: PersonID
  /// The name as pages show it.
  package let name: String
  package let address: String?
  package let capacity: Capacity
  package let presence: Presence
  /// The post-graduate year of a trainee.
  package let level: Int?
  package let programName: String?
  package let departmentName: String?
  package let siteName: String?
  /// The key by which lists are sorted; also where a page of a list ends.
  package let sortKey: String
}

extension DirectoryEntry: SQLDecodable {
  static let columns: SQLQuery =
    """
    person_id, sort_key, name, address, capacity, presence, training_level, program_name,
    department_name, site_name
    """

  package init(row: SQLRow) throws {
    self.init(
      person: try row.id("person_id"), name: try row.text("name"),
      address: try row.textOrNil("address"), capacity: try row.word("capacity"),
      presence: try row.word("presence"), level: try row.integerOrNil("training_level"),
      programName: try row.textOrNil("program_name"),
      departmentName: try row.textOrNil("department_name"),
      siteName: try row.textOrNil("site_name"), sortKey: try row.text("sort_key"))
  }
}
