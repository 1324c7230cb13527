package import Kernel
import SQLStore

/// A person as typed into a form, and found right in itself.
package struct PersonDraft: Sendable, Equatable {
  package var name: PersonName
  package var capacity: Capacity
  package var personnelNumber: String?
  package var degrees: String?
  package var address: String?

  package init(
    name: PersonName, capacity: Capacity, personnelNumber: String? = nil, degrees: String? = nil,
    address: String? = nil
  ) {
    self.name = name
    self.capacity = capacity
    self.personnelNumber = personnelNumber
    self.degrees = degrees
    self.address = address
  }

  /// The names of the fields.
  package enum Field {
    /// The legal given name.
    package static let given = "given_name"
    /// The legal family name.
    package static let family = "family_name"
    /// The given name that the person prefers.
    package static let preferred = "preferred_name"
    /// The degrees behind the name.
    package static let degrees = "degrees"
    /// The mail address at work.
    package static let address = "address"
    /// As what the person is here.
    package static let capacity = "capacity"
    /// The record system's number.
    package static let personnelNumber = "personnel_number"
  }

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let given = fields.line(Field.given)
    let family = fields.line(Field.family)
    let preferred = fields.line(Field.preferred)
    if given == nil, family == nil, fields.problems.all.isEmpty {
      fields.add(Field.family, "Write a name. Whoever has one name only has it here.")
    }
    let degrees = fields.line(Field.degrees, most: 100)
    let address = fields.line(Field.address, most: 254)
    if let address, !TypedLine.isAddress(address) {
      fields.add(Field.address, "This is not a mail address. It looks like name@hospital.org.")
    }
    let capacity = fields.word(
      Field.capacity, Capacity.self, "Choose whether this is {a trainee}, faculty or staff.")
    let number = fields.line(Field.personnelNumber, most: 64)
    try fields.problems.throwIfAny()
    self.init(
      name: PersonName(given: given ?? "", family: family ?? "", preferred: preferred),
      capacity: capacity ?? .staff, personnelNumber: number, degrees: degrees, address: address)
  }

  /// The draft of someone as they are kept.
  package init(_ person: Person) {
    self.init(
      name: person.name, capacity: person.capacity, personnelNumber: person.personnelNumber,
      degrees: person.degrees, address: person.address)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.given, name.given), (Field.family, name.family),
      (Field.preferred, name.preferred ?? ""), (Field.degrees, degrees ?? ""),
      (Field.address, address ?? ""), (Field.capacity, capacity.rawValue),
      (Field.personnelNumber, personnelNumber ?? ""),
    ]
  }

  /// The person that the draft makes.
  func person(_ id: PersonID) -> Person {
    Person(
      id: id, name: name, capacity: capacity, personnelNumber: personnelNumber, degrees: degrees,
      address: address)
  }

  /// Throws problems where someone else has the number or the address.
  /// - Parameter id: the person who may have them already.
  func refuseTaken(by id: PersonID?, in reader: any SQLReader) throws {
    var problems = Problems()
    if let personnelNumber,
      let other = try holder("personnel_number = \(personnelNumber)", but: id, reader)
    {
      problems.add(Field.personnelNumber, "\(other) has this number already. Numbers are unique.")
    }
    if let address,
      let other = try holder("address_key = \(Person.addressKey(address))", but: id, reader)
    {
      problems.add(Field.address, "\(other) has this address already. Addresses are unique.")
    }
    try problems.throwIfAny()
  }

  private func holder(
    _ condition: SQLQuery, but id: PersonID?, _ reader: any SQLReader
  ) throws -> String? {
    try reader.first(
      Person.self,
      """
      SELECT \(Person.columns) FROM person WHERE \(condition) AND id <> \(id?.text ?? "")
      """)?.name.display
  }
}
