package import Kernel
package import SQLStore

/// The first of many things, and how many there are.
package struct Capped<Thing: Sendable>: Sendable {
  package let first: [Thing]
  package let count: Int

  package init(first: [Thing], count: Int) {
    self.first = first
    self.count = count
  }
}

/// What a rollover means for roles: which end, which have to be looked at, and who is written to.
package struct RolloverRoles: Sendable {
  let rollover: Rollover
  let viewer: Viewer

  /// How many things are named.
  package static let most = 50

  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package init(_ rollover: Rollover, viewer: Viewer) throws {
    guard viewer.mayKeepRoster else { throw Absent() }
    self.rollover = rollover
    self.viewer = viewer
  }

  /// Roles whose last day is in the old year, their own or that of the one a deputy acts in.
  package func ending(_ reader: any SQLReader) throws -> Capped<RoleLine> {
    let (from, until) = (rollover.lastDay.adding(days: -RolloverPlan.slack), rollover.lastDay)
    return try lines(
      """
      (held.ends_on >= \(from) AND held.ends_on <= \(until))
        OR (principal.ends_on >= \(from) AND principal.ends_on <= \(until)
          AND principal.revoked_at IS NULL)
      """, reader)
  }

  /// Roles that the rollover ends, because the training of whoever holds them ends.
  package func ofLeavers(_ reader: any SQLReader) throws -> Capped<RoleLine> {
    try leaving("held.role <> \(Role.administrator.rawValue)", reader)
  }

  /// Administrators whose training ends: the office decides who follows them.
  package func leavingAdministrators(_ reader: any SQLReader) throws -> Capped<RoleLine> {
    try leaving("held.role = \(Role.administrator.rawValue)", reader)
  }

  private func leaving(
    _ condition: SQLQuery, _ reader: any SQLReader
  ) throws -> Capped<RoleLine> {
    try lines("\(RoleRollover.leaving(rollover)) AND \(condition)", reader)
  }

  private func lines(
    _ condition: SQLQuery, _ reader: any SQLReader
  ) throws -> Capped<RoleLine> {
    let condition: SQLQuery = "held.revoked_at IS NULL AND (\(condition))"
    let lines = try reader.rows(
      RoleLine.selection + """
         WHERE \(condition) ORDER BY directory_entry.sort_key, held.id LIMIT \(Self.most)
        """
    ).map { try RoleLine(row: $0, today: viewer.today) }
    guard lines.count == Self.most else { return Capped(first: lines, count: lines.count) }
    let count = try reader.number(
      """
      SELECT count(*) FROM role_grant AS held
      LEFT JOIN role_grant AS principal ON principal.id = held.deputy_of WHERE \(condition)
      """)
    return Capped(first: lines, count: count)
  }

  /// A program that nobody will direct.
  package struct Undirected: Sendable, Equatable {
    package let program: ProgramID
    package let name: String
  }

  /// Open programs that have no director on the first day, or one whose own training ends.
  package func undirected(_ reader: any SQLReader) throws -> Capped<Undirected> {
    let condition: SQLQuery =
      """
      (closed_on IS NULL OR closed_on >= \(rollover.firstDay)) AND id NOT IN (
        SELECT scope_id FROM role_grant
        WHERE \(Self.directs(on: rollover.firstDay))
          AND person_id NOT IN (\(rollover.leavers)))
      """
    let programs = try reader.rows(
      """
      SELECT id, name FROM program WHERE \(condition) ORDER BY name_key, id LIMIT \(Self.most)
      """
    ).map { Undirected(program: try $0.id("id"), name: try $0.text("name")) }
    guard programs.count == Self.most else {
      return Capped(first: programs, count: programs.count)
    }
    return Capped(
      first: programs,
      count: try reader.number("SELECT count(*) FROM program WHERE \(condition)"))
  }

  /// A director who is told of the program in the new year.
  package struct Told: Sendable, Equatable {
    package let person: PersonID
    package let name: String
    /// How many programs the letter is about.
    package let programs: Int
  }

  /// Directors who will be written to, each once.
  package func written(_ reader: any SQLReader) throws -> Capped<Told> {
    let directs: SQLQuery =
      """
      \(Self.directs(on: max(rollover.firstDay, viewer.today)))
        AND role_grant.person_id NOT IN (\(rollover.leavers))
      """
    let told = try reader.rows(
      """
      SELECT directory_entry.person_id AS id, directory_entry.name AS name,
        count(DISTINCT scope_id) AS programs
      FROM role_grant
      JOIN directory_entry ON directory_entry.person_id = role_grant.person_id
      WHERE \(directs)
      GROUP BY directory_entry.person_id, directory_entry.name, directory_entry.sort_key
      ORDER BY directory_entry.sort_key, directory_entry.person_id LIMIT \(Self.most)
      """
    ).map { row in
      Told(
        person: try row.id("id"), name: try row.text("name"),
        programs: try row.integer("programs"))
    }
    guard told.count == Self.most else { return Capped(first: told, count: told.count) }
    return Capped(
      first: told,
      count: try reader.number(
        "SELECT count(DISTINCT person_id) FROM role_grant WHERE \(directs)"))
  }

  /// The grants of directors, not of their deputies, that hold on a day.
  static func directs(on day: Day) -> SQLQuery {
    """
    role = 'program_director' AND scope_kind = 'program' AND deputy_of IS NULL
      AND revoked_at IS NULL AND starts_on <= \(day) AND (ends_on IS NULL OR ends_on >= \(day))
    """
  }
}
