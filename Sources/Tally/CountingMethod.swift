/// A rule by which papers become a result.
public protocol CountingMethod: Sendable {
  /// The short name that the command takes: `scottish-stv`.
  var name: String { get }
  /// The rule in words, with its source.
  var rule: String { get }
  /// Whether papers may rank candidates equally; where not, a reader can name the line that does.
  var allowsEqualRanks: Bool { get }
  /// Counts the papers; the same election gives the same report, byte for byte.
  ///
  /// - Throws: ``ElectionProblem`` where the rule has no answer for this election.
  func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report
}

extension CountingMethod {
  /// Most rules know what to make of equal ranks.
  public var allowsEqualRanks: Bool { true }

  /// Counts the papers without constraints on who may be elected.
  public func count(
    _ election: Election, lot: Lot = .ballotOrder
  ) throws(ElectionProblem) -> Report {
    try count(election, lot: lot, constraints: SeatConstraints())
  }
}
