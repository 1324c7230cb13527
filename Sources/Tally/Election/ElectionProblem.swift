/// Why an election cannot be counted as it is.
public enum ElectionProblem: Error, Sendable, Equatable {
  /// There must be at least one candidate, and at most ``Election/mostCandidates``.
  case candidates(Int)
  /// There must be at least one seat, and at most ``Election/mostCandidates``.
  case seats(Int)
  /// The paper at this place, counted from 1, cannot be.
  case paper(Int, PaperProblem)
  /// The rule of this method has no answer to such papers.
  case unfit(String)
  /// The constraints leave no way to fill the seats.
  case infeasible(String)
  /// The constraints interlock in more ways than can be followed.
  case entangled
}

extension ElectionProblem: CustomStringConvertible {
  /// The problem in a sentence that says how to mend it.
  public var description: String {
    switch self {
    case .candidates(let count):
      "there are \(count) candidates; there may be 1 to \(Election.mostCandidates)."
    case .seats(let count):
      "there are \(count) seats; there may be 1 to \(Election.mostCandidates)."
    case .paper(let place, let problem): "paper \(place): \(problem)"
    case .unfit(let reason), .infeasible(let reason): reason
    case .entangled:
      "the constraints overlap in too many ways to follow. Use fewer attributes at once."
    }
  }
}
