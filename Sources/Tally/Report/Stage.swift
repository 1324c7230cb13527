/// One stage of a count: what was done, and how things stood after it.
public struct Stage: Sendable, Hashable {
  /// What was done.
  public enum Action: Sendable, Hashable {
    /// The papers were counted by what stands first on them.
    case firstPreferences
    /// The surplus of this candidate was transferred.
    case surplus(Int)
    /// This candidate was excluded and the papers transferred.
    case exclusion(Int)
    /// All marks were counted at once.
    case marks
    /// The papers were counted that prefer each option to this one, the default.
    case overDefault(Int)
    /// All papers were counted anew with the keep factors (Meek).
    case distribution
  }

  /// The number of the stage, from 1.
  public let number: Int
  /// What was done.
  public let action: Action
  /// The votes of each candidate after it; nil for those who are out of the count.
  public var votes: [Amount?]
  /// The votes that are with nobody because their papers show no further candidate.
  public var nonTransferable: Amount
  /// The votes that the rule's rounding has lost so far.
  public var lost: Amount
  /// What was transferred in this stage.
  public var transfers: [Transfer] = []
  /// Who reached the quota, in order of election.
  public var elected: [Int] = []
  /// Who was elected without the quota because as many seats as candidates were left.
  public var electedWithoutQuota: [Int] = []
  /// Who is excluded next because of this stage, where the rule decides it within the stage.
  public var excluded: Int?
  /// Whether that one, or the one whose papers this stage transfers, is out by the constraints.
  public var isDoomed = false
  /// What Meek's method adds.
  public var round: MeekRound?
}

/// What a round of Meek's method settles besides the votes.
public struct MeekRound: Sendable, Hashable {
  /// Why the round ended.
  public enum End: String, Sendable {
    /// Someone was elected.
    case elected
    /// The surplus fell below the limit of the rule.
    case omega
    /// The surplus did not fall any more.
    case stable
    /// The constraints exclude someone.
    case doomed
  }

  /// How often the papers were counted.
  public let iterations: Int
  /// Why the round ended.
  public let end: End
  /// The quota after the last of them.
  public let quota: Amount
  /// The sum of what the elected hold above it.
  public let surplus: Amount
  /// The part of each paper that each candidate keeps; nil for those who are out of the count.
  public let keepFactors: [Amount?]
}
