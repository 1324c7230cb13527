/// Meek's single transferable vote, in nine decimals.
///
/// Every candidate keeps a part of each paper that reaches them, the keep factor, and passes on the
/// rest; who is elected keeps just so much that the quota is left. The quota falls as papers run
/// out of candidates. A skipped rank is passed over; equal ranks are refused.
///
/// - Complexity: a distribution is linear in the beginnings of papers that elected candidates have
///   passed on, however many papers begin so.
public struct MeekSTV: CountingMethod {
  /// Which text of the method.
  public enum Variant: Sendable {
    /// The reference rule of the Proportional Representation Foundation, to the last digit.
    ///
    /// Ends a distribution when the surplus is below a millionth, does not fall, or someone reaches
    /// the quota. Candidates whom the remaining surplus could bring level are tied for exclusion,
    /// and a lot decides.
    case reference
    /// Hill, Wichmann and Woodall, Algorithm 123, The Computer Journal 30 (1987), 277 to 281.
    ///
    /// Distributes until everyone elected is within a hundred-thousandth of the quota, and then
    /// excludes whoever has fewest votes; equals are told apart by earlier rounds, then by lot. The
    /// paper counts in floating point; here the same steps are done in nine decimals and rounded as
    /// the reference rule rounds, so that every machine finds the same digits.
    case hillWichmannWoodall
  }

  /// Which text of the method.
  public let variant: Variant

  /// The method in one of its texts.
  public init(_ variant: Variant = .reference) {
    self.variant = variant
  }

  /// `meek`, or `meek-hww` for the text of 1987.
  public var name: String { variant == .reference ? "meek" : "meek-hww" }

  /// The text and its source.
  public var rule: String {
    switch variant {
    case .reference: "Meek STV (reference rule of the Proportional Representation Foundation)"
    case .hillWichmannWoodall:
      "Meek STV (Hill, Wichmann and Woodall, Algorithm 123, 1987, in nine decimals)"
    }
  }

  /// Neither text has a rule for equal ranks.
  public var allowsEqualRanks: Bool { false }

  /// Counts the papers round by round.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    let papers = try election.papers.strict(
      equal: .isRefused, skipped: .isPassedOver, method: "Meek STV")
    var count = MeekCount(
      variant, PrefixTree(papers), roll: try Roll(election, constraints),
      lots: try LotOrder(lot, for: election))
    try count.run()
    return Report(
      method: name, rule: rule, title: election.title, seats: election.seats,
      candidates: election.candidates, papers: papers.total, valid: count.valid,
      quota: count.stages.last?.round?.quota, stages: count.stages,
      elected: count.roll.elected.map { $0 + 1 }, electedRemaining: count.electedRemaining,
      excluded: count.roll.excluded.map { $0 + 1 }, ties: count.ties, lots: count.lots, pairs: nil)
  }
}
