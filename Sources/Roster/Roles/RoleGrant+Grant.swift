package import Kernel
package import SQLStore

extension RoleGrant {
  /// Grants a role to someone.
  /// - Throws: ``RosterRefusal`` or ``Absent``, in the order in which someone can mend it.
  @discardableResult
  package static func grant(
    _ draft: GrantDraft, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws -> RoleGrant {
    guard viewer.mayGrant(draft.role) else { throw RosterRefusal.notAllowed }
    guard draft.role.holds(in: draft.scope) else {
      throw RosterRefusal.scopeNotOfRole(draft.role)
    }
    try draft.term.check()
    let place = try ScopeName.find(draft.scope, in: writer)
    if let closedOn = place.closedOn, draft.term.endsOn ?? .unending > closedOn {
      throw RosterRefusal.programClosed(name: place.name)
    }
    let name = try ActivePerson.name(of: draft.person, in: writer)
    try refuseHeld(draft, name, writer)
    try refuseSecondDirector(draft, writer)
    let grant = RoleGrant(
      id: world.newID(), person: draft.person, role: draft.role, scope: draft.scope,
      startsOn: draft.term.startsOn, endsOn: draft.term.endsOn, grantedBy: viewer.person,
      grantedAt: viewer.now)
    try grant.insert(to: writer)
    try Audit.append(
      Audit.Act(
        "role.granted", of: .person(draft.person),
        detail: "\(draft.role.title), \(place.name), \(draft.term.words)"),
      by: viewer.person, at: viewer.now, to: writer)
    try RosterNotice(viewer: viewer, world: world, writer: writer).granted(grant, in: place)
    return grant
  }

  private static func refuseHeld(
    _ draft: GrantDraft, _ name: String, _ reader: any SQLReader
  ) throws {
    let held = try reader.first(
      """
      SELECT id FROM role_grant
      WHERE person_id = \(draft.person) AND role = \(draft.role.rawValue)
        AND \(draft.scope.condition) AND \(standing(in: draft.term))
      """)
    if held != nil { throw RosterRefusal.alreadyHeld(draft.role, by: name) }
  }

  private static func refuseSecondDirector(
    _ draft: GrantDraft, _ reader: any SQLReader
  ) throws {
    guard draft.role == .programDirector else { return }
    let director = try reader.first(
      """
      SELECT directory_entry.name AS name FROM role_grant
      JOIN directory_entry ON directory_entry.person_id = role_grant.person_id
      WHERE role = 'program_director' AND \(draft.scope.condition)
        AND \(standing(in: draft.term))
      """)
    if let director { throw RosterRefusal.directorStands(name: try director.text("name")) }
  }

  /// Grants of people's own, not revoked, on any day of a term.
  private static func standing(in term: Term) -> SQLQuery {
    """
    deputy_of IS NULL AND revoked_at IS NULL AND starts_on <= \(term.endsOn ?? .unending)
      AND (ends_on IS NULL OR ends_on >= \(term.startsOn))
    """
  }
}

extension Scope {
  /// The rows of `role_grant` whose scope this is.
  var condition: SQLQuery {
    if let id { return "scope_kind = \(kind) AND scope_id = \(id)" }
    return "scope_kind = 'institution'"
  }
}

/// Where a role holds, as people name it.
struct ScopeName: Equatable {
  let name: String
  /// The day on which a program was closed.
  let closedOn: Day?

  /// The name of a scope.
  /// - Throws: ``Absent`` where what it points at does not exist.
  static func find(_ scope: Scope, in reader: any SQLReader) throws -> ScopeName {
    let query: SQLQuery =
      switch scope {
      case .institution: "SELECT 'the institution' AS name, NULL AS closed_on"
      case .program(let id): "SELECT name, closed_on FROM program WHERE id = \(id)"
      case .department(let id):
        "SELECT name, NULL AS closed_on FROM department WHERE id = \(id)"
      case .site(let id): "SELECT name, NULL AS closed_on FROM site WHERE id = \(id)"
      }
    guard let row = try reader.first(query) else { throw Absent() }
    return ScopeName(name: try row.text("name"), closedOn: try row.dayOrNil("closed_on"))
  }
}
