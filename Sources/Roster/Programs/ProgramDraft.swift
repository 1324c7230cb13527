package import Kernel
import SQLStore

/// A program as typed into a form, and found right in itself.
package struct ProgramDraft: Sendable, Equatable {
  package var name: String
  package var accreditationNumber: String?
  package var department: DepartmentID
  package var directorAddress: String?
  /// The post-graduate year after which people graduate.
  package var finalLevel: Int?

  package init(
    name: String, accreditationNumber: String? = nil, department: DepartmentID,
    directorAddress: String? = nil, finalLevel: Int? = nil
  ) {
    self.name = name
    self.accreditationNumber = accreditationNumber
    self.department = department
    self.directorAddress = directorAddress
    self.finalLevel = finalLevel
  }

  /// The names of the fields.
  package enum Field {
    /// The program's name.
    package static let name = "name"
    /// The accreditor's number.
    package static let accreditationNumber = "accreditation_number"
    /// The department.
    package static let department = "department"
    /// The director's address as the record system gives it.
    package static let directorAddress = "director_address"
    /// The post-graduate year after which people graduate.
    package static let finalLevel = "final_level"
    /// The sponsor of record.
    package static let sponsor = "sponsor"
  }

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let name = fields.required(Field.name, "Write the {program}'s name.")
    let number = fields.line(Field.accreditationNumber, most: 40)
    let department = fields.id(
      Field.department, DepartmentID.self, "Choose the {department}.")
    let address = fields.line(Field.directorAddress, most: 254)
    if let address, !TypedLine.isAddress(address) {
      fields.add(
        Field.directorAddress, "This is not a mail address. It looks like name@hospital.org.")
    }
    let finalLevel =
      typed(Field.finalLevel).isEmpty
      ? nil
      : fields.number(
        Field.finalLevel, in: AppointmentDraft.levels,
        "Write the last year of training as a number from 1 to 12, or leave it empty.")
    try fields.problems.throwIfAny()
    guard let name, let department else { throw Problems(field: nil, "Fill in the form.") }
    self.init(
      name: name, accreditationNumber: number, department: department, directorAddress: address,
      finalLevel: finalLevel)
  }

  /// The draft of a program as it is kept.
  package init(_ program: Program) {
    self.init(
      name: program.name, accreditationNumber: program.accreditationNumber,
      department: program.department, directorAddress: program.directorAddress,
      finalLevel: program.finalLevel)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.name, name), (Field.accreditationNumber, accreditationNumber ?? ""),
      (Field.department, department.text), (Field.directorAddress, directorAddress ?? ""),
      (Field.finalLevel, finalLevel.map(String.init) ?? ""),
    ]
  }

  /// Throws problems where the number or the name is taken, or there is no such department.
  /// - Parameter id: the program that may have them already.
  func check(of id: ProgramID?, in reader: any SQLReader) throws {
    var problems = Problems()
    let own = id?.text ?? ""
    if let accreditationNumber,
      let other = try reader.first(
        """
        SELECT name FROM program
        WHERE accreditation_number = \(accreditationNumber) AND id <> \(own)
        """)
    {
      problems.add(
        Field.accreditationNumber,
        "\(try other.text("name")) has this number already. Numbers are unique.")
    }
    let named = try reader.number(
      """
      SELECT count(*) FROM program WHERE name_key = \(FoldedText.key(name))
        AND department_id = \(department) AND id <> \(own)
      """)
    if named > 0 {
      problems.add(
        Field.name, "The {department} has {a program} of this name already. Choose another name.")
    }
    try problems.throwIfAny()
    _ = try ScopeName.find(.department(department), in: reader)
  }
}
