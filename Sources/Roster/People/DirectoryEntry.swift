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
      address: try row.textOrNil("address"), capacity: try Capacity(row),
      presence: try Presence(row), level: try row.integerOrNil("training_level"),
      programName: try row.textOrNil("program_name"),
      departmentName: try row.textOrNil("department_name"),
      siteName: try row.textOrNil("site_name"), sortKey: try row.text("sort_key"))
  }
}

// Fifty rows a page: `SQLRow.word` reads any type of word, and looks that type up for each.

extension Capacity {
  fileprivate init(_ row: SQLRow) throws {
    guard let word = Capacity(rawValue: try row.text("capacity")) else {
      throw SQLError(kind: .decoding, message: "column capacity is no Capacity")
    }
    self = word
  }
}

extension Presence {
  fileprivate init(_ row: SQLRow) throws {
    guard let word = Presence(rawValue: try row.text("presence")) else {
      throw SQLError(kind: .decoding, message: "column presence is no Presence")
    }
    self = word
  }
}
