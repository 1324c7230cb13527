package import Kernel
import Roster
package import SQLStore

/// Someone who was elected.
package struct ElectedCandidate: Sendable, Equatable {
  package let person: PersonID
  /// Who stands agrees that the name stays with the result.
  package let name: String
  /// Whether the viewer finds the person in the directory.
  package let isListed: Bool
  /// Why they did not take the seat when the result was certified; empty otherwise.
  package let obstacle: String
  /// Whether they took a seat.
  package let isSeated: Bool
  /// Whether they take it when it falls free.
  package let waits: Bool
}

extension ElectedCandidate: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      person: try row.id("person_id"), name: try row.textOrNil("name") ?? "Someone",
      isListed: try row.boolean("is_listed"), obstacle: try row.text("obstacle"),
      isSeated: try row.textOrNil("seating_id") != nil, waits: try row.boolean("waits"))
  }

  /// Who was elected without a vote, in an election that the viewer may see.
  package static func withoutVote(
    in id: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> [ElectedCandidate] {
    let election = try Election.find(id, viewer: viewer, reader: reader)
    guard election.state == .certified, election.openedAt == nil else { throw Absent() }
    return try all(of: id, viewer: viewer, reader: reader)
  }

  /// Who was elected, in order of election.
  static func all(
    of election: ElectionID, viewer: Viewer, reader: any SQLReader
  ) throws -> [ElectedCandidate] {
    try reader.all(
      ElectedCandidate.self,
      """
      SELECT candidate.person_id AS person_id, directory_entry.name AS name,
        coalesce(\(Directory.visible(to: viewer)), FALSE) AS is_listed,
        elected_candidate.obstacle AS obstacle, elected_candidate.seating_id AS seating_id,
        elected_candidate.waits AS waits
      FROM elected_candidate
      JOIN candidate ON candidate.id = elected_candidate.candidate_id
      LEFT JOIN directory_entry ON directory_entry.person_id = candidate.person_id
      WHERE elected_candidate.election_id = \(election)
      ORDER BY elected_candidate.place
      """)
  }
}
