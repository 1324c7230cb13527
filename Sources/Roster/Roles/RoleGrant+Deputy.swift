package import Kernel
package import SQLStore

extension RoleGrant {
  /// Names someone who acts in a role from day to day, as long as the role itself holds.
  ///
  /// The person whose role it is names deputies, and so does whoever may grant the role: an office
  /// that may not make administrators cannot make their deputies either.
  @discardableResult
  package static func nameDeputy(
    of id: ID<RoleGrant>, _ deputy: DeputyDraft, by viewer: Viewer, in world: World,
    to writer: any SQLWriter
  ) throws -> RoleGrant {
    let principal = try find(id, in: writer)
    try principal.refuseDeputies(by: viewer)
    if deputy.person == principal.person { throw RosterRefusal.deputyOfOneself }
    try deputy.term.check()
    if let last = principal.endsOn, deputy.term.startsOn > last { throw RosterRefusal.grantIsOver }
    let name = try ActivePerson.name(of: deputy.person, in: writer)
    try principal.refuseSame(deputy, name, writer)
    let grant = RoleGrant(
      id: world.newID(), person: deputy.person, role: principal.role, scope: principal.scope,
      startsOn: deputy.term.startsOn, endsOn: deputy.term.endsOn, deputyOf: id,
      grantedBy: viewer.person, grantedAt: viewer.now)
    try grant.insert(to: writer)
    let place = try ScopeName.find(principal.scope, in: writer)
    try Audit.append(
      Audit.Act(
        "deputy.named", of: .person(deputy.person),
        detail: "Deputy: \(principal.role.title), \(place.name), \(deputy.term.words)"),
      by: viewer.person, at: viewer.now, to: writer)
    try RosterNotice(viewer: viewer, world: world, writer: writer)
      .named(grant, for: principal, in: place)
    return grant
  }

  /// Whether the viewer may name deputies in the grant.
  package func mayBeDeputized(by viewer: Viewer) -> Bool {
    deputyOf == nil && (person == viewer.person || viewer.mayGrant(role))
  }

  private func refuseDeputies(by viewer: Viewer) throws {
    if deputyOf != nil { throw RosterRefusal.deputyOfDeputy }
    guard mayBeDeputized(by: viewer) else { throw RosterRefusal.notAllowed }
    switch state(on: viewer.today) {
    case .current, .upcoming: return
    case .over, .revoked: throw RosterRefusal.grantIsOver
    }
  }

  private func refuseSame(
    _ deputy: DeputyDraft, _ name: String, _ reader: any SQLReader
  ) throws {
    let named = try reader.first(
      """
      SELECT id FROM role_grant
      WHERE deputy_of = \(id) AND person_id = \(deputy.person) AND revoked_at IS NULL
        AND starts_on <= \(deputy.term.endsOn ?? .unending)
        AND (ends_on IS NULL OR ends_on >= \(deputy.term.startsOn))
      """)
    if named != nil { throw RosterRefusal.alreadyHeld(role, by: name) }
  }
}

/// A deputy who is to be named.
package struct DeputyDraft: Sendable, Equatable {
  package var person: PersonID
  package var term: Term

  package init(person: PersonID, term: Term) {
    self.person = person
    self.term = term
  }
}
