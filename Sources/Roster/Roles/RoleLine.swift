package import Kernel
import SQLStore

/// A grant with the names that a list shows.
package struct RoleLine: Sendable, Equatable {
  package let grant: RoleGrant
  /// Who holds it.
  package let personName: String
  /// Where it holds; nil for the institution.
  package let scopeName: String?
  /// Whose deputy the person is.
  package let principal: Principal?
  /// Who granted it.
  package let grantedByName: String?
  /// How it stands today; a deputy's grant is no better than the one it deputizes.
  package let state: RoleGrant.State

  /// The person whose role a deputy acts in.
  package struct Principal: Sendable, Equatable {
    package let person: PersonID
    package let name: String
  }
}

extension RoleLine {
  /// Lines of grants with the names that belong to them; conditions go behind it.
  static let selection: SQLQuery =
    """
    SELECT \(RoleGrant.columns), directory_entry.name AS person_name,
      coalesce(program.name, department.name, site.name) AS scope_name,
      principal.person_id AS principal_id, principal.revoked_at AS principal_revoked_at,
      principal.starts_on AS principal_starts_on, principal.ends_on AS principal_ends_on,
      principal_entry.name AS principal_name, granter.name AS granter_name
    FROM role_grant AS held
    JOIN directory_entry ON directory_entry.person_id = held.person_id
    LEFT JOIN program ON held.scope_kind = 'program' AND program.id = held.scope_id
    LEFT JOIN department ON held.scope_kind = 'department' AND department.id = held.scope_id
    LEFT JOIN site ON held.scope_kind = 'site' AND site.id = held.scope_id
    LEFT JOIN role_grant AS principal ON principal.id = held.deputy_of
    LEFT JOIN directory_entry AS principal_entry
      ON principal_entry.person_id = principal.person_id
    LEFT JOIN directory_entry AS granter ON granter.person_id = held.granted_by
    """

  /// Reads a row of ``selection``.
  init(row: SQLRow, today: Day) throws {
    self.grant = try RoleGrant(row: row)
    self.personName = try row.text("person_name")
    self.scopeName = try row.textOrNil("scope_name")
    self.grantedByName = try row.textOrNil("granter_name")
    let own = grant.state(on: today)
    guard let person = try row.idOrNil("principal_id", PersonID.self) else {
      self.principal = nil
      self.state = own
      return
    }
    self.principal = Principal(person: person, name: try row.textOrNil("principal_name") ?? "")
    let term = Term(
      from: try row.day("principal_starts_on"), to: try row.dayOrNil("principal_ends_on"))
    let principalState = RoleGrant.state(
      in: term, isRevoked: try row.textOrNil("principal_revoked_at") != nil, on: today)
    self.state = own.worse(principalState)
  }
}

extension RoleGrant.State {
  /// The state that allows less, in the order of the cases.
  fileprivate func worse(_ other: RoleGrant.State) -> RoleGrant.State {
    let order = RoleGrant.State.allCases
    let places = [self, other].compactMap { order.firstIndex(of: $0) }
    return places.max().map { order[$0] } ?? self
  }
}
