import Kernel
import SQLStore
import Tally

/// A count as it is kept: the ballots as a file, the rules of who is elected together, the report.
///
/// The report is counted from the file itself, as anyone does who repeats it.
struct Count {
  let election: Election
  let paper: BallotPaper
  let opening: OpenedUrn
  let roll: ClosedRoll
  let lotSeed: String

  /// Keeps the count and who is elected.
  func write(to writer: any SQLWriter) throws {
    let (counting, report, problem) = counted()
    try writer.execute(
      """
      INSERT INTO election_result (election_id, electors, voted, ballots, abstained, unreadable,
        blt, constraints, report, problem)
      VALUES (\(election.id), \(roll.electors), \(roll.voted),
        \(opening.rankings.count + opening.unreadable), \(opening.rankings.count(where: \.isEmpty)),
        \(opening.unreadable), \(counting?.blt ?? ""), \(counting?.constraints ?? ""),
        \(report?.json ?? ""), \(problem))
      """)
    let elected = (report?.elected ?? []).enumerated().compactMap { place, number in
      paper.candidate(number).map { candidate -> [SQLValue] in
        [.text(election.id.text), .integer(Int64(place + 1)), .text(candidate.id), .text("")]
      }
    }
    try writer.executeMany(
      """
      INSERT INTO elected_candidate (election_id, place, candidate_id, obstacle)
      VALUES ($1, $2, $3, $4)
      """, elected)
  }

  private func counted() -> (Counting?, Report?, problem: String) {
    guard !paper.standing.isEmpty else { return (nil, nil, "Nobody stood for election.") }
    do {
      let counting = try Counting(
        blt: file.blt, constraints: constraints, method: election.method, lotSeed: lotSeed)
      return (counting, try counting.report(), "")
    } catch {
      return (nil, nil, "The ballots could not be counted: \(error)")
    }
  }

  /// The election as the counting library has it.
  private var file: Tally.Election {
    get throws {
      try Tally.Election(
        title: election.title, seats: paper.fillableSeats,
        candidates: paper.candidates.map {
          Tally.Candidate($0.name, isWithdrawn: $0.isWithdrawn)
        },
        papers: opening.rankings.map { Paper(1, .ranks(ranks($0))) })
    }
  }

  /// Where the paper has no ranks, all who are named share the first.
  private func ranks(_ ranking: [Int]) -> [[Int]] {
    if paper.kind == .ranks { return ranking.map { [$0] } }
    return ranking.isEmpty ? [] : [ranking]
  }

  /// The rules in the form that `housestaff tally --constraints` reads; empty without rules.
  private var constraints: String {
    guard !paper.groups.isEmpty else { return "" }
    let lines = paper.groups.enumerated().map { place, numbers in
      "group \(place + 1),0,1,\(numbers.map(String.init).joined(separator: " "))"
    }
    return (["group,minimum,maximum,candidates"] + lines).joined(separator: "\n") + "\n"
  }
}
