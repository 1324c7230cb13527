package import Kernel
package import SQLStore

/// The directory: the roster as everybody may see it, ready to be listed and searched.
package enum Directory {
  /// The statement that keeps one entry; values in the order of ``add(_:_:today:to:)``.
  package static let upsert: StaticString =
    """
    INSERT INTO directory_entry (person_id, sort_key, search_key, name, address, capacity,
      presence, training_level, program_id, program_name, department_id, department_name,
      site_id, site_name)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (person_id) DO UPDATE SET sort_key = excluded.sort_key,
      search_key = excluded.search_key, name = excluded.name, address = excluded.address,
      capacity = excluded.capacity, presence = excluded.presence,
      training_level = excluded.training_level, program_id = excluded.program_id,
      program_name = excluded.program_name, department_id = excluded.department_id,
      department_name = excluded.department_name, site_id = excluded.site_id,
      site_name = excluded.site_name
    """

  /// Which of the values of ``upsert`` the directory is sorted by, from 0.
  static let sortKeyPlace = 1

  /// Where someone trains, in words, as an entry shows it.
  package struct Place: Sendable {
    package let program: ProgramID
    package let programName: String
    package let department: DepartmentID
    package let departmentName: String
    package let site: SiteID?
    package let siteName: String?

    /// Names each part beside its identifier.
    package init(
      program: (ProgramID, String), department: (DepartmentID, String), site: (SiteID, String)?
    ) {
      (self.program, self.programName) = program
      (self.department, self.departmentName) = department
      self.site = site?.0
      self.siteName = site?.1
    }
  }

  /// What an entry is made of.
  struct Facts {
    let person: Person
    let isActive: Bool
    /// The appointment that leads today, and where it is.
    let appointment: Appointment?
    let place: Place?

    /// Whoever trained here once and stayed is no longer where that appointment was.
    var training: Appointment? { person.capacity == .trainee ? appointment : nil }

    func presence(on today: Day) -> Presence {
      if !isActive { return .former }
      guard person.capacity == .trainee else { return .current }
      return appointment?.presence(on: today) ?? .former
    }
  }

  /// The folded texts by which someone is sorted and found.
  struct Keys {
    let family: String
    let given: String
    let preferred: String?
    let address: String?

    /// - Parameter fold: makes a ``FoldedText/key(_:)``.
    init(of person: Person, fold: (String) -> String = FoldedText.key) {
      (family, given) = (fold(person.name.family), fold(person.name.given))
      preferred = person.name.preferred.map(fold)
      address = person.address.map(FoldedText.key)
    }

    /// Family name first.
    func addSortKey(to rows: inout SQLRows) {
      rows.add(family)
      rows.lengthen(by: " ")
      rows.lengthen(by: preferred ?? given)
    }

    /// Each word behind a space.
    func addSearchKey(to rows: inout SQLRows) {
      rows.add(" ")
      rows.lengthen(by: given)
      for text in [family, preferred, address] {
        guard let text else { continue }
        rows.lengthen(by: " ")
        rows.lengthen(by: text)
      }
    }
  }

  /// Adds the values of ``upsert`` to others.
  static func add(_ facts: Facts, _ keys: Keys, today: Day, to rows: inout SQLRows) {
    let person = facts.person
    let training = facts.training
    let place = training == nil ? nil : facts.place
    rows.add(person.id.text)
    keys.addSortKey(to: &rows)
    keys.addSearchKey(to: &rows)
    rows.add(person.name.display)
    rows.add(person.address)
    rows.add(person.capacity.rawValue)
    rows.add(facts.presence(on: today).rawValue)
    rows.add((training?.level).sqlValue)
    rows.add(place?.program.text)
    rows.add(place?.programName)
    rows.add(place?.department.text)
    rows.add(place?.departmentName)
    rows.add(place?.site?.text)
    rows.add(place?.siteName)
  }

  /// Makes the entries of some people anew, after their facts have changed.
  package static func refresh(
    _ people: [PersonID], today: Day, in writer: any SQLWriter
  ) throws {
    for start in stride(from: 0, to: people.count, by: 500) {
      let some = Array(people[start..<min(start + 500, people.count)])
      try writer.executeMany(upsert, try entries(of: some, today: today, writer))
    }
  }

  private static func entries(
    of people: [PersonID], today: Day, _ reader: any SQLReader
  ) throws -> SQLRows {
    let appointments = Dictionary(
      grouping: try reader.all(
        Appointment.self,
        """
        SELECT \(Appointment.columns) FROM appointment WHERE person_id IN (\(list: people))
        """), by: \.person)
    let leading = appointments.compactMapValues { Appointment.leading($0, on: today) }
    let places = try places(of: Array(leading.values), reader)
    var entries = SQLRows(width: RosterStatement.listPerson.width)
    try reader.forEach(
      """
      SELECT \(Person.columns), deactivated_at FROM person WHERE id IN (\(list: people))
      """
    ) { row in
      let person = try Person(row: row)
      let isActive = try row.textOrNil("deactivated_at") == nil
      let facts = Facts(
        person: person, isActive: isActive, appointment: leading[person.id],
        place: leading[person.id].flatMap { places[$0.id] })
      add(facts, Keys(of: person), today: today, to: &entries)
    }
    return entries
  }

  private static func places(
    of appointments: [Appointment], _ reader: any SQLReader
  ) throws -> [ID<Appointment>: Place] {
    var places: [ID<Appointment>: Place] = [:]
    try reader.forEach(
      """
      SELECT appointment.id AS id, program.id AS program_id, program.name AS program_name,
        department.id AS department_id, department.name AS department_name,
        site.id AS site_id, site.name AS site_name
      FROM appointment
      JOIN program ON program.id = appointment.program_id
      JOIN department ON department.id = program.department_id
      LEFT JOIN site ON site.id = appointment.site_id
      WHERE appointment.id IN (\(list: appointments.map(\.id)))
      """
    ) { row in
      let site = try row.idOrNil("site_id", SiteID.self).map { ($0, try row.text("site_name")) }
      places[try row.id("id")] = Place(
        program: (try row.id("program_id"), try row.text("program_name")),
        department: (try row.id("department_id"), try row.text("department_name")), site: site)
    }
    return places
  }
}
