/// The statements of an import, in the order in which they are run.
///
/// Whoever gives up an address comes before those who take it, and whatever is pointed at before
/// what points at it.
enum RosterStatement: Int, CaseIterable {
  case addSponsor, addSite, addDepartment, addProgram, changeProgram
  case changePerson, addPerson, changeAppointment, addAppointment, listPerson, keepImage

  /// The tables to which a file of people adds a row for most of its own.
  static let filledTables = ["person", "appointment", "directory_entry"]

  /// How many values a row has: each is named once.
  var width: Int { "\(text)".utf8.count { $0 == UInt8(ascii: "$") } }

  /// The text, with `$1, $2 …` for the values.
  var text: StaticString {
    switch self {
    case .addSponsor: "INSERT INTO sponsor (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)"
    case .addSite: "INSERT INTO site (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)"
    case .addDepartment:
      "INSERT INTO department (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)"
    case .addProgram:
      """
      INSERT INTO program (id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """
    case .changeProgram:
      "UPDATE program SET accreditation_number = $1, director_address = $2 WHERE id = $3"
    case .changePerson:
      """
      UPDATE person SET family_name = $1, given_name = $2, preferred_name = $3, degrees = $4,
        address = $5, address_key = $6, capacity = $7
      WHERE id = $8
      """
    case .addPerson:
      """
      INSERT INTO person (id, personnel_number, family_name, given_name, preferred_name, degrees,
        address, address_key, capacity, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """
    case .changeAppointment:
      """
      UPDATE appointment SET program_id = $1, site_id = $2, training_level = $3, standing = $4,
        starts_on = $5, ends_on = $6, ends_as = $7, level_since = $8
      WHERE id = $9
      """
    case .addAppointment:
      """
      INSERT INTO appointment (id, person_id, program_id, site_id, training_level, standing,
        starts_on, ends_on, level_since, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """
    case .listPerson: Directory.upsert
    case .keepImage:
      """
      INSERT INTO roster_import_before (import_id, entity, entity_id, before, after)
      VALUES ($1, $2, $3, $4, $5)
      """
    }
  }
}
