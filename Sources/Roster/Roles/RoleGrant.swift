package import Kernel
package import SQLStore

/// A role that someone holds somewhere, from day to day, until it ends or is revoked.
///
/// Grants are kept after their end: who could see what in the past stays answerable.
package struct RoleGrant: Sendable, Equatable {
  package let id: ID<RoleGrant>
  package let person: PersonID
  package let role: Role
  package let scope: Scope
  package let startsOn: Day
  /// The last day; nil until someone ends it.
  package let endsOn: Day?
  /// The grant in which the person acts as a deputy; nil for a role of their own.
  package let deputyOf: ID<RoleGrant>?
  /// Who granted it; nil for the first administrator, whom the operator made.
  package let grantedBy: PersonID?
  package let grantedAt: Instant
  package let revokedAt: Instant?

  package init(
    id: ID<RoleGrant>, person: PersonID, role: Role, scope: Scope, startsOn: Day, endsOn: Day?,
    deputyOf: ID<RoleGrant>? = nil, grantedBy: PersonID?, grantedAt: Instant,
    revokedAt: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.role = role
    self.scope = scope
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.deputyOf = deputyOf
    self.grantedBy = grantedBy
    self.grantedAt = grantedAt
    self.revokedAt = revokedAt
  }

  /// How a grant stands on a day.
  package enum State: String, Sendable, CaseIterable {
    case current, upcoming, over, revoked
  }

  /// How the grant stands on a day, for itself: a deputy's also ends with the one it deputizes.
  package func state(on today: Day) -> State {
    Self.state(in: Term(from: startsOn, to: endsOn), isRevoked: revokedAt != nil, on: today)
  }

  /// How a grant of a term stands on a day.
  static func state(in term: Term, isRevoked: Bool, on today: Day) -> State {
    if isRevoked { return .revoked }
    if let last = term.endsOn, last < today { return .over }
    return term.startsOn > today ? .upcoming : .current
  }
}

extension RoleGrant: SQLDecodable {
  static let columns: SQLQuery =
    """
    held.id AS id, held.person_id AS person_id, held.role AS role,
    held.scope_kind AS scope_kind, held.scope_id AS scope_id, held.starts_on AS starts_on,
    held.ends_on AS ends_on, held.deputy_of AS deputy_of, held.granted_by AS granted_by,
    held.granted_at AS granted_at, held.revoked_at AS revoked_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), person: try row.id("person_id"), role: try row.word("role"),
      scope: try Scope(row: row), startsOn: try row.day("starts_on"),
      endsOn: try row.dayOrNil("ends_on"), deputyOf: try row.idOrNil("deputy_of"),
      grantedBy: try row.idOrNil("granted_by"), grantedAt: try row.instant("granted_at"),
      revokedAt: try row.instantOrNil("revoked_at"))
  }

  /// The grant of an identifier.
  /// - Throws: ``Absent`` where there is none.
  static func find(_ id: ID<RoleGrant>, in reader: any SQLReader) throws -> RoleGrant {
    let grant = try reader.first(
      RoleGrant.self, "SELECT \(columns) FROM role_grant AS held WHERE held.id = \(id)")
    guard let grant else { throw Absent() }
    return grant
  }

  /// Keeps a new grant.
  func insert(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO role_grant (id, person_id, role, scope_kind, scope_id, starts_on, ends_on,
        deputy_of, granted_by, granted_at)
      VALUES (\(id), \(person), \(role.rawValue), \(scope.kind), \(scope.id), \(startsOn),
        \(endsOn), \(deputyOf), \(grantedBy), \(grantedAt))
      """)
  }
}
