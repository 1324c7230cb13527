import Kernel
import SQLStore

/// What an import writes for some rows of the file: values for statements, in their order.
///
/// It is made on the thread that reads the file, while the store's own thread still writes the
/// batch before.
struct RosterBatch: Sendable {
  /// The values of each statement, by its number.
  private var rows = [[[SQLValue]]](repeating: [], count: RosterStatement.allCases.count)
  private let importID: SQLValue

  /// Nothing yet.
  init(of importID: ID<RosterImport>) {
    self.importID = importID.sqlValue
  }

  /// Runs the statements.
  func write(to writer: any SQLWriter) throws {
    for statement in RosterStatement.allCases where !rows[statement.rawValue].isEmpty {
      try writer.executeMany(statement.text, rows[statement.rawValue])
    }
  }

  /// Adds what is written for planned rows, and for the places that the catalog has learned of
  /// since it was asked last.
  mutating func add(_ planned: [PlannedRow], _ catalog: inout PlaceCatalog, today: Day) {
    addPlaces(&catalog)
    for row in planned {
      if row.before == nil { addPerson(row.person) } else { changePerson(row) }
      for update in row.appointments?.updates ?? [] { changeAppointment(update) }
      if let inserted = row.appointments?.inserted { addAppointment(inserted) }
      if row.kind != .unchanged { listPerson(row, catalog, today) }
    }
  }

  /// Adds what the file says about programs that were there; after the last rows.
  mutating func addChangedPrograms(_ catalog: PlaceCatalog) {
    for program in catalog.changedPrograms {
      add(
        .changeProgram,
        [
          program.facts.accreditationNumber.sqlValue, program.facts.directorAddress.sqlValue,
          program.id.sqlValue,
        ])
      guard let before = program.before else { continue }
      keep(.program, program.id.text, RowImage.json(before), RowImage.json(program.facts))
    }
  }

  private mutating func add(_ statement: RosterStatement, _ values: [SQLValue]) {
    rows[statement.rawValue].append(values)
  }

  private mutating func keep(
    _ entity: RowImage.Entity, _ id: String, _ before: String, _ after: String
  ) {
    add(.keepImage, [importID, .text(entity.rawValue), .text(id), .text(before), .text(after)])
  }

  private mutating func addPlaces(_ catalog: inout PlaceCatalog) {
    for place in catalog.sponsors.takeNew() { add(.addSponsor, named(place)) }
    for place in catalog.sites.takeNew() { add(.addSite, named(place)) }
    for place in catalog.departments.takeNew() { add(.addDepartment, named(place)) }
    for program in catalog.takeNewPrograms() {
      add(
        .addProgram,
        [
          program.id.sqlValue, .text(program.name), .text(program.key),
          program.facts.accreditationNumber.sqlValue,
          .text(catalog.departments.all[program.department].id),
          .text(catalog.sponsors.all[program.sponsor].id), program.facts.directorAddress.sqlValue,
          importID,
        ])
    }
  }

  private func named(_ place: NamedPlaces.Place) -> [SQLValue] {
    [.text(place.id), .text(place.name), .text(place.key), importID]
  }
}

extension RosterBatch {
  private mutating func addPerson(_ person: Person) {
    add(
      .addPerson,
      [
        person.id.sqlValue, person.personnelNumber.sqlValue, .text(person.name.family),
        .text(person.name.given), person.name.preferred.sqlValue, person.degrees.sqlValue,
        person.address.sqlValue, person.address.map(Person.addressKey).sqlValue,
        .text(person.capacity.rawValue), importID,
      ])
  }

  private mutating func changePerson(_ row: PlannedRow) {
    guard row.changesPerson, let before = row.before else { return }
    let person = row.person
    add(
      .changePerson,
      [
        .text(person.name.family), .text(person.name.given), person.name.preferred.sqlValue,
        person.degrees.sqlValue, person.address.sqlValue,
        person.address.map(Person.addressKey).sqlValue, .text(person.capacity.rawValue),
        person.id.sqlValue,
      ])
    keep(.person, person.id.text, RowImage.json(before), RowImage.json(person))
  }

  private mutating func addAppointment(_ appointment: Appointment) {
    add(
      .addAppointment,
      [
        appointment.id.sqlValue, appointment.person.sqlValue, appointment.program.sqlValue,
        appointment.site.sqlValue, appointment.level.sqlValue,
        .text(appointment.standing.rawValue), appointment.startsOn.sqlValue,
        appointment.endsOn.sqlValue, importID,
      ])
  }

  private mutating func changeAppointment(_ update: AppointmentPlan.Update) {
    let after = update.after
    add(
      .changeAppointment,
      [
        after.program.sqlValue, after.site.sqlValue, after.level.sqlValue,
        .text(after.standing.rawValue), after.startsOn.sqlValue, after.endsOn.sqlValue,
        (after.endsAs?.rawValue).sqlValue, after.id.sqlValue,
      ])
    keep(.appointment, after.id.text, RowImage.json(update.before), RowImage.json(after))
  }

  private mutating func listPerson(_ row: PlannedRow, _ catalog: PlaceCatalog, _ today: Day) {
    add(
      .listPerson,
      Directory.values(
        of: row.person, isActive: row.isActive, appointment: row.leading,
        place: row.leading.flatMap { Self.place(of: $0, catalog) }, today: today))
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
