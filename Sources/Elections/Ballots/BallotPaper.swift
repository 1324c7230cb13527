package import Kernel
package import SQLStore

/// The paper that voters fill in: who stands, in the order that was drawn at the opening.
package struct BallotPaper: Sendable, Equatable {
  package let election: ElectionID
  /// What a voter writes on it.
  package let kind: Election.Method.Paper
  package let seats: Int
  /// Of what at most one is elected.
  package let onePer: Election.OnePer
  package let allowsAbstaining: Bool
  /// The candidates by their numbers, from 1 without a gap.
  package let candidates: [Candidate]

  /// A candidate as the paper shows them.
  package struct Candidate: Sendable, Equatable {
    /// The place on the paper, from 1.
    package let number: Int
    package let id: String
    package let person: PersonID
    package let name: String
    /// Where the person trained when they stood; empty where nobody knows.
    package let department: String
    package let program: String
    package let statement: String
    /// Whether they withdrew after the opening: nobody can vote for them any more.
    package let isWithdrawn: Bool
  }

  /// The paper of an election that was opened.
  package init(of election: Election, reader: any SQLReader) throws {
    self.election = election.id
    kind = election.method.paper
    seats = election.seats
    onePer = election.onePer
    allowsAbstaining = election.allowsAbstaining
    candidates = try reader.all(
      Candidate.self,
      """
      SELECT candidate.id AS id, candidate.person_id AS person_id, candidate.position AS position,
        candidate.state AS state, candidate.statement AS statement,
        candidate.department_id AS department_id, candidate.program_id AS program_id,
        directory_entry.name AS name
      FROM candidate LEFT JOIN directory_entry
        ON directory_entry.person_id = candidate.person_id
      WHERE candidate.election_id = \(election.id) AND candidate.position IS NOT NULL
      ORDER BY candidate.position
      """)
  }

  /// Those for whom one can vote.
  package var standing: [Candidate] { candidates.filter { !$0.isWithdrawn } }

  /// The candidate of a number.
  package func candidate(_ number: Int) -> Candidate? {
    candidates.indices.contains(number - 1) ? candidates[number - 1] : nil
  }

  /// Those who stand by department or program, where at most one of each is elected.
  var groups: [[Int]] {
    let key: (Candidate) -> String
    switch onePer {
    case .anyone: return []
    case .department: key = { $0.department.isEmpty ? $0.id : $0.department }
    case .program: key = { $0.program.isEmpty ? $0.id : $0.program }
    }
    return Dictionary(grouping: standing, by: key).values
      .map { $0.map(\.number).sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The seats that can be filled: where at most one of a group is elected, no more than groups.
  package var fillableSeats: Int {
    max(1, groups.isEmpty ? seats : min(seats, groups.count))
  }

  /// The most people that a ballot may name.
  package var mostMarks: Int { kind == .votes ? fillableSeats : candidates.count }

  /// Whether a ballot could say this when it was cast, whoever withdrew since.
  func holds(_ ranking: [Int]) -> Bool {
    ranking.count <= (kind == .votes ? seats : candidates.count)
      && Set(ranking).count == ranking.count && ranking.allSatisfy { candidate($0) != nil }
      && (!ranking.isEmpty || allowsAbstaining)
  }
}

extension BallotPaper.Candidate: SQLDecodable {
  package init(row: SQLRow) throws {
    let number = try row.integer("position")
    self.init(
      number: number, id: try row.text("id"), person: try row.id("person_id"),
      name: try row.textOrNil("name") ?? "Candidate \(number)",
      department: try row.textOrNil("department_id") ?? "",
      program: try row.textOrNil("program_id") ?? "", statement: try row.text("statement"),
      isWithdrawn: try row.text("state") == "withdrawn")
  }
}
