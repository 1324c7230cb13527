package import Kernel
package import SQLStore

extension Viewer {
  /// The viewer that a person is at a moment: with the roles that hold on that day, their own and
  /// those in which they are a deputy.
  package init(
    person: PersonID, now: Instant, today: Day, reader: any SQLReader
  ) throws {
    var grants: [Grant] = []
    try reader.forEach(
      """
      SELECT held.role AS role, held.scope_kind AS scope_kind, held.scope_id AS scope_id
      FROM \(RoleGrant.held) WHERE held.person_id = \(person) AND \(RoleGrant.holds(on: today))
      ORDER BY held.id
      """
    ) { row in
      grants.append(Grant(role: try row.word("role"), scope: try Scope(row: row)))
    }
    self.init(person: person, grants: grants, now: now, today: today)
  }

  /// Someone who is not signed in.
  package static func anonymous(now: Instant, today: Day) -> Viewer {
    Viewer(person: nil, grants: [], now: now, today: today)
  }
}

extension Scope {
  init(row: SQLRow) throws {
    switch try row.text("scope_kind") {
    case "department": self = .department(try row.id("scope_id"))
    case "program": self = .program(try row.id("scope_id"))
    case "site": self = .site(try row.id("scope_id"))
    default: self = .institution
    }
  }

  /// The word in the column `scope_kind`.
  package var kind: String {
    switch self {
    case .institution: "institution"
    case .department: "department"
    case .program: "program"
    case .site: "site"
    }
  }

  /// The identifier in the column `scope_id`.
  package var id: String? {
    switch self {
    case .institution: nil
    case .department(let department): department.text
    case .program(let program): program.text
    case .site(let site): site.text
    }
  }
}
