/// Instant runoff: the fewest votes are excluded until someone has more than half of what counts.
///
/// A majority is more than half of the papers that still show a continuing candidate; exhausted
/// ones are not counted against it. An equal rank ends a paper, and a skipped one is passed over.
public struct InstantRunoff: CountingMethod {
  /// How equals for exclusion are told apart.
  public enum TieRule: Sendable {
    /// By lot at once.
    case lot
    /// By the latest earlier round at which they had different votes, and only then by lot.
    case earlierRounds
  }

  /// How equals for exclusion are told apart.
  public let tieRule: TieRule

  /// Instant runoff with a rule for ties.
  public init(ties tieRule: TieRule = .lot) {
    self.tieRule = tieRule
  }

  /// `irv`.
  public var name: String { "irv" }
  /// The rule in words.
  public var rule: String { "Instant runoff (a majority of the papers that still count)" }

  /// Counts the papers round by round; one is elected, however many seats the file names.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    let election = try election.filling(seats: 1)
    let papers = try election.papers.strict(
      equal: .endsPaper, skipped: .isPassedOver, method: "Instant runoff")
    var count = RunoffCount(
      tieRule, papers, roll: try Roll(election, constraints), lots: try LotOrder(lot, for: election)
    )
    try count.run()
    return Report(
      method: name, rule: rule, title: election.title, seats: 1, candidates: election.candidates,
      papers: papers.total, valid: count.valid, quota: nil, stages: count.stages,
      elected: count.roll.elected.map { $0 + 1 }, electedRemaining: [],
      excluded: count.roll.excluded.map { $0 + 1 }, ties: count.ties, lots: count.lots, pairs: nil)
  }
}
