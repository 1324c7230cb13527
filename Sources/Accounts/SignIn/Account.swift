import Kernel
import Roster
import SQLStore

/// What signing in needs to know of someone who may.
struct Account: Sendable, Equatable {
  let person: PersonID
  let name: String
  /// Where their mail goes; nil where nobody wrote an address down.
  let address: String?
  /// The stored password; nil for those who sign in by mailed links.
  let passwordHash: String?
  let hasSecondFactor: Bool

  /// The account of an address; nil where nobody has it or they are deactivated.
  static func find(address: String, reader: any SQLReader) throws -> Account? {
    let key = Person.addressKey(address)
    return try reader.first(Account.self, query("person.address_key = \(key)"))
  }

  /// The account of a person; nil where they are deactivated.
  static func find(_ person: PersonID, reader: any SQLReader) throws -> Account? {
    try reader.first(Account.self, query("person.id = \(person)"))
  }

  private static func query(_ condition: SQLQuery) -> SQLQuery {
    """
    SELECT person.id AS id, directory_entry.name AS name, person.address AS address,
      password.hash AS hash, second_factor.confirmed_at AS confirmed_at
    FROM person JOIN directory_entry ON directory_entry.person_id = person.id
    LEFT JOIN password ON password.person_id = person.id
    LEFT JOIN second_factor ON second_factor.person_id = person.id
    WHERE \(condition) AND person.deactivated_at IS NULL
    """
  }
}

extension Account: SQLDecodable {
  init(row: SQLRow) throws {
    self.init(
      person: try row.id("id"), name: try row.text("name"), address: try row.textOrNil("address"),
      passwordHash: try row.textOrNil("hash"),
      hasSecondFactor: try row.textOrNil("confirmed_at") != nil)
  }
}
