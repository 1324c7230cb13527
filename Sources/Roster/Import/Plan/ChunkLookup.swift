import Kernel
import SQLStore

/// What the database knows of the people of some rows: four statements, however many rows.
struct ChunkLookup: Sendable {
  /// Someone who is in the database.
  struct Known: Sendable {
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

  /// What a database without people knows.
  static let nobody = ChunkLookup()

  private init() {}

  /// Whom to look for.
  struct Keys: Sendable {
    var numbers: [String] = []
    var addresses: [String] = []
    let today: Day
  }

  init(_ keys: Keys, in reader: any SQLReader) throws {
    if !keys.numbers.isEmpty {
      try reader.forEach(
        """
        SELECT \(Person.columns), deactivated_at FROM person
        WHERE personnel_number IN (\(list: keys.numbers))
        """
      ) { row in
        let person = try Person(row: row)
        people[person.personnelNumber ?? ""] = Known(
          person: person, isActive: try row.textOrNil("deactivated_at") == nil)
      }
    }
    if !keys.addresses.isEmpty {
      try reader.forEach(
        "SELECT id, address_key FROM person WHERE address_key IN (\(list: keys.addresses))"
      ) { row in holders[try row.text("address_key")] = try row.id("id") }
    }
    let ids = people.values.map(\.person.id).sorted()
    guard !ids.isEmpty else { return }
    try reader.forEach(
      """
      SELECT person_id, role FROM role_grant
      WHERE person_id IN (\(list: ids)) AND revoked_at IS NULL
        AND (ends_on IS NULL OR ends_on >= \(keys.today))
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
