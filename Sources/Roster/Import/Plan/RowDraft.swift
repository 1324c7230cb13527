import Kernel

/// An accepted row beside what the database knows, before it is said what to do.
struct RowDraft {
  let row: RosterRow
  let known: ChunkLookup.Known?
  let program: (index: Int, id: ProgramID)?
  let site: (index: Int, id: SiteID)?

  /// What differs between two states of a person, whose appointments have a plan.
  typealias Comparison = (Person, Person, AppointmentPlan?) -> [RosterPreview.Change]

  /// What to do with the row.
  func planned(
    among existing: [Appointment], _ world: World, today: Day, comparing: Comparison
  ) -> PlannedRow {
    let before = known?.person
    let id = before?.id ?? world.newID()
    let appointments = appointmentPlan(of: id, among: existing, world, today)
    let leading =
      existing.isEmpty
      ? appointments?.meant
      : Appointment.leading(
        appointments?.applied(to: existing) ?? existing, on: today)
    let person = self.person(id, isHere: appointments?.meant.presence(on: today) != .former)
    let changes = before.map { comparing($0, person, appointments) } ?? []
    let kind: PlannedRow.Kind =
      before == nil
      ? .new
      : appointments?.ends == true
        ? .ended : before == person && appointments?.isEmpty != false ? .unchanged : .changed
    return PlannedRow(
      line: row.line, kind: kind, person: person, before: before, isActive: known?.isActive ?? true,
      appointments: appointments, leading: leading, program: program?.index, site: site?.index,
      changes: changes)
  }

  private func appointmentPlan(
    of person: PersonID, among existing: [Appointment], _ world: World, _ today: Day
  ) -> AppointmentPlan? {
    guard let training = row.training, let program else { return nil }
    let wanted = AppointmentPlan.Wanted(
      program: program.id, site: site?.id, level: training.level, standing: training.standing,
      startsOn: training.startsOn, endsOn: training.endsOn, today: today)
    return AppointmentPlan(wanted, of: person, among: existing) { world.newID() }
  }

  /// The person as the row leaves them: a blank cell says nothing and changes nothing.
  private func person(_ id: PersonID, isHere: Bool) -> Person {
    let before = known?.person
    return Person(
      id: id,
      name: PersonName(
        given: row.given ?? before?.name.given ?? "", family: row.family,
        preferred: row.preferred ?? before?.name.preferred),
      capacity: capacity(before?.capacity, isHere: isHere),
      personnelNumber: row.personnelNumber, degrees: row.degrees ?? before?.degrees,
      address: row.address ?? before?.address)
  }

  /// Where the file does not say it, whoever trains is a trainee; someone whose training is over
  /// stays what they became since.
  private func capacity(_ before: Capacity?, isHere: Bool) -> Capacity {
    if let given = row.capacity { return given }
    return isHere ? .trainee : before ?? .trainee
  }
}

extension RowDraft {
  /// What differs between two states of a person, in the words of the catalog.
  static func changes(
    from before: Person, to after: Person, _ appointments: AppointmentPlan?,
    _ catalog: PlaceCatalog
  ) -> [RosterPreview.Change] {
    var changes: [RosterPreview.Change] = []
    func compare(_ field: RosterField, _ old: String?, _ new: String?) {
      if old != new {
        changes.append(RosterPreview.Change(field: field, before: old, after: new))
      }
    }
    if before != after {
      compare(.familyName, before.name.family, after.name.family)
      compare(.givenName, before.name.given, after.name.given)
      compare(.preferredName, before.name.preferred, after.name.preferred)
      compare(.degrees, before.degrees, after.degrees)
      compare(.address, before.address, after.address)
      compare(.capacity, before.capacity.rawValue, after.capacity.rawValue)
    }
    guard let appointments, !appointments.isEmpty else { return changes }
    let (old, new) = (appointments.replaced, appointments.meant)
    func programName(_ id: ProgramID) -> String? {
      catalog.program(id).map { catalog.programs[$0].name }
    }
    func siteName(_ id: SiteID?) -> String? {
      id.flatMap { catalog.sites.index(id: $0.text) }.map { catalog.sites.all[$0].name }
    }
    if old?.program != new.program {
      compare(.program, old.flatMap { programName($0.program) }, programName(new.program))
    }
    compare(.site, siteName(old?.site), siteName(new.site))
    compare(.level, old.map { "PGY-\($0.level)" }, "PGY-\(new.level)")
    compare(.standing, old?.standing.label, new.standing.label)
    compare(.startsOn, old?.startsOn.text, new.startsOn.text)
    compare(.endsOn, old?.endsOn.text, new.endsOn.text)
    return changes
  }
}
