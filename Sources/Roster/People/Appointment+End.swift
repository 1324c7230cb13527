package import Kernel
package import SQLStore

/// How and when an appointment ends.
package struct AppointmentEnding: Sendable, Equatable {
  /// The last day.
  package var lastDay: Day
  /// Why: one of the standings in which training is over.
  package var standing: Standing

  package init(lastDay: Day, standing: Standing) {
    self.lastDay = lastDay
    self.standing = standing
  }

  /// The standings in which training is over.
  package static let standings = Standing.allCases.filter(\.isEnded)

  static let reason = "Choose why training ends."

  /// Reads the fields `ends_on` and `standing`.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let lastDay = fields.requiredDay(AppointmentDraft.Field.endsOn, "Write the last day.")
    let standing = fields.word(AppointmentDraft.Field.standing, Standing.self, Self.reason)
    if let standing, !standing.isEnded {
      fields.add(AppointmentDraft.Field.standing, Self.reason)
    }
    try fields.problems.throwIfAny()
    guard let lastDay, let standing else { throw Problems(field: nil, "Fill in the form.") }
    self.init(lastDay: lastDay, standing: standing)
  }
}

extension Appointment {
  /// Ends an appointment. A last day to come is kept as a plan, and the standing follows then.
  package static func end(
    _ id: ID<Appointment>, _ ending: AppointmentEnding, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let ended = try find(id, in: writer).ended(ending, on: viewer.today)
    try ended.update(to: writer)
    try ended.note("appointment.ended", by: viewer, to: writer)
  }

  /// Ends an appointment and begins the one in another program, in one step.
  @discardableResult
  package static func transfer(
    _ id: ID<Appointment>, to draft: AppointmentDraft, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> ID<Appointment> {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let before = try find(id, in: writer)
    guard draft.program != before.program else {
      throw Problems(
        field: AppointmentDraft.Field.program,
        "Choose another {program}. Changes within it are made by editing the appointment."
      )
    }
    guard draft.startsOn > before.startsOn else {
      throw Problems(
        field: AppointmentDraft.Field.startsOn,
        "The new appointment begins after the first day of the old one.")
    }
    _ = try ActivePerson.name(of: before.person, in: writer)
    let lastDay = min(before.endsOn, draft.startsOn.adding(days: -1))
    let ended = try before.ended(
      AppointmentEnding(lastDay: lastDay, standing: .transferred), on: viewer.today)
    let next = Appointment(
      id: world.newID(), of: before.person, draft, levelSince: viewer.today)
    try next.check(in: writer)
    try ended.update(to: writer)
    try next.insert(to: writer)
    try next.note("appointment.transferred", by: viewer, to: writer)
    return next.id
  }

  private func ended(_ ending: AppointmentEnding, on today: Day) throws -> Appointment {
    guard ending.standing.isEnded else {
      throw Problems(field: AppointmentDraft.Field.standing, AppointmentEnding.reason)
    }
    guard !standing.isEnded else { throw RosterRefusal.appointmentIsOver }
    guard ending.lastDay <= endsOn else {
      throw Problems(
        field: AppointmentDraft.Field.endsOn,
        "The appointment ends on \(endsOn.words) already. Edit it to make it longer.")
    }
    var ended = self
    // Whoever withdraws before the first day was appointed for no day; the first one stands for it.
    ended.endsOn = max(ending.lastDay, startsOn)
    if ending.lastDay < startsOn || ending.lastDay < today {
      ended.standing = ending.standing
      ended.endsAs = nil
    } else {
      ended.endsAs = ending.standing
    }
    return ended
  }
}
