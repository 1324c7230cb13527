package import Kernel
package import SQLStore

/// An election that goes on, and what of it concerns the viewer.
package struct ElectionDue: Sendable, Equatable {
  package let line: ElectionLine
  /// Whether the viewer was proposed and has not answered.
  package let isProposed: Bool
  /// Whether the viewer is on the roll and has not voted.
  package let mayVote: Bool
  /// Whether the viewer trains where it is held, as the directory has it.
  package let isOfPlace: Bool
  /// Whether the viewer stands or was asked to.
  package let isInvolved: Bool
  package let runs: Bool
  package let isOfficer: Bool
  /// How many corrections await the election officer.
  package let waiting: Int

  /// How many there are at most.
  static let most = 50

  /// The elections that go on and concern the viewer: one query.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [ElectionDue] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      ElectionDue.self,
      """
      SELECT * FROM (
        SELECT going.*,
          EXISTS (SELECT candidate.id FROM candidate WHERE candidate.election_id = going.id
            AND candidate.person_id = \(person) AND candidate.state = 'proposed') AS is_proposed,
          EXISTS (SELECT candidate.id FROM candidate WHERE candidate.election_id = going.id
            AND candidate.person_id = \(person)) AS is_involved,
          EXISTS (SELECT elector.person_id FROM elector WHERE elector.election_id = going.id
            AND elector.person_id = \(person) AND NOT elector.has_voted) AS may_vote,
          \(isOfPlace(person)) AS is_of_place,
          (going.officer_id IS NOT NULL AND going.officer_id = \(person)) AS is_officer,
          (SELECT count(*) FROM roll_correction WHERE roll_correction.election_id = going.id
            AND roll_correction.ruling IS NULL) AS waiting
        FROM (
          SELECT chosen.*, (\(Election.runs(viewer))) AS runs
          FROM (\(ElectionLine.selection)
            WHERE election.state IN ('draft', 'nominating', 'voting', 'closed')
              AND \(Election.visible(to: viewer))) AS chosen
          JOIN election ON election.id = chosen.id) AS going) AS due
      WHERE is_proposed OR may_vote OR is_officer OR runs OR is_of_place
      ORDER BY made_at, id LIMIT \(most)
      """)
  }

  private static func isOfPlace(_ person: PersonID) -> SQLQuery {
    """
    EXISTS (SELECT directory_entry.person_id FROM directory_entry
      WHERE directory_entry.person_id = \(person) AND directory_entry.capacity = 'trainee'
        AND directory_entry.presence = 'current' AND (going.constituency = 'institution'
          OR going.unit = directory_entry.department_id OR going.unit = directory_entry.program_id))
    """
  }
}

extension ElectionDue: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      line: try ElectionLine(row: row), isProposed: try row.boolean("is_proposed"),
      mayVote: try row.boolean("may_vote"), isOfPlace: try row.boolean("is_of_place"),
      isInvolved: try row.boolean("is_involved"), runs: try row.boolean("runs"),
      isOfficer: try row.boolean("is_officer"), waiting: try row.integer("waiting"))
  }
}
