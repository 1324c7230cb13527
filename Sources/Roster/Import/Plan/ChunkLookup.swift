import Kernel
import SQLStore

/// What the database knows of the people of some rows: four statements, however many rows.
struct ChunkLookup {
  /// Someone who is in the database.
  struct Known {
    let person: Person
    let isActive: Bool
  }

  /// The people by their personnel number.
  private(set) var people: [String: Known] = [:]
  /// Who has a mail address, by its key.
  private(set) var holders: [String: PersonID] = [:]
  /// The roles that ``people`` hold, today or later.
  private(set) var roles: [PersonID: Set<Role>] = [:]
  /// The appointments of ``people``, by their person, in the order of their start.
  private(set) var appointments: [PersonID: [Appointment]] = [:]

  /// Knows nobody, as a database without people does.
  init() {}

  init(
    numbers: [String], addressKeys: [String], today: Day, in reader: any SQLReader
  ) throws {
    if !numbers.isEmpty {
      try reader.forEach(
        """
        SELECT \(Person.columns), deactivated_at FROM person
        WHERE personnel_number IN (\(list: numbers))
        """
      ) { row in
        let person = try Person(row: row)
        people[person.personnelNumber ?? ""] = Known(
          person: person, isActive: try row.textOrNil("deactivated_at") == nil)
      }
    }
    if !addressKeys.isEmpty {
      try reader.forEach(
        "SELECT id, address_key FROM person WHERE address_key IN (\(list: addressKeys))"
      ) { row in holders[try row.text("address_key")] = try row.id("id") }
    }
    let ids = people.values.map(\.person.id).sorted()
    guard !ids.isEmpty else { return }
    try reader.forEach(
      """
      SELECT person_id, role FROM role_grant
      WHERE person_id IN (\(list: ids)) AND revoked_at IS NULL
        AND (ends_on IS NULL OR ends_on >= \(today))
      """
    ) { row in roles[try row.id("person_id"), default: []].insert(try row.word("role")) }
    let all = try reader.all(
      Appointment.self,
      "SELECT \(Appointment.columns) FROM appointment WHERE person_id IN (\(list: ids))")
    appointments = Dictionary(grouping: all, by: \.person).mapValues { appointments in
      appointments.sorted { ($0.startsOn, $0.id) < ($1.startsOn, $1.id) }
    }
  }
}
