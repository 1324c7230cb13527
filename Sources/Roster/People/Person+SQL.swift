package import Kernel
package import SQLStore

extension Person {
  /// A person with what is not part of who they are.
  struct Stored: Sendable, Equatable {
    let person: Person
    let deactivatedAt: Instant?
  }

  /// The person of an identifier.
  /// - Throws: ``Absent`` where there is none.
  static func find(_ id: PersonID, in reader: any SQLReader) throws -> Stored {
    let row = try reader.first(
      "SELECT \(columns), deactivated_at FROM person WHERE id = \(id)")
    guard let row else { throw Absent() }
    return Stored(
      person: try Person(row: row), deactivatedAt: try row.instantOrNil("deactivated_at"))
  }

  /// The person for the form that edits them.
  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package static func toEdit(
    _ id: PersonID, viewer: Viewer, reader: any SQLReader
  ) throws -> Person {
    guard viewer.mayKeepRoster else { throw Absent() }
    return try find(id, in: reader).person
  }

  /// Keeps a new person.
  func insert(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO person (id, personnel_number, family_name, given_name, preferred_name, degrees,
        address, address_key, capacity)
      VALUES (\(id), \(personnelNumber), \(name.family), \(name.given), \(name.preferred),
        \(degrees), \(address), \(address.map(Person.addressKey)), \(capacity.rawValue))
      """)
  }

  /// Keeps what was changed.
  func update(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE person SET personnel_number = \(personnelNumber), family_name = \(name.family),
        given_name = \(name.given), preferred_name = \(name.preferred), degrees = \(degrees),
        address = \(address), address_key = \(address.map(Person.addressKey)),
        capacity = \(capacity.rawValue)
      WHERE id = \(id)
      """)
  }
}
