package import Kernel
package import SQLStore

extension RoleGrant {
  /// Takes a role away at once; its deputies lose it with it.
  package static func revoke(
    _ id: ID<RoleGrant>, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws {
    let grant = try endable(id, by: viewer, writer)
    try LastAdministrator.protect(grant, on: viewer.today, in: writer)
    try writer.execute(
      "UPDATE role_grant SET revoked_at = \(viewer.now) WHERE id = \(id)")
    let place = try note("role.revoked", grant, by: viewer, to: writer)
    try RosterNotice(viewer: viewer, world: world, writer: writer)
      .ended(grant, in: place, on: nil)
  }

  /// Sets the last day of a role, today or later.
  package static func end(
    _ id: ID<RoleGrant>, on day: Day, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws {
    let grant = try endable(id, by: viewer, writer)
    guard day >= grant.startsOn, day >= viewer.today else { throw RosterRefusal.endsBeforeStart }
    try LastAdministrator.protect(grant, on: viewer.today, in: writer)
    try refuseLonger(grant, until: day)
    try writer.execute("UPDATE role_grant SET ends_on = \(day) WHERE id = \(id)")
    let place = try note("role.ended", grant, until: day, by: viewer, to: writer)
    try RosterNotice(viewer: viewer, world: world, writer: writer)
      .ended(grant, in: place, on: day)
  }

  /// Whether the viewer may end or revoke the grant.
  ///
  /// Those who may grant the role; of a deputy's grant also the person whose role it is.
  func mayBeEnded(by viewer: Viewer, in reader: any SQLReader) throws -> Bool {
    if viewer.mayGrant(role) { return true }
    guard let deputyOf, let person = viewer.person else { return false }
    return try RoleGrant.find(deputyOf, in: reader).person == person
  }

  /// Whether the viewer may end a grant.
  package static func mayEnd(
    _ id: ID<RoleGrant>, viewer: Viewer, reader: any SQLReader
  ) throws -> Bool {
    try find(id, in: reader).mayBeEnded(by: viewer, in: reader)
  }

  private static func endable(
    _ id: ID<RoleGrant>, by viewer: Viewer, _ reader: any SQLReader
  ) throws -> RoleGrant {
    let grant = try find(id, in: reader)
    guard try grant.mayBeEnded(by: viewer, in: reader) else { throw RosterRefusal.notAllowed }
    switch grant.state(on: viewer.today) {
    case .current, .upcoming: return grant
    case .over, .revoked: throw RosterRefusal.grantIsOver
    }
  }

  /// A grant is made longer by a new grant, which is checked as such.
  private static func refuseLonger(_ grant: RoleGrant, until day: Day) throws {
    if let endsOn = grant.endsOn, day > endsOn { throw RosterRefusal.grantIsOver }
  }

  /// Notes in the audit trail what was done to a grant.
  @discardableResult
  static func note(
    _ act: String, _ grant: RoleGrant, until day: Day? = nil, by viewer: Viewer,
    to writer: any SQLWriter
  ) throws -> ScopeName {
    let place = try ScopeName.find(grant.scope, in: writer)
    let words: [String?] = [
      grant.deputyOf == nil ? grant.role.title : "Deputy: \(grant.role.title)", place.name,
      day.map { "until \($0.text)" },
    ]
    try Audit.append(
      Audit.Act(
        act, of: .person(grant.person), detail: words.compactMap(\.self).joined(separator: ", ")),
      by: viewer.person, at: viewer.now, to: writer)
    return place
  }
}
