import Kernel
import SQLStore

/// What an import writes for some rows of the file: values for statements, in their order.
///
/// It is made on the thread that reads the file, while the store's own thread still writes the
/// batch before.
struct RosterBatch: Sendable {
  /// The values of each statement, by its number.
  private var rows = RosterStatement.allCases.map { SQLRows(width: $0.width) }
  private let importID: String
  /// The keys of names that are not in ASCII.
  private var folded = Memo<String>()
  /// How many entries of the directory wait to be written together.
  private static let listedTogether = 16_000

  /// Nothing yet.
  init(of importID: ID<RosterImport>) {
    self.importID = importID.text
  }

  /// The batch behind this one, once this one has no more to come.
  ///
  /// Entries of the directory go over to it until they are many, to be written in the order of
  /// their names: lists then find neighbors side by side in the file.
  mutating func next(isLast: Bool) -> RosterBatch {
    var next = self
    folded = Memo()
    for statement in RosterStatement.allCases where statement != .listPerson {
      next.rows[statement.rawValue] = SQLRows(after: rows[statement.rawValue])
    }
    let listed = rows[RosterStatement.listPerson.rawValue]
    if isLast || listed.count >= Self.listedTogether {
      rows[RosterStatement.listPerson.rawValue] = listed.sorted(by: Directory.sortKeyPlace)
      next.rows[RosterStatement.listPerson.rawValue] = SQLRows(after: listed)
    } else {
      rows[RosterStatement.listPerson.rawValue] = SQLRows(width: listed.width)
    }
    return next
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
    // By number: a loop over the rows themselves would copy each.
    for index in planned.indices {
      if planned[index].before == nil {
        addPerson(planned[index].person)
      } else {
        changePerson(planned[index])
      }
      for update in planned[index].appointments?.updates ?? [] { changeAppointment(update) }
      if let inserted = planned[index].appointments?.inserted { addAppointment(inserted) }
      if planned[index].kind != .unchanged { listPerson(planned[index], catalog, today) }
    }
  }

  /// Adds what the file says about programs that were there; after the last rows.
  mutating func addChangedPrograms(_ catalog: PlaceCatalog) {
    for program in catalog.changedPrograms {
      add(
        .changeProgram,
        [program.facts.accreditationNumber, program.facts.directorAddress, program.id.text])
      guard let before = program.before else { continue }
      keep(.program, program.id.text, RowImage.json(before), RowImage.json(program.facts))
    }
  }

  /// Adds a row of texts.
  private mutating func add(_ statement: RosterStatement, _ texts: [String?]) {
    for text in texts { rows[statement.rawValue].add(text) }
  }

  private mutating func keep(
    _ entity: RowImage.Entity, _ id: String, _ before: String, _ after: String
  ) {
    add(.keepImage, [importID, entity.rawValue, id, before, after])
  }

  private mutating func addPlaces(_ catalog: inout PlaceCatalog) {
    for place in catalog.sponsors.takeNew() { addPlace(.addSponsor, place) }
    for place in catalog.sites.takeNew() { addPlace(.addSite, place) }
    for place in catalog.departments.takeNew() { addPlace(.addDepartment, place) }
    for program in catalog.takeNewPrograms() {
      add(
        .addProgram,
        [
          program.id.text, program.name, program.key, program.facts.accreditationNumber,
          catalog.departments.all[program.department].id,
          catalog.sponsors.all[program.sponsor].id, program.facts.directorAddress, importID,
        ])
    }
  }

  private mutating func addPlace(_ statement: RosterStatement, _ place: NamedPlaces.Place) {
    add(statement, [place.id, place.name, place.key, importID])
  }
}

extension RosterBatch {
  private mutating func addPerson(_ person: Person) {
    let place = RosterStatement.addPerson.rawValue
    rows[place].add(person.id.text)
    rows[place].add(person.personnelNumber)
    rows[place].add(person.name.family)
    rows[place].add(person.name.given)
    rows[place].add(person.name.preferred)
    rows[place].add(person.degrees)
    rows[place].add(person.address)
    rows[place].add(person.address.map(Person.addressKey))
    rows[place].add(person.capacity.rawValue)
    rows[place].add(importID)
  }

  private mutating func changePerson(_ row: PlannedRow) {
    guard row.changesPerson, let before = row.before else { return }
    let person = row.person
    add(
      .changePerson,
      [
        person.name.family, person.name.given, person.name.preferred, person.degrees,
        person.address, person.address.map(Person.addressKey), person.capacity.rawValue,
        person.id.text,
      ])
    keep(.person, person.id.text, RowImage.json(before), RowImage.json(person))
  }

  private mutating func addAppointment(_ appointment: Appointment) {
    let place = RosterStatement.addAppointment.rawValue
    rows[place].add(appointment.id.text)
    rows[place].add(appointment.person.text)
    rows[place].add(appointment.program.text)
    rows[place].add(appointment.site?.text)
    rows[place].add(appointment.level.sqlValue)
    rows[place].add(appointment.standing.rawValue)
    rows[place].add(appointment.startsOn.text)
    rows[place].add(appointment.endsOn.text)
    rows[place].add(appointment.levelSince?.text)
    rows[place].add(importID)
  }

  private mutating func changeAppointment(_ update: AppointmentPlan.Update) {
    let after = update.after
    rows[RosterStatement.changeAppointment.rawValue].add(row: [
      after.program.sqlValue, after.site.sqlValue, after.level.sqlValue,
      .text(after.standing.rawValue), after.startsOn.sqlValue, after.endsOn.sqlValue,
      (after.endsAs?.rawValue).sqlValue, after.levelSince.sqlValue, after.id.sqlValue,
    ])
    keep(.appointment, after.id.text, RowImage.json(update.before), RowImage.json(after))
  }

  private mutating func listPerson(_ row: PlannedRow, _ catalog: PlaceCatalog, _ today: Day) {
    let facts = Directory.Facts(
      person: row.person, isActive: row.isActive, appointment: row.leading,
      place: row.leading.flatMap { Self.place(of: $0, row, catalog) })
    let keys = Directory.Keys(of: row.person) { text in
      FoldedText.asciiKey(text) ?? folded.answer(text, FoldedText.key)
    }
    Directory.add(facts, keys, today: today, to: &rows[RosterStatement.listPerson.rawValue])
  }

  private static func place(
    of appointment: Appointment, _ row: PlannedRow, _ catalog: PlaceCatalog
  ) -> Directory.Place? {
    // Most rows speak of the appointment that leads.
    let own = row.program.flatMap { catalog.programs[$0].id == appointment.program ? $0 : nil }
    guard let index = own ?? catalog.program(appointment.program) else { return nil }
    let department = catalog.departments.all[catalog.programs[index].department]
    let site = appointment.site.flatMap { site in
      row.site.flatMap { catalog.sites.all[$0].id == site.text ? $0 : nil }
        ?? catalog.sites.index(id: site.text)
    }
    return Directory.Place(
      program: (catalog.programs[index].id, catalog.programs[index].name),
      department: (DepartmentID(stored: department.id), department.name),
      site: site.map { (SiteID(stored: catalog.sites.all[$0].id), catalog.sites.all[$0].name) })
  }
}
