package import Kernel
package import SQLStore

extension RoleGrant {
  /// Grants, each beside the one in which it deputizes.
  static let held: SQLQuery =
    "role_grant AS held LEFT JOIN role_grant AS principal ON principal.id = held.deputy_of"

  /// Which of ``held`` hold on a day: a deputy's only as long as the one that it deputizes.
  static func holds(on today: Day) -> SQLQuery {
    """
    held.revoked_at IS NULL AND held.starts_on <= \(today)
      AND (held.ends_on IS NULL OR held.ends_on >= \(today))
      AND (held.deputy_of IS NULL OR (principal.revoked_at IS NULL
        AND principal.starts_on <= \(today)
        AND (principal.ends_on IS NULL OR principal.ends_on >= \(today))))
    """
  }

  /// Someone who holds a role somewhere.
  package struct Holder: Sendable, Equatable {
    package let person: PersonID
    package let name: String
    /// The program, department or site; nil for the institution.
    package let place: String?
    package let isDeputy: Bool
    /// The first day.
    package let since: Day
  }

  /// Who holds a role on a day, with their deputies, by name: in some programs, or wherever it
  /// holds.
  package static func holders(
    of role: Role, in programs: [ProgramID]? = nil, on today: Day, reader: any SQLReader
  ) throws -> [Holder] {
    let places: SQLQuery = programs.map { "held.scope_id IN (\(list: $0))" } ?? "1 = 1"
    return try reader.rows(
      """
      SELECT held.person_id AS person_id, directory_entry.name AS name,
        held.scope_id AS scope_id, held.deputy_of AS deputy_of, held.starts_on AS starts_on
      FROM \(held) JOIN directory_entry ON directory_entry.person_id = held.person_id
      JOIN person ON person.id = held.person_id
      WHERE held.role = \(role.rawValue) AND \(places) AND \(holds(on: today))
        AND person.deactivated_at IS NULL
      ORDER BY directory_entry.sort_key, held.id
      """
    ).map { row in
      Holder(
        person: try row.id("person_id"), name: try row.text("name"),
        place: try row.textOrNil("scope_id"),
        isDeputy: try row.textOrNil("deputy_of") != nil, since: try row.day("starts_on"))
    }
  }
}
