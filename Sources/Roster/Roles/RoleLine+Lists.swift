package import Kernel
package import SQLStore

extension RoleLine {
  /// How many lines a list has at most.
  package static let most = 500

  /// The roles of a person, those that run first.
  ///
  /// Everybody sees what someone may do here now. The person and the office also see what is still
  /// to come and, where asked for, what is over.
  package static func held(
    by person: PersonID, withPast: Bool = false, viewer: Viewer, reader: any SQLReader
  ) throws -> [RoleLine] {
    let seesAll = viewer.mayKeepRoster || viewer.person == person
    return try lines(
      "held.person_id = \(person)", withPast: withPast && seesAll, isKeeper: seesAll, viewer,
      reader)
  }

  /// Who holds a role somewhere, with their deputies.
  package static func held(
    in scope: Scope, withPast: Bool = false, viewer: Viewer, reader: any SQLReader
  ) throws -> [RoleLine] {
    let scoped: SQLQuery =
      if let id = scope.id {
        "held.scope_kind = \(scope.kind) AND held.scope_id = \(id)"
      } else {
        "held.scope_kind = 'institution'"
      }
    return try lines(
      scoped, withPast: withPast && viewer.mayKeepRoster, isKeeper: viewer.mayKeepRoster, viewer,
      reader)
  }

  /// A grant that the viewer may know of.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<RoleGrant>, viewer: Viewer, reader: any SQLReader
  ) throws -> RoleLine {
    let lines = try lines(
      "held.id = \(id)", withPast: true, isKeeper: true, viewer, reader)
    guard let line = lines.first else { throw Absent() }
    let isOwn = [line.grant.person, line.principal?.person].contains { $0 == viewer.person }
    guard isOwn || viewer.mayKeepRoster || line.state == .current else { throw Absent() }
    return line
  }

  private static func lines(
    _ condition: SQLQuery, withPast: Bool, isKeeper: Bool, _ viewer: Viewer,
    _ reader: any SQLReader
  ) throws -> [RoleLine] {
    var lines: [RoleLine] = []
    let conditions =
      [condition, Directory.visible(to: viewer)] + (withPast ? [] : [notOver(viewer.today)])
    try reader.forEach(
      """
      \(selection) WHERE \(SQLQuery.joined(conditions, separator: " AND "))
      ORDER BY held.role, held.scope_kind, directory_entry.sort_key, held.starts_on, held.id
      LIMIT \(most)
      """
    ) { row in
      let line = try RoleLine(row: row, today: viewer.today)
      switch line.state {
      case .current: lines.append(line)
      case .upcoming: if isKeeper { lines.append(line) }
      case .over, .revoked: if withPast { lines.append(line) }
      }
    }
    // The sort is stable: within a state the order of the statement stays.
    let order: [RoleGrant.State] = [.current, .upcoming, .over, .revoked]
    return order.flatMap { state in lines.filter { $0.state == state } }
  }

  private static func notOver(_ today: Day) -> SQLQuery {
    "held.revoked_at IS NULL AND (held.ends_on IS NULL OR held.ends_on >= \(today))"
  }
}
