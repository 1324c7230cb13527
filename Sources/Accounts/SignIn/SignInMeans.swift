package import Kernel
package import SQLStore

/// The ways in which someone signs in, as the page about them shows it.
package struct SignInMeans: Sendable, Equatable {
  /// Where links are mailed to; nil where nobody wrote an address down.
  package let address: String?
  /// When the password was set; nil for those who have none.
  package let passwordSetAt: Instant?
  package let secondFactor: SecondFactor

  /// Whether there is a password.
  package var hasPassword: Bool { passwordSetAt != nil }

  /// The means of a person.
  package static func of(_ person: PersonID, reader: any SQLReader) throws -> SignInMeans {
    let row = try reader.first(
      """
      SELECT person.address AS address, password.changed_at AS changed_at
      FROM person LEFT JOIN password ON password.person_id = person.id
      WHERE person.id = \(person)
      """)
    guard let row else { throw Absent() }
    return SignInMeans(
      address: try row.textOrNil("address"), passwordSetAt: try row.instantOrNil("changed_at"),
      secondFactor: try SecondFactor.of(person, reader: reader))
  }
}
