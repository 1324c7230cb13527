package import Kernel
import Roster
package import SQLStore

/// A nomination in a list, with the names of what it is about.
package struct NominationLine: Sendable, Equatable {
  package let nomination: Nomination
  package let name: String
  package let organizationName: String
  package let seatTitle: String
  /// The department, program or site of the seat; nil where it is for all together.
  package let unitName: String?
  /// Where the trainee trains now.
  package let program: ProgramID?
  package let programName: String?
  package let level: Int?
}

extension NominationLine: SQLDecodable {
  static let selection: SQLQuery =
    """
    SELECT \(Nomination.columns), directory_entry.name AS name,
      organization.name AS organization_name, seat_rule.title AS seat_title,
      coalesce(department.name, program.name, site.name) AS unit_name,
      directory_entry.program_id AS program_id, directory_entry.program_name AS program_name,
      directory_entry.training_level AS training_level
    FROM nomination
    JOIN directory_entry ON directory_entry.person_id = nomination.person_id
    JOIN organization ON organization.id = nomination.organization_id
    JOIN seat_rule ON seat_rule.id = nomination.rule_id
    LEFT JOIN department ON department.id = nomination.unit
    LEFT JOIN program ON program.id = nomination.unit
    LEFT JOIN site ON site.id = nomination.unit
    """

  package init(row: SQLRow) throws {
    self.init(
      nomination: try Nomination(row: row), name: try row.text("name"),
      organizationName: try row.text("organization_name"),
      seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"),
      program: try row.idOrNil("program_id"), programName: try row.textOrNil("program_name"),
      level: try row.integerOrNil("training_level"))
  }

  /// How many lines a list has at most.
  package static let most = 500

  /// A nomination that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ID<Nomination>, viewer: Viewer, reader: any SQLReader
  ) throws -> NominationLine {
    let line = try reader.first(
      NominationLine.self,
      "\(selection) WHERE nomination.id = \(id) AND \(Nomination.visible(to: viewer))")
    guard let line else { throw Absent() }
    return line
  }

  /// What waits for the viewer as a director, the longest first.
  package static func toDecide(
    viewer: Viewer, reader: any SQLReader
  ) throws -> [NominationLine] {
    guard let person = viewer.person, !viewer.directedPrograms.isEmpty else { return [] }
    return try reader.all(
      NominationLine.self,
      """
      \(selection) WHERE nomination.state = 'awaiting' AND nomination.person_id <> \(person)
        AND directory_entry.program_id IN (\(list: viewer.directedPrograms))
      ORDER BY nomination.id LIMIT \(most)
      """)
  }

  /// The viewer's own: for themselves, and whom they put forward, the latest first.
  package static func own(viewer: Viewer, reader: any SQLReader) throws -> [NominationLine] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      NominationLine.self,
      """
      \(selection) WHERE nomination.person_id = \(person)
        OR nomination.put_forward_by = \(person)
      ORDER BY nomination.id DESC LIMIT \(most)
      """)
  }

  /// Those of an organization that await a decision and that the viewer may see, by seat.
  package static func awaiting(
    in organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> [NominationLine] {
    try reader.all(
      NominationLine.self,
      """
      \(selection) WHERE nomination.organization_id = \(organization.id)
        AND nomination.state = 'awaiting' AND \(Nomination.visible(to: viewer))
      ORDER BY nomination.id LIMIT \(most)
      """)
  }
}
