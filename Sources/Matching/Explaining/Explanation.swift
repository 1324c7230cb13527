/// Why someone has this mentor, or none, and what everything else would cost.
public struct Explanation: Sendable, Equatable {
  /// Who asks.
  public let mentee: Int
  /// The mentor; nil for none.
  public let mentor: Int?
  /// Why.
  public let reason: Reason
  /// Every other possibility, the cheapest first, then by mentor.
  public let alternatives: [Alternative]

  /// Why things are as they are.
  public enum Reason: Sendable, Equatable {
    /// The pair was decided beforehand.
    case locked
    /// The mentee is in the best assignment with this mentor.
    case matched
    /// No pair with this mentee is allowed.
    case noAllowedPair
    /// No mentor that is allowed takes anyone, beyond those decided beforehand.
    case noPlace
    /// Every allowed pair has a negative weight, which would lower the total.
    case onlyNegative
    /// Others have the places, and would lose more; ``Alternative/chain`` says who.
    case outbid
  }

  /// One other possibility.
  public struct Alternative: Sendable, Equatable {
    /// The other mentor; nil for none.
    public let mentor: Int?
    /// What all together would lose.
    public let loss: Loss
    /// Who would move where, the mentee first: the cheapest way to make room.
    public let chain: [Move]

    /// A possibility with its loss and chain.
    public init(mentor: Int?, loss: Loss, chain: [Move]) {
      self.mentor = mentor
      self.loss = loss
      self.chain = chain
    }
  }

  /// How much worse the best assignment becomes.
  public struct Loss: Sendable, Equatable, Hashable {
    /// How many fewer would have a mentor, where that counts first.
    public let people: Int
    /// How many fewer points.
    public let points: Int

    /// A loss of people and points.
    public init(people: Int, points: Int) {
      self.people = people
      self.points = points
    }
  }

  /// Someone who would move.
  public struct Move: Sendable, Equatable {
    /// Who moves.
    public let mentee: Int
    /// The mentor now; nil for none.
    public let from: Int?
    /// The mentor then; nil for none.
    public let to: Int?

    /// A move of a mentee.
    public init(mentee: Int, from: Int?, to: Int?) {
      self.mentee = mentee
      self.from = from
      self.to = to
    }
  }
}
