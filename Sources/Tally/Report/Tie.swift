/// A choice among equals that the count had to make.
public struct Tie: Sendable, Hashable {
  /// What the choice was for.
  public enum Kind: String, Sendable {
    /// Whose surplus is transferred first.
    case surplus
    /// Who is excluded.
    case exclusion
    /// Who is elected.
    case election
  }

  /// What settled it.
  public enum Settlement: Sendable, Hashable {
    /// The votes at this earlier stage, the latest at which they told the tied apart.
    case earlierStage(Int)
    /// The lot, after as many as possible had been set apart by earlier stages.
    case lot
  }

  /// The stage after which the choice was made.
  public let stage: Int
  /// What the choice was for.
  public let kind: Kind
  /// All who were tied, by number.
  public let tied: [Int]
  /// Who was chosen.
  public let chosen: Int
  /// What settled it.
  public let settledBy: Settlement

  /// A choice as it was made.
  public init(stage: Int, kind: Kind, tied: [Int], chosen: Int, settledBy: Settlement) {
    self.stage = stage
    self.kind = kind
    self.tied = tied
    self.chosen = chosen
    self.settledBy = settledBy
  }
}
