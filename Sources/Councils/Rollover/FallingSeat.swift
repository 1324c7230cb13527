package import Kernel
package import Roster
package import SQLStore

/// A seat that somebody holds and will not hold in the new academic year.
package struct FallingSeat: Sendable, Equatable {
  package let seating: Seating
  package let name: String
  package let organizationName: String
  package let seatTitle: String
  /// The department, program or site of the seat; nil where it is for all together.
  package let unitName: String?
  /// Whether the term goes on and the person leaves.
  package let isLeaving: Bool
  /// Whether somebody follows: a successor who is seated, or an alternate.
  package let isFollowed: Bool

  /// The seats that fall vacant with an academic year, by organization.
  /// - Throws: ``Absent`` for whoever does not keep organizations.
  package static func list(
    _ rollover: Rollover, viewer: Viewer, reader: any SQLReader
  ) throws -> [FallingSeat] {
    guard viewer.mayKeepOrganizations else { throw Absent() }
    return try reader.all(
      FallingSeat.self,
      """
      SELECT \(Seating.columns), directory_entry.name AS name,
        organization.name AS organization_name, seat_rule.title AS seat_title,
        coalesce(department.name, program.name, site.name) AS unit_name,
        (seating.term_ends_on >= \(rollover.firstDay)) AS is_leaving,
        EXISTS (SELECT 1 FROM seating AS next WHERE next.rule_id = seating.rule_id
          AND next.unit = seating.unit AND next.id <> seating.id AND next.ended_on IS NULL
          AND (next.place = 'alternate' OR (next.place = 'holder'
            AND next.number = seating.number AND next.starts_on >= \(rollover.firstDay)))
        ) AS is_followed
      FROM seating
      JOIN directory_entry ON directory_entry.person_id = seating.person_id
      JOIN organization ON organization.id = seating.organization_id
      JOIN seat_rule ON seat_rule.id = seating.rule_id
      LEFT JOIN department ON department.id = seating.unit
      LEFT JOIN program ON program.id = seating.unit
      LEFT JOIN site ON site.id = seating.unit
      WHERE seating.place = 'holder' AND seating.ended_on IS NULL
        AND seating.starts_on < \(rollover.firstDay)
        AND (seating.term_ends_on < \(rollover.firstDay)
          OR seating.person_id IN (\(rollover.leavers)))
      ORDER BY organization.name_key, seat_rule.position, seat_rule.id, unit_name, seating.id
      """)
  }

  /// The directors who are asked to fill some of the seats, by name, each once.
  package static func directors(
    of seats: [FallingSeat], on today: Day, reader: any SQLReader
  ) throws -> [RoleGrant.Holder] {
    let units = Set(seats.filter { !$0.isFollowed }.map(\.seating.seat.unit))
    let programs = try units.flatMap { try VacancyNotice.programs(of: $0, on: today, reader) }
    var seen: Set<PersonID> = []
    return try RoleGrant.holders(
      of: .programDirector, in: Array(Set(programs)).sorted(), on: today, reader: reader
    ).filter { seen.insert($0.person).inserted }
  }
}

extension FallingSeat: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      seating: try Seating(row: row), name: try row.text("name"),
      organizationName: try row.text("organization_name"),
      seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"),
      isLeaving: try row.boolean("is_leaving"), isFollowed: try row.boolean("is_followed"))
  }
}
