/// The single transferable vote of Scottish local elections.
///
/// The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52:
/// the weighted inclusive Gregory method with five decimals, of which the remainder is ignored. A
/// paper with an equal or skipped rank counts up to there.
///
/// - Complexity: each beginning of papers moves at most once for each candidate on it.
public struct ScottishSTV: CountingMethod {
  /// The decimals of a paper's value (rule 48).
  static let places = 5

  /// The rule as it stands in law.
  public init() {}

  /// `scottish-stv`.
  public var name: String { "scottish-stv" }
  /// The order and its rules.
  public var rule: String { "Scottish STV (SSI 2007/42, schedule 1, rules 45 to 52)" }

  /// Counts the papers stage by stage.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    let papers = try election.papers.strict(
      equal: .endsPaper, skipped: .endsPaper, method: "Scottish STV")
    var count = ScottishCount(
      election, papers, roll: try Roll(election, constraints),
      lots: try LotOrder(lot, for: election)
    )
    try count.run()
    return Report(
      method: name, rule: rule, title: election.title, seats: election.seats,
      candidates: election.candidates, papers: papers.total, valid: count.valid,
      quota: Amount(count.quota), stages: count.stages, elected: count.roll.elected.map { $0 + 1 },
      electedRemaining: count.stages.flatMap(\.electedWithoutQuota),
      excluded: count.roll.excluded.map { $0 + 1 }, ties: count.ties, lots: count.lots, pairs: nil)
  }
}
