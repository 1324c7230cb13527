package import Kernel
package import SQLStore

extension Person {
  /// Adds someone to the roster.
  /// - Throws: ``Problems`` where the number or the address is taken.
  package static func add(
    _ draft: PersonDraft, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> PersonID {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    try draft.refuseTaken(by: nil, in: writer)
    let person = draft.person(world.newID())
    try person.insert(to: writer)
    try Directory.refresh([person.id], today: viewer.today, in: writer)
    try note("person.added", of: person.id, draft.capacity.rawValue, by: viewer, to: writer)
    return person.id
  }

  /// Changes what is kept of someone; the audit trail says which fields, never what is in them.
  /// - Throws: ``Problems`` where the number or the address is taken.
  package static func edit(
    _ id: PersonID, _ draft: PersonDraft, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    let before = try find(id, in: writer).person
    let after = draft.person(id)
    guard after != before else { return }
    // Whoever reads the mail of an address can sign in with it.
    if after.address != before.address { try refuseBeyond(viewer, id, writer) }
    try draft.refuseTaken(by: id, in: writer)
    try after.update(to: writer)
    try Directory.refresh([id], today: viewer.today, in: writer)
    let changed = zip(PersonDraft(before).fields, draft.fields)
      .filter { $0.value != $1.value }.map(\.0.name)
    try note(
      "person.edited", of: id, changed.joined(separator: ", "), by: viewer, to: writer)
  }

  /// Keeps someone out from now on: they cannot sign in, and their open sessions count no more.
  ///
  /// Roles and appointments stay as they are, so that it can be taken back.
  package static func deactivate(
    _ id: PersonID, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    guard try find(id, in: writer).deactivatedAt == nil else { return }
    try refuseBeyond(viewer, id, writer)
    try LastAdministrator.protect(id, on: viewer.today, in: writer)
    try writer.execute("UPDATE person SET deactivated_at = \(viewer.now) WHERE id = \(id)")
    try Directory.refresh([id], today: viewer.today, in: writer)
    try note("person.deactivated", of: id, by: viewer, to: writer)
  }

  /// Lets someone in again.
  package static func reactivate(
    _ id: PersonID, by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard viewer.mayKeepRoster else { throw RosterRefusal.notAllowed }
    guard try find(id, in: writer).deactivatedAt != nil else { return }
    try refuseBeyond(viewer, id, writer)
    try writer.execute("UPDATE person SET deactivated_at = NULL WHERE id = \(id)")
    try Directory.refresh([id], today: viewer.today, in: writer)
    try note("person.reactivated", of: id, by: viewer, to: writer)
  }

  /// Refuses to touch the sign-in of someone who holds a role that the viewer may not grant: it
  /// would be a way to take that role.
  private static func refuseBeyond(
    _ viewer: Viewer, _ id: PersonID, _ reader: any SQLReader
  ) throws {
    var roles: [Role] = []
    try reader.forEach(
      """
      SELECT role FROM role_grant
      WHERE person_id = \(id) AND revoked_at IS NULL
        AND (ends_on IS NULL OR ends_on >= \(viewer.today))
      """
    ) { roles.append(try $0.word("role")) }
    if roles.contains(where: { !viewer.mayGrant($0) }) { throw RosterRefusal.beyondViewer }
  }

  private static func note(
    _ act: String, of id: PersonID, _ detail: String = "", by viewer: Viewer,
    to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: .person(id), detail: detail), by: viewer.person, at: viewer.now,
      to: writer)
  }
}
