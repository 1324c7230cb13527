import Kernel
import SQLStore

/// What an import writes for some rows of the file: values for statements, in their order.
///
/// It is made on the thread that reads the file, while the store's own thread still writes the
/// batch before.
struct RosterBatch: Sendable {
  /// One statement with its values.
  struct Step: Sendable {
    let statement: StaticString
    let rows: [[SQLValue]]
  }

  private(set) var steps: [Step] = []
  private let importID: SQLValue

  /// What is written for planned rows, and for the places that the catalog has learned of since
  /// it was asked last. Whoever gives up an address is written before those who take it.
  init(
    _ rows: [PlannedRow], _ catalog: inout PlaceCatalog, of importID: ID<RosterImport>, today: Day
  ) {
    self.importID = importID.sqlValue
    addPlaces(&catalog)
    updatePeople(rows.filter { $0.before != nil && $0.changesPerson })
    insertPeople(rows.filter { $0.before == nil })
    updateAppointments(rows.flatMap { $0.appointments?.updates ?? [] })
    insertAppointments(rows.compactMap { $0.appointments?.inserted })
    addDirectory(rows.filter { $0.kind != .unchanged }, catalog, today)
  }

  /// What the file says about programs that were there; after the last rows.
  init(changedPrograms catalog: PlaceCatalog, of importID: ID<RosterImport>) {
    self.importID = importID.sqlValue
    let changed = catalog.changedPrograms
    add(
      "UPDATE program SET accreditation_number = $1, director_address = $2 WHERE id = $3",
      changed.map { program in
        [
          program.facts.accreditationNumber.sqlValue, program.facts.directorAddress.sqlValue,
          program.id.sqlValue,
        ]
      })
    keep(
      .program,
      changed.compactMap { program in
        program.before.map { (program.id.text, RowImage.json($0), RowImage.json(program.facts)) }
      })
  }

  /// Runs the statements.
  func write(to writer: any SQLWriter) throws {
    for step in steps { try writer.executeMany(step.statement, step.rows) }
  }

  private mutating func add(_ statement: StaticString, _ rows: [[SQLValue]]) {
    if !rows.isEmpty { steps.append(Step(statement: statement, rows: rows)) }
  }

  private mutating func addPlaces(_ catalog: inout PlaceCatalog) {
    add(
      "INSERT INTO sponsor (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.sponsors.takeNew()))
    add(
      "INSERT INTO site (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.sites.takeNew()))
    add(
      "INSERT INTO department (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.departments.takeNew()))
    add(
      """
      INSERT INTO program (id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      catalog.takeNewPrograms().map { program in
        [
          program.id.sqlValue, .text(program.name), .text(program.key),
          program.facts.accreditationNumber.sqlValue,
          .text(catalog.departments.all[program.department].id),
          .text(catalog.sponsors.all[program.sponsor].id), program.facts.directorAddress.sqlValue,
          importID,
        ]
      })
  }

  private func named(_ places: ArraySlice<NamedPlaces.Place>) -> [[SQLValue]] {
    places.map { [.text($0.id), .text($0.name), .text($0.key), importID] }
  }

  private mutating func keep(
    _ entity: RowImage.Entity, _ images: [(id: String, before: String, after: String)]
  ) {
    add(
      """
      INSERT INTO roster_import_before (import_id, entity, entity_id, before, after)
      VALUES ($1, $2, $3, $4, $5)
      """,
      images.map { image in
        [
          importID, .text(entity.rawValue), .text(image.id), .text(image.before),
          .text(image.after),
        ]
      })
  }
}

extension RosterBatch {
  private mutating func insertPeople(_ rows: [PlannedRow]) {
    add(
      """
      INSERT INTO person (id, personnel_number, family_name, given_name, preferred_name, degrees,
        address, address_key, capacity, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      rows.map { row in
        let person = row.person
        return [
          person.id.sqlValue, person.personnelNumber.sqlValue, .text(person.name.family),
          .text(person.name.given), person.name.preferred.sqlValue, person.degrees.sqlValue,
          person.address.sqlValue, person.address.map(Person.addressKey).sqlValue,
          .text(person.capacity.rawValue), importID,
        ]
      })
  }

  private mutating func updatePeople(_ rows: [PlannedRow]) {
    add(
      """
      UPDATE person SET family_name = $1, given_name = $2, preferred_name = $3, degrees = $4,
        address = $5, address_key = $6, capacity = $7
      WHERE id = $8
      """,
      rows.map { row in
        let person = row.person
        return [
          .text(person.name.family), .text(person.name.given), person.name.preferred.sqlValue,
          person.degrees.sqlValue, person.address.sqlValue,
          person.address.map(Person.addressKey).sqlValue, .text(person.capacity.rawValue),
          person.id.sqlValue,
        ]
      })
    keep(
      .person,
      rows.compactMap { row in
        row.before.map { (row.person.id.text, RowImage.json($0), RowImage.json(row.person)) }
      })
  }

  private mutating func insertAppointments(_ appointments: [Appointment]) {
    add(
      """
      INSERT INTO appointment (id, person_id, program_id, site_id, training_level, standing,
        starts_on, ends_on, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      appointments.map { appointment in
        [
          appointment.id.sqlValue, appointment.person.sqlValue, appointment.program.sqlValue,
          appointment.site.sqlValue, appointment.level.sqlValue,
          .text(appointment.standing.rawValue), appointment.startsOn.sqlValue,
          appointment.endsOn.sqlValue, importID,
        ]
      })
  }

  private mutating func updateAppointments(_ updates: [AppointmentPlan.Update]) {
    add(
      """
      UPDATE appointment SET program_id = $1, site_id = $2, training_level = $3, standing = $4,
        starts_on = $5, ends_on = $6, ends_as = $7
      WHERE id = $8
      """,
      updates.map { update in
        let after = update.after
        return [
          after.program.sqlValue, after.site.sqlValue, after.level.sqlValue,
          .text(after.standing.rawValue), after.startsOn.sqlValue, after.endsOn.sqlValue,
          (after.endsAs?.rawValue).sqlValue, after.id.sqlValue,
        ]
      })
    keep(
      .appointment,
      updates.map { ($0.after.id.text, RowImage.json($0.before), RowImage.json($0.after)) })
  }

  private mutating func addDirectory(
    _ rows: [PlannedRow], _ catalog: PlaceCatalog, _ today: Day
  ) {
    add(
      Directory.upsert,
      rows.map { row in
        Directory.values(
          of: row.person, isActive: row.isActive, appointment: row.leading,
          place: row.leading.flatMap { Self.place(of: $0, catalog) }, today: today)
      })
  }

  private static func place(
    of appointment: Appointment, _ catalog: PlaceCatalog
  ) -> Directory.Place? {
    guard let index = catalog.program(appointment.program) else { return nil }
    let department = catalog.departments.all[catalog.programs[index].department]
    let site = appointment.site.flatMap { catalog.sites.index(id: $0.text) }
    return Directory.Place(
      program: (catalog.programs[index].id, catalog.programs[index].name),
      department: (DepartmentID(stored: department.id), department.name),
      site: site.map { (SiteID(stored: catalog.sites.all[$0].id), catalog.sites.all[$0].name) })
  }
}
