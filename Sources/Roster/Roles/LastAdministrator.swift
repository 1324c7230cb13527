import Kernel
import SQLStore

/// The rule that somebody can always administer the system.
///
/// Only grants without a last day count: otherwise the last administrator could run out unnoticed.
enum LastAdministrator {
  /// Refuses to go on when no other lasting administrator stands than this grant.
  static func protect(_ grant: RoleGrant, on today: Day, in reader: any SQLReader) throws {
    guard grant.role == .administrator, grant.deputyOf == nil, grant.endsOn == nil else { return }
    try require("role_grant.id <> \(grant.id)", today, reader)
  }

  /// Refuses to go on when this person is the only lasting administrator.
  static func protect(_ person: PersonID, on today: Day, in reader: any SQLReader) throws {
    let held = try reader.number(
      "SELECT count(*) FROM role_grant WHERE person_id = \(person) AND \(lasting(today))")
    if held > 0 { try require("role_grant.person_id <> \(person)", today, reader) }
  }

  /// How many people administer the system without an end date.
  static func count(on today: Day, in reader: any SQLReader) throws -> Int {
    try count("1 = 1", today, reader)
  }

  private static func require(
    _ other: SQLQuery, _ today: Day, _ reader: any SQLReader
  ) throws {
    if try count(other, today, reader) == 0 { throw RosterRefusal.lastAdministrator }
  }

  private static func count(
    _ other: SQLQuery, _ today: Day, _ reader: any SQLReader
  ) throws -> Int {
    try reader.number(
      """
      SELECT count(*) FROM role_grant JOIN person ON person.id = role_grant.person_id
      WHERE \(lasting(today)) AND person.deactivated_at IS NULL AND \(other)
      """)
  }

  private static func lasting(_ today: Day) -> SQLQuery {
    """
    role = 'administrator' AND deputy_of IS NULL AND revoked_at IS NULL AND ends_on IS NULL
      AND starts_on <= \(today)
    """
  }
}
