/// Plurality: everyone in first rank has a vote, and the most votes are elected.
///
/// A paper may give as many votes as there are seats, written as equal candidates in the first rank
/// (`3=5`); one that gives more is void. Later ranks do not count.
public struct Plurality: CountingMethod {
  /// The method, which has no options.
  public init() {}

  /// `plurality`.
  public var name: String { "plurality" }
  /// The rule in words.
  public var rule: String { "Plurality (a vote for everyone in first rank, up to the seats)" }

  /// Counts the votes.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    let papers = try election.papers.ranked(for: "Plurality")
    var votes = [Int](repeating: 0, count: election.candidates.count)
    var valid = 0
    for place in 0..<papers.distinct {
      let first = papers.firstRank(place, of: election)
      guard (1...election.seats).contains(first.count) else { continue }
      valid += papers.count(place)
      for candidate in first { votes[candidate] += papers.count(place) }
    }
    return try Marking(election: election, lot: lot, constraints: constraints).report(
      self, valid: valid, votes: votes.map { Amount($0) },
      places: Marking.groups(votes.count) { votes[$0] > votes[$1] })
  }
}

extension Papers {
  /// These papers, if they have ranks.
  func ranked(for method: String) throws(ElectionProblem) -> Papers {
    guard kind == .ranks else {
      throw .unfit("\(method) counts ranks, and these papers have scores.")
    }
    return self
  }

  /// The first rank in which anyone stands.
  fileprivate func firstRank(_ place: Int, of election: Election) -> [Int] {
    var rank: [Int] = []
    for mark in marks(place) where mark != Mark.skipped {
      let candidate = Mark.candidate(mark)
      if !election.candidates[candidate].isWithdrawn { rank.append(candidate) }
      if mark & Mark.equal == 0, !rank.isEmpty { break }
    }
    return rank
  }
}
