import Kernel
import SQLStore

/// Writes what a pass found, chunk by chunk, inside the one transaction of an import.
struct RosterWriter {
  let writer: any SQLWriter
  let importID: ID<RosterImport>
  let today: Day

  /// Keeps a chunk. Whoever gives up an address is written before those who take it.
  func write(_ chunk: PlannedChunk, _ catalog: inout PlaceCatalog) throws {
    try writePlaces(&catalog)
    try updatePeople(chunk.rows.filter { $0.before != nil && $0.changesPerson })
    try insertPeople(chunk.rows.filter { $0.before == nil })
    try updateAppointments(chunk.rows.flatMap { $0.appointments?.updates ?? [] })
    try insertAppointments(chunk.rows.compactMap { $0.appointments?.inserted })
    try writeDirectory(chunk.rows.filter { $0.kind != .unchanged }, catalog)
  }

  /// Keeps what the file says about programs that were there; after the last chunk.
  func writeChangedPrograms(_ catalog: PlaceCatalog) throws {
    let changed = catalog.changedPrograms
    try writer.executeMany(
      "UPDATE program SET accreditation_number = $1, director_address = $2 WHERE id = $3",
      changed.map { program in
        [
          program.facts.accreditationNumber.sqlValue, program.facts.directorAddress.sqlValue,
          program.id.sqlValue,
        ]
      })
    try keep(
      .program,
      changed.compactMap { program in
        program.before.map { (program.id.text, RowImage.json($0), RowImage.json(program.facts)) }
      })
  }

  private func writePlaces(_ catalog: inout PlaceCatalog) throws {
    try writer.executeMany(
      "INSERT INTO sponsor (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.sponsors.takeNew()))
    try writer.executeMany(
      "INSERT INTO site (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.sites.takeNew()))
    try writer.executeMany(
      "INSERT INTO department (id, name, name_key, import_id) VALUES ($1, $2, $3, $4)",
      named(catalog.departments.takeNew()))
    let programs = catalog.takeNewPrograms()
    try writer.executeMany(
      """
      INSERT INTO program (id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      programs.map { program in
        [
          program.id.sqlValue, .text(program.name), .text(program.key),
          program.facts.accreditationNumber.sqlValue,
          .text(catalog.departments.all[program.department].id),
          .text(catalog.sponsors.all[program.sponsor].id), program.facts.directorAddress.sqlValue,
          importID.sqlValue,
        ]
      })
  }

  private func named(_ places: ArraySlice<NamedPlaces.Place>) -> [[SQLValue]] {
    places.map { [.text($0.id), .text($0.name), .text($0.key), importID.sqlValue] }
  }

  private func insertPeople(_ rows: [PlannedRow]) throws {
    try writer.executeMany(
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
          .text(person.capacity.rawValue), importID.sqlValue,
        ]
      })
  }

  private func updatePeople(_ rows: [PlannedRow]) throws {
    try writer.executeMany(
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
    try keep(
      .person,
      rows.compactMap { row in
        row.before.map { (row.person.id.text, RowImage.json($0), RowImage.json(row.person)) }
      })
  }
}

extension RosterWriter {
  private func insertAppointments(_ appointments: [Appointment]) throws {
    try writer.executeMany(
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
          appointment.endsOn.sqlValue, importID.sqlValue,
        ]
      })
  }

  private func updateAppointments(_ updates: [AppointmentPlan.Update]) throws {
    try writer.executeMany(
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
    try keep(
      .appointment,
      updates.map { ($0.after.id.text, RowImage.json($0.before), RowImage.json($0.after)) })
  }

  private func writeDirectory(_ rows: [PlannedRow], _ catalog: PlaceCatalog) throws {
    try writer.executeMany(
      Directory.upsert,
      rows.map { row in
        Directory.values(
          of: row.person, isActive: row.isActive, appointment: row.leading,
          place: row.leading.flatMap { place(of: $0, catalog) }, today: today)
      })
  }

  private func place(of appointment: Appointment, _ catalog: PlaceCatalog) -> Directory.Place? {
    guard let index = catalog.program(appointment.program) else { return nil }
    let program = catalog.programs[index]
    let department = catalog.departments.all[program.department]
    let site = appointment.site.flatMap { catalog.sites.index(id: $0.text) }
    return Directory.Place(
      program: (program.id, program.name),
      department: (DepartmentID(stored: department.id), department.name),
      site: site.map { (SiteID(stored: catalog.sites.all[$0].id), catalog.sites.all[$0].name) })
  }

  private func keep(
    _ entity: RowImage.Entity, _ images: [(id: String, before: String, after: String)]
  ) throws {
    try writer.executeMany(
      """
      INSERT INTO roster_import_before (import_id, entity, entity_id, before, after)
      VALUES ($1, $2, $3, $4, $5)
      """,
      images.map { image in
        [
          importID.sqlValue, .text(entity.rawValue), .text(image.id), .text(image.before),
          .text(image.after),
        ]
      })
  }
}
