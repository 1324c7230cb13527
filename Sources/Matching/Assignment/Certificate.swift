/// Prices that prove an assignment optimal.
///
/// Every mentee has a gain and every mentor a price, such that no allowed pair scores more than its
/// gain and price together. Then no assignment scores more than all gains and all prices of places,
/// and one that scores exactly that is optimal (linear programming duality; König and Egerváry). To
/// check it takes one look at each edge, and no trust in how it was found.
public struct Certificate: Sendable, Equatable {
  /// One proof, or for the fairest assignment one for each step: what a later one allows is what
  /// all earlier ones leave equal.
  public let stages: [Stage]

  /// A proof as someone claims it.
  public init(stages: [Stage]) { self.stages = stages }

  /// The proof of one step.
  public struct Stage: Sendable, Equatable {
    /// What each pair scores.
    public let scoring: Scoring
    /// Of each mentee, what it would lose at least if the best pair were forbidden; never negative.
    public let gains: [Int128]
    /// Of each mentor, what another place would bring at most. Negative where the mentor has a
    /// minimum that costs.
    public let prices: [Int128]

    /// A proof as someone claims it.
    public init(scoring: Scoring, gains: [Int128], prices: [Int128]) {
      self.scoring = scoring
      self.gains = gains
      self.prices = prices
    }
  }

  /// How a stage scores a pair.
  public enum Scoring: Sendable, Equatable {
    /// The weight and a number that is the same for all pairs.
    case points(bonus: Int128)
    /// Fewest pairs of each level of weights, the lowest level first, as digits in a base.
    ///
    /// A level is one weight, or a range of weights that no pair of the answer has.
    case rarity(of: [ClosedRange<Int>], base: Int128)
  }
}
