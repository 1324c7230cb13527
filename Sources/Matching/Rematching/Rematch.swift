/// A new assignment after something changed, beside the one before.
public struct Rematch: Sendable, Equatable {
  /// What became of a mentee.
  public enum Change: Sendable, Equatable {
    /// Another mentor than before.
    case moved(from: Int, to: Int)
    /// A mentor, and none before.
    case placed(at: Int)
    /// No mentor any more.
    case left(Int)
  }

  /// The mentor of each mentee; nil for none.
  public let mentorOf: [Int?]
  /// The points of all pairs.
  public let total: Int
  /// The pairs that stayed, in order of mentee.
  public let kept: [Pair]
  /// What changed, by mentee.
  public let changes: [Int: Change]
  /// The points that keeping pairs costs: the total of the best without regard to the past, minus
  /// this one's. Negative only where this one leaves fewer people without a mentor.
  public let price: Int
  /// No assignment at this price or less keeps more pairs than this.
  public let keptAtMost: Int
  /// What the proof is of.
  public let terms: Terms
  /// The proof that no assignment is better on those terms.
  public let certificate: Certificate.Stage

  /// How earlier pairs are weighed against points.
  public struct Terms: Sendable, Equatable {
    /// The objective; total or most.
    public let objective: Objective
    /// How much a point counts.
    public let point: Int
    /// How much an earlier pair counts beyond its points.
    public let kept: Int
  }

  /// How many have a mentor.
  public var matched: Int { mentorOf.count { $0 != nil } }
}

extension Rematch {
  /// An answer beside what was before, which may have had fewer people.
  init(
    _ problem: AssignmentProblem, _ answer: Rematching.Answer, _ previous: [Int?], best: Int,
    keptAtMost: Int?
  ) {
    var kept: [Pair] = []
    var changes: [Int: Change] = [:]
    for (mentee, mentor) in answer.mentorOf.enumerated() {
      let old = mentee < previous.count ? previous[mentee] : nil
      switch (old, mentor) {
      case (nil, nil): break
      case (let old?, let new?) where old == new: kept.append(Pair(mentee, new))
      case (let old?, let new?): changes[mentee] = .moved(from: old, to: new)
      case (nil, let new?): changes[mentee] = .placed(at: new)
      case (let old?, nil): changes[mentee] = .left(old)
      }
    }
    (mentorOf, terms) = (answer.mentorOf, answer.terms)
    (self.kept, self.changes) = (kept, changes)
    total = problem.total(of: answer.mentorOf)
    price = best - total
    certificate = answer.stage
    self.keptAtMost = keptAtMost ?? kept.count
  }
}
