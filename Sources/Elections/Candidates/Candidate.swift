package import Kernel
import Roster
package import SQLStore

/// Someone who stands in an election, or was asked to.
package struct Candidate: Sendable, Equatable {
  package let id: ID<Candidate>
  package let election: ElectionID
  package let person: PersonID
  /// Who stands agrees to be named wherever the election is seen. Whoever was only asked has a name
  /// for those who find them in the directory.
  package let name: String
  /// Whether the viewer finds the person in the directory.
  package let isListed: Bool
  /// Where the candidate trained when they accepted, for rules such as one seat a department.
  package let program: ProgramID?
  package let department: DepartmentID?
  package let programName: String?
  package let state: State
  package let statement: String
  package let hasPortrait: Bool
  /// nil for those who stand by themselves.
  package let proposedBy: PersonID?
  package let proposedAt: Instant
  package let withdrawnAt: Instant?
  /// The place on the paper, from 1; there from the opening on.
  package let position: Int?

  /// Whether someone stands.
  package enum State: String, Sendable, CaseIterable {
    /// Asked, and has not answered.
    case proposed
    case accepted, declined
    /// Stood and does not any more. Whoever withdrew after the opening stays on the papers that
    /// name them, and preferences pass over them.
    case withdrawn
  }

  /// The most characters of a statement.
  package static let longestStatement = 1500
  /// How many people one may propose in an election.
  package static let mostProposals = 5

  /// The names of the fields.
  package enum Field {
    /// Why to vote for the candidate.
    package static let statement = "statement"
  }
}

extension Candidate: SQLDecodable {
  static func selection(for viewer: Viewer) -> SQLQuery {
    let visible = Directory.visible(to: viewer)
    return """
      SELECT candidate.id AS id, candidate.election_id AS election_id,
      candidate.person_id AS person_id,
      coalesce(CASE WHEN candidate.state IN ('accepted', 'withdrawn') OR \(visible)
        THEN directory_entry.name END, 'Someone') AS name,
      coalesce(\(visible), FALSE) AS is_listed,
      candidate.program_id AS program_id, candidate.department_id AS department_id,
      (SELECT program.name FROM program WHERE program.id = candidate.program_id) AS program_name,
      candidate.state AS state, candidate.statement AS statement,
      (candidate.portrait_type IS NOT NULL) AS has_portrait,
      candidate.proposed_by AS proposed_by, candidate.proposed_at AS proposed_at,
      candidate.withdrawn_at AS withdrawn_at, candidate.position AS position
      FROM candidate LEFT JOIN directory_entry ON directory_entry.person_id = candidate.person_id
      """
  }

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), election: try row.id("election_id"), person: try row.id("person_id"),
      name: try row.text("name"), isListed: try row.boolean("is_listed"),
      program: try row.idOrNil("program_id"),
      department: try row.idOrNil("department_id"),
      programName: try row.textOrNil("program_name"), state: try row.word("state"),
      statement: try row.text("statement"), hasPortrait: try row.boolean("has_portrait"),
      proposedBy: try row.idOrNil("proposed_by"), proposedAt: try row.instant("proposed_at"),
      withdrawnAt: try row.instantOrNil("withdrawn_at"),
      position: try row.integerOrNil("position"))
  }

  /// Who stands, in the order of the paper, or by name as long as there is no paper; with those
  /// who are on it and withdrew. Who was only asked, or declined, is nobody else's business.
  package static func standing(
    in election: Election, viewer: Viewer, reader: any SQLReader
  ) throws -> [Candidate] {
    try reader.all(
      Candidate.self,
      """
      \(selection(for: viewer)) WHERE candidate.election_id = \(election.id)
        AND (candidate.state = 'accepted'
          OR (candidate.state = 'withdrawn' AND candidate.position IS NOT NULL))
      ORDER BY candidate.position NULLS LAST, directory_entry.sort_key, candidate.id
      LIMIT 1000
      """)
  }

  /// What the viewer is in an election: stands, was asked, or neither.
  package static func own(
    in election: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> Candidate? {
    guard let person = viewer.person else { return nil }
    return try reader.first(
      Candidate.self,
      """
      \(selection(for: viewer)) WHERE candidate.election_id = \(election)
        AND candidate.person_id = \(person)
      """)
  }

  /// Whom the viewer proposed in an election, by name.
  package static func proposed(
    in election: ElectionID, by viewer: Viewer, reader: any SQLReader
  ) throws -> [Candidate] {
    guard let person = viewer.person else { return [] }
    return try reader.all(
      Candidate.self,
      """
      \(selection(for: viewer)) WHERE candidate.election_id = \(election)
        AND candidate.proposed_by = \(person) AND candidate.person_id <> \(person)
      ORDER BY directory_entry.sort_key, candidate.id
      """)
  }
}
