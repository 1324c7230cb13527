package import Councils
package import Kernel
package import SQLStore

/// An election in a list, with the names of where it belongs.
package struct ElectionLine: Sendable, Equatable {
  package let election: Election
  package let organizationName: String
  /// What the seats are called.
  package let seatTitle: String
  /// The department or program; nil for the institution.
  package let unitName: String?

  /// How many a list shows.
  package static let most = 200
}

extension ElectionLine: SQLDecodable {
  static let selection: SQLQuery =
    """
    SELECT \(Election.columns), organization.name AS organization_name,
      seat_rule.title AS seat_title, coalesce(
        (SELECT department.name FROM department WHERE department.id = election.unit),
        (SELECT program.name FROM program WHERE program.id = election.unit)) AS unit_name
    FROM election JOIN organization ON organization.id = election.organization_id
    JOIN seat_rule ON seat_rule.id = election.rule_id
    """

  package init(row: SQLRow) throws {
    self.init(
      election: try Election(row: row), organizationName: try row.text("organization_name"),
      seatTitle: try row.text("seat_title"), unitName: try row.textOrNil("unit_name"))
  }

  /// The elections that the viewer may see, of one organization or of all, the latest first.
  package static func all(
    of organization: OrganizationID? = nil, viewer: Viewer, reader: any SQLReader
  ) throws -> [ElectionLine] {
    let here: SQLQuery = organization.map { "election.organization_id = \($0)" } ?? "1 = 1"
    return try reader.all(
      ElectionLine.self,
      """
      \(selection) WHERE \(here) AND \(Election.visible(to: viewer))
      ORDER BY election.made_at DESC, election.id DESC LIMIT \(most)
      """)
  }

  /// An election that the viewer may see.
  /// - Throws: ``Absent`` otherwise.
  package static func find(
    _ id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> ElectionLine {
    let line = try reader.first(
      ElectionLine.self,
      "\(selection) WHERE election.id = \(id) AND \(Election.visible(to: viewer))")
    guard let line else { throw Absent() }
    return line
  }

  /// The elections whose roll is frozen and that go on.
  package static func frozen(viewer: Viewer, reader: any SQLReader) throws -> [ElectionLine] {
    try reader.all(
      ElectionLine.self,
      """
      \(selection) WHERE election.state = 'voting' AND \(Election.visible(to: viewer))
      ORDER BY election.made_at, election.id
      """)
  }

  /// Those of the latest whose title or organization has the words that someone typed.
  package static func search(
    _ text: String, viewer: Viewer, reader: any SQLReader
  ) throws -> [ElectionLine] {
    let words = FoldedText.key(text).split(separator: " ")
    guard !words.isEmpty else { return [] }
    return try all(viewer: viewer, reader: reader).filter { line in
      let name = " " + FoldedText.key("\(line.election.title) \(line.organizationName)")
      return words.allSatisfy { name.contains(" " + $0) }
    }
  }
}
