/// Approval: everyone named on a paper has a vote, whatever the rank, and the most are elected.
public struct Approval: CountingMethod {
  /// The method, which has no options.
  public init() {}

  /// `approval`.
  public var name: String { "approval" }
  /// The rule in words.
  public var rule: String { "Approval (a vote for everyone named)" }

  /// Counts the votes. A blank paper is not valid; one that names all is, and changes nothing.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    let papers = try election.papers.ranked(for: "Approval")
    var votes = [Int](repeating: 0, count: election.candidates.count)
    var valid = 0
    for place in 0..<papers.distinct {
      var isBlank = true
      for mark in papers.marks(place) where mark != Mark.skipped {
        let candidate = Mark.candidate(mark)
        if election.candidates[candidate].isWithdrawn { continue }
        votes[candidate] += papers.count(place)
        isBlank = false
      }
      if !isBlank { valid += papers.count(place) }
    }
    return try Marking(election: election, lot: lot, constraints: constraints).report(
      self, valid: valid, votes: votes.map { Amount($0) },
      places: Marking.groups(votes.count) { votes[$0] > votes[$1] })
  }
}
