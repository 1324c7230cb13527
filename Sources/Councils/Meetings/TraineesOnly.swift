import Kernel
import SQLStore

/// Who reads what is for trainees alone: the one rule, put into every query.
///
/// Whoever holds a role of any sort reads nothing of it, whatever else they are: officials, directors,
/// coordinators, the office, administrators, also as officers, guests or in a seat. Who trains here
/// is what the roster says, which the office keeps: the page says so.
enum TraineesOnly {
  /// Whether the viewer is one of them, as a condition.
  static func admits(_ viewer: Viewer) -> SQLQuery {
    guard let person = viewer.person, viewer.grants.isEmpty else { return "1 = 0" }
    return """
      EXISTS (SELECT trainee.person_id FROM directory_entry AS trainee
        WHERE trainee.person_id = \(person) AND \(trains("trainee")))
      """
  }

  /// Whether the viewer is one of them.
  static func admits(_ viewer: Viewer, reader: any SQLReader) throws -> Bool {
    try reader.number(
      "SELECT count(*) FROM person WHERE id = \(viewer.person) AND \(admits(viewer))")
      > 0
  }

  /// Those among some people who are, on a day.
  static func among(
    _ people: [PersonID], on today: Day, reader: any SQLReader
  ) throws -> Set<PersonID> {
    Set(
      try reader.rows(
        """
        SELECT directory_entry.person_id AS person_id FROM directory_entry
        WHERE directory_entry.person_id IN (\(list: people)) AND \(trains("directory_entry"))
          AND \(holdsNothing("directory_entry.person_id", on: today))
        """
      ).map { try $0.id("person_id") })
  }

  /// Whether nobody has granted someone of a row a role that holds on a day.
  static func holdsNothing(_ person: SQLQuery, on today: Day) -> SQLQuery {
    """
    NOT EXISTS (SELECT role_grant.id FROM role_grant WHERE role_grant.person_id = \(person)
      AND role_grant.revoked_at IS NULL AND role_grant.starts_on <= \(today)
      AND (role_grant.ends_on IS NULL OR role_grant.ends_on >= \(today)))
    """
  }

  /// Whether someone of a row of the directory trains here now.
  static func trains(_ entry: StaticString) -> SQLQuery {
    "\(literal: entry).capacity = 'trainee' AND \(literal: entry).presence = 'current'"
  }
}
