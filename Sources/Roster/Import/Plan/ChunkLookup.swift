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

  /// Whom to look for.
  struct Keys: Sendable {
    var numbers: [String] = []
    var addresses: [String] = []
    let today: Day
  }

  /// What is known of everybody, where there are so few that no chunk has to ask again: at the
  /// first import there is an administrator, and rarely more.
  /// - Returns: nil where more people are known than a chunk has.
  static func ofFew(today: Day, in reader: any SQLReader) throws -> ChunkLookup? {
    var keys = Keys(today: today)
    var people = 0
    try reader.forEach(
      "SELECT personnel_number, address_key FROM person LIMIT \(RosterPass.chunk + 1)"
    ) { row in
      people += 1
      if let number = try row.textOrNil("personnel_number") { keys.numbers.append(number) }
      if let address = try row.textOrNil("address_key") { keys.addresses.append(address) }
    }
    return people > RosterPass.chunk ? nil : try ChunkLookup(keys, in: reader)
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
