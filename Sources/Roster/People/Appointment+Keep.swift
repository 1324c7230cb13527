package import Kernel
package import SQLStore

extension Appointment {
  /// Gives a trainee an appointment.
  @discardableResult
  package static func add(
    _ draft: AppointmentDraft, to person: PersonID, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<Appointment> {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let name = try ActivePerson.name(of: person, in: writer)
    guard try Person.find(person, in: writer).person.capacity == .trainee else {
      throw RosterRefusal.notTrainee(name: name)
    }
    let appointment = Appointment(
      id: world.newID(), of: person, draft, levelSince: viewer.today)
    try appointment.check(in: writer)
    try appointment.insert(to: writer)
    try appointment.note("appointment.added", by: viewer, to: writer)
    return appointment.id
  }

  /// Changes an appointment; the audit trail says which fields, never the standing itself.
  package static func edit(
    _ id: ID<Appointment>, _ draft: AppointmentDraft, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let before = try find(id, in: writer)
    guard AppointmentDraft(before) != draft else { return }
    var after = Appointment(
      id: id, of: before.person, draft,
      levelSince: draft.level == before.level ? before.levelSince : viewer.today)
    // Other days, another plan: what was decided for the old last day is off.
    after.endsAs = after.endsOn == before.endsOn ? before.endsAs : nil
    try after.check(in: writer)
    try after.update(to: writer)
    let changed = zip(AppointmentDraft(before).fields, draft.fields)
      .filter { $0.value != $1.value }.map(\.0.name)
    try after.note(
      "appointment.edited", changed.joined(separator: ", "), by: viewer, to: writer)
  }

  /// Makes the appointment that a draft describes.
  init(
    id: ID<Appointment>, of person: PersonID, _ draft: AppointmentDraft, levelSince: Day?
  ) {
    self.init(
      id: id, person: person, program: draft.program, site: draft.site, level: draft.level,
      standing: draft.standing, startsOn: draft.startsOn, endsOn: draft.endsOn,
      levelSince: levelSince)
  }

  /// Refreshes the directory and tells the act in the audit trail.
  func note(
    _ act: String, _ detail: String = "", by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    try Directory.refresh([person], today: viewer.today, in: writer)
    try Audit.append(
      Audit.Act(act, of: .person(person), detail: detail), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
