package import Kernel
package import SQLStore

/// The roles' part in the turn of the academic year: the role of someone whose training ends goes
/// no further than the old year, so that nobody who is gone reads records.
///
/// Administrators are left to the office: someone has to hold the role before it can be ended.
package struct RoleRollover {
  private let rollover: Rollover
  private let writer: any SQLWriter

  /// The name under which it keeps the last days that stood before.
  private static let part = "roster.roles"

  package init(_ rollover: Rollover, _ writer: any SQLWriter) {
    self.rollover = rollover
    self.writer = writer
  }

  /// The grants, called `held`, of those who leave that would go on in the new year.
  static func leaving(_ rollover: Rollover) -> SQLQuery {
    """
    held.starts_on < \(rollover.firstDay)
      AND (held.ends_on IS NULL OR held.ends_on >= \(rollover.firstDay))
      AND held.person_id IN (\(rollover.leavers))
    """
  }

  /// Sets the last day of each role that ends, and keeps the one before.
  package func carryOut(by viewer: Viewer) throws {
    let ending = try writer.rows(
      """
      SELECT held.id AS id FROM role_grant AS held
      WHERE held.revoked_at IS NULL AND held.role <> \(Role.administrator.rawValue)
        AND \(Self.leaving(rollover))
      ORDER BY held.id
      """
    ).map { try $0.id("id", ID<RoleGrant>.self) }
    for id in ending {
      let grant = try RoleGrant.find(id, in: writer)
      try rollover.keep(grant.endsOn?.text ?? "", of: id.text, for: Self.part, writer)
      try writer.execute("UPDATE role_grant SET ends_on = \(rollover.lastDay) WHERE id = \(id)")
      try RoleGrant.note("role.ended", grant, until: rollover.lastDay, by: viewer, to: writer)
    }
  }

  /// Lets the roles go on as they did; one that was ended otherwise since stays ended.
  package func undo(by viewer: Viewer) throws {
    for (subject, before) in try rollover.images(of: Self.part, writer) {
      let endsOn = before.isEmpty ? nil : before
      let changed = try writer.execute(
        """
        UPDATE role_grant SET ends_on = \(endsOn)
        WHERE id = \(subject) AND revoked_at IS NULL AND ends_on = \(rollover.lastDay)
        """)
      guard changed > 0 else { continue }
      let grant = try RoleGrant.find(ID(stored: subject), in: writer)
      try RoleGrant.note("role.continued", grant, until: grant.endsOn, by: viewer, to: writer)
    }
  }

  /// Whoever directs a program since whose director's role was ended: there is one director.
  package static func dependents(
    on rollover: Rollover, reader: any SQLReader
  ) throws -> [String] {
    let ended = try rollover.images(of: part, reader).map(\.subject)
    return try reader.rows(
      """
      SELECT DISTINCT next.id AS id, directory_entry.sort_key AS sort_key,
        directory_entry.name AS name, program.name AS program_name
      FROM role_grant AS before
      JOIN role_grant AS next ON next.scope_id = before.scope_id AND next.id <> before.id
        AND next.role = before.role AND next.deputy_of IS NULL AND next.revoked_at IS NULL
        AND (next.ends_on IS NULL OR next.ends_on > \(rollover.lastDay))
      JOIN program ON program.id = next.scope_id
      JOIN directory_entry ON directory_entry.person_id = next.person_id
      WHERE before.id IN (\(list: ended)) AND before.role = \(Role.programDirector.rawValue)
        AND before.deputy_of IS NULL
      ORDER BY sort_key, next.id
      """
    ).map { row in
      "\(try row.text("name")) directs \(try row.text("program_name")) since."
    }
  }
}
