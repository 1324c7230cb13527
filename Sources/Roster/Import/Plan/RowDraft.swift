import Kernel

/// An accepted row beside what the database knows, before it is said what to do.
struct RowDraft {
  let row: RosterRow
  let known: ChunkLookup.Known?
  let program: Int?
  let site: Int?

  /// What to do with the row.
  func planned(among existing: [Appointment], in pass: RosterPass) -> PlannedRow {
    let before = known?.person
    let id = before?.id ?? pass.world.newID()
    let appointments = appointmentPlan(of: id, among: existing, in: pass)
    let leading =
      existing.isEmpty
      ? appointments?.meant
      : Appointment.leading(
        appointments?.applied(to: existing) ?? existing, on: pass.today)
    let person = self.person(id, isHere: appointments?.meant.presence(on: pass.today) != .former)
    let changes = before.map { self.changes(from: $0, to: person, appointments, pass) } ?? []
    let kind: PlannedRow.Kind =
      before == nil
      ? .new
      : appointments?.ends == true
        ? .ended : before == person && appointments?.isEmpty != false ? .unchanged : .changed
    return PlannedRow(
      line: row.line, kind: kind, person: person, before: before, isActive: known?.isActive ?? true,
      appointments: appointments, leading: leading, program: program, site: site,
      changes: changes)
  }

  private func appointmentPlan(
    of person: PersonID, among existing: [Appointment], in pass: RosterPass
  ) -> AppointmentPlan? {
    guard let training = row.training, let program else { return nil }
    let wanted = AppointmentPlan.Wanted(
      program: pass.catalog.programs[program].id,
      site: site.map { ID(stored: pass.catalog.sites.all[$0].id) }, level: training.level,
      standing: training.standing, startsOn: training.startsOn, endsOn: training.endsOn,
      today: pass.today)
    return AppointmentPlan(wanted, of: person, among: existing) { pass.world.newID() }
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
  private func changes(
    from before: Person, to after: Person, _ appointments: AppointmentPlan?, _ pass: RosterPass
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
      pass.catalog.program(id).map { pass.catalog.programs[$0].name }
    }
    func siteName(_ id: SiteID?) -> String? {
      id.flatMap { pass.catalog.sites.index(id: $0.text) }.map { pass.catalog.sites.all[$0].name }
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
