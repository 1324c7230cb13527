import Kernel
import Roster
import SQLStore

/// The hospital's facts as rows of the roster's tables.
struct RosterRows {
  private let hospital: FictionalHospital
  private let imports: ImportHistory
  private let turn: YearTurn

  init(_ hospital: FictionalHospital, _ imports: ImportHistory) {
    self.hospital = hospital
    turn = YearTurn(hospital)
    self.imports = imports
  }

  /// Writes them, those that others refer to first.
  func insert(to writer: any SQLWriter) throws {
    try insertPlaces(to: writer)
    try insertPrograms(to: writer)
    try insertPeople(to: writer)
    try insertAppointments(to: writer)
    try insertGrants(to: writer)
    try insertImports(to: writer)
    try turn.insert(to: writer)
  }

  private func insertPlaces(to writer: any SQLWriter) throws {
    try writer.executeMany(
      "INSERT INTO sponsor (id, name, name_key) VALUES ($1, $2, $3)",
      hospital.sponsors.map { named($0.id, $0.name) })
    try writer.executeMany(
      "INSERT INTO site (id, name, name_key) VALUES ($1, $2, $3)",
      hospital.sites.map { named($0.id, $0.name) })
    try writer.executeMany(
      "INSERT INTO department (id, name, name_key) VALUES ($1, $2, $3)",
      hospital.departments.map { named($0.id, $0.name) })
  }

  private func named<Thing>(_ id: ID<Thing>, _ name: String) -> [SQLValue] {
    [id.sqlValue, .text(name), .text(FoldedText.key(name))]
  }

  private func insertPrograms(to writer: any SQLWriter) throws {
    let directors = hospital.directorAddresses
    try writer.executeMany(
      """
      INSERT INTO program (id, name, name_key, accreditation_number, department_id, sponsor_id,
        director_address, final_level)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      hospital.programs.map { program in
        named(program.id, program.name) + [
          .text(program.accreditationNumber), program.department.sqlValue,
          program.sponsor.sqlValue, directors[program.id].sqlValue,
          program.levels.upperBound.sqlValue,
        ]
      })
    try writer.executeMany(
      "INSERT INTO program_site (program_id, site_id, starts_on) VALUES ($1, $2, $3)",
      hospital.programs.flatMap { program in
        program.sites.map { [program.id.sqlValue, $0.sqlValue, hospital.opened.sqlValue] }
      })
  }

  private func insertPeople(to writer: any SQLWriter) throws {
    try writer.executeMany(
      """
      INSERT INTO person (id, personnel_number, family_name, given_name, preferred_name, degrees,
        address, address_key, capacity, deactivated_at, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      hospital.people.map { person in
        [
          person.id.sqlValue, person.personnelNumber.sqlValue, .text(person.name.family),
          .text(person.name.given), person.name.preferred.sqlValue, person.degrees.sqlValue,
          person.address.sqlValue, person.address.map(Person.addressKey).sqlValue,
          .text(person.capacity.rawValue),
          hospital.deactivated[person.id].map { $0.moment(hour: 9) }.sqlValue,
          imports.importID(of: person.id).sqlValue,
        ]
      })
  }

  private func insertAppointments(to writer: any SQLWriter) throws {
    try writer.executeMany(
      """
      INSERT INTO appointment (id, person_id, program_id, site_id, training_level, standing,
        starts_on, ends_on, ends_as, level_since, import_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      hospital.appointments.map { appointment in
        [
          appointment.id.sqlValue, appointment.person.sqlValue, appointment.program.sqlValue,
          appointment.site.sqlValue, appointment.level.sqlValue,
          .text(appointment.standing.rawValue), appointment.startsOn.sqlValue,
          appointment.endsOn.sqlValue, (appointment.endsAs?.rawValue).sqlValue,
          (turn.touches(appointment) ? turn.day : nil).sqlValue,
          imports.importID(of: appointment.person).sqlValue,
        ]
      })
  }

  private func insertGrants(to writer: any SQLWriter) throws {
    try writer.executeMany(
      """
      INSERT INTO role_grant (id, person_id, role, scope_kind, scope_id, starts_on, ends_on,
        deputy_of, granted_by, granted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      hospital.grants.map { grant in
        [
          grant.id.sqlValue, grant.person.sqlValue, .text(grant.role.rawValue),
          .text(grant.scope.kind), grant.scope.id.sqlValue, grant.startsOn.sqlValue,
          grant.endsOn.sqlValue, grant.deputyOf.sqlValue, grant.grantedBy.sqlValue,
          grant.grantedAt.sqlValue,
        ]
      })
  }

  private func insertImports(to writer: any SQLWriter) throws {
    try writer.executeMany(
      """
      INSERT INTO roster_import (id, file_name, state, mapping, report, preview, plan_digest,
        created_by, created_at, imported_at)
      VALUES ($1, $2, $3, '', $4, '', '', $5, $6, $7)
      """,
      imports.imports.map { done in
        [
          done.id.sqlValue, .text(done.fileName), .text(RosterImport.State.imported.rawValue),
          .text(done.report.json), done.person.sqlValue, done.day.moment(hour: 10).sqlValue,
          done.day.moment(hour: 10, minute: 4).sqlValue,
        ]
      })
  }
}
