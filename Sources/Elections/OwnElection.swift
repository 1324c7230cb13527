package import Kernel
package import SQLStore

/// What is kept of the viewer in elections.
package struct OwnElection: Sendable, Equatable {
  package let rolls: [Roll]
  package let candidacies: [Candidacy]

  /// A roll that the viewer is on.
  package struct Roll: Sendable, Equatable, SQLDecodable {
    package let title: String
    package let wasAdded: Bool
    package let hasVoted: Bool

    package init(row: SQLRow) throws {
      title = try row.text("title")
      wasAdded = try row.boolean("added_later")
      hasVoted = try row.boolean("has_voted")
    }
  }

  /// An election in which the viewer stands or was asked to.
  package struct Candidacy: Sendable, Equatable, SQLDecodable {
    package let title: String
    package let state: Candidate.State
    package let statement: String
    package let since: Instant

    package init(row: SQLRow) throws {
      title = try row.text("title")
      state = try row.word("state")
      statement = try row.text("statement")
      since = try row.instant("proposed_at")
    }
  }

  /// All of it, the latest election first.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> OwnElection {
    guard let person = viewer.person else { return OwnElection(rolls: [], candidacies: []) }
    return OwnElection(
      rolls: try reader.all(
        Roll.self,
        """
        SELECT election.title AS title, elector.added_later AS added_later,
          elector.has_voted AS has_voted
        FROM elector JOIN election ON election.id = elector.election_id
        WHERE elector.person_id = \(person) ORDER BY election.made_at DESC, election.id DESC
        """),
      candidacies: try reader.all(
        Candidacy.self,
        """
        SELECT election.title AS title, candidate.state AS state,
          candidate.statement AS statement, candidate.proposed_at AS proposed_at
        FROM candidate JOIN election ON election.id = candidate.election_id
        WHERE candidate.person_id = \(person) ORDER BY election.made_at DESC, election.id DESC
        """))
  }
}
