package import Kernel
package import SQLStore

/// The first person of a new system, made by its operator and not by anyone signed in.
package enum FirstAdministrator {
  /// Whether somebody administers the system already, without an end date.
  package static func isThere(on today: Day, in reader: any SQLReader) throws -> Bool {
    try LastAdministrator.count(on: today, in: reader) > 0
  }

  /// Adds a person and makes them administrator, from the day before on: once they choose the
  /// institution's time zone, it may be yesterday there still, and nobody else could let them in.
  /// - Throws: ``RosterRefusal/alreadyBegun`` once there is an administrator.
  package static func appoint(
    _ draft: PersonDraft, on today: Day, in world: World, to writer: any SQLWriter
  ) throws -> PersonID {
    guard try LastAdministrator.count(on: today, in: writer) == 0 else {
      throw RosterRefusal.alreadyBegun
    }
    let now = world.now()
    try draft.refuseTaken(by: nil, in: writer)
    let person = draft.person(world.newID())
    try person.insert(to: writer)
    try Directory.refresh([person.id], today: today, in: writer)
    let grant = RoleGrant(
      id: world.newID(), person: person.id, role: .administrator, scope: .institution,
      startsOn: today.adding(days: -1), endsOn: nil, grantedBy: nil, grantedAt: now)
    try grant.insert(to: writer)
    for act in ["person.added", "role.granted"] {
      try Audit.append(
        Audit.Act(act, of: .person(person.id), detail: "First administrator"), by: nil, at: now,
        to: writer)
    }
    return person.id
  }
}
