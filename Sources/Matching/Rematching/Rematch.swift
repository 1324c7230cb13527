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
  /// What was asked for.
  public let request: Request
  /// No assignment as cheap as was asked for keeps more pairs than this, by the proof.
  public let keptAtMost: Int
  /// The proof of that.
  public let proof: RematchProof

  /// How much earlier pairs are worth.
  public enum Request: Sendable, Equatable {
    /// Each pair that stays counts so many points more.
    case bonus(Int)
    /// As many pairs stay as possible where at most so many points are lost.
    case loss(Int)
  }

  /// How many have a mentor.
  public var matched: Int { mentorOf.count { $0 != nil } }

  /// How many earlier pairs did not stay. Who has a mentor for the first time changes no pair.
  public var changed: Int {
    changes.values.count { change in
      if case .placed = change { false } else { true }
    }
  }

  /// The fewest earlier pairs that any assignment as cheap as was asked for changes, at least.
  public var fewestPossible: Int { changed + kept.count - keptAtMost }

  /// Whether it is proved that none changes fewer.
  public var isFewest: Bool { kept.count == keptAtMost }
}

extension Rematch {
  /// An answer beside what was before, which may have had fewer people.
  init(
    _ problem: AssignmentProblem, _ mentorOf: [Int?], after previous: [Int?], best: Int,
    _ proof: (request: Request, proof: RematchProof, keptAtMost: Int)
  ) {
    var kept: [Pair] = []
    var changes: [Int: Change] = [:]
    for (mentee, mentor) in mentorOf.enumerated() {
      let old = mentee < previous.count ? previous[mentee] : nil
      switch (old, mentor) {
      case (nil, nil): break
      case (let old?, let new?) where old == new: kept.append(Pair(mentee, new))
      case (let old?, let new?): changes[mentee] = .moved(from: old, to: new)
      case (nil, let new?): changes[mentee] = .placed(at: new)
      case (let old?, nil): changes[mentee] = .left(old)
      }
    }
    self.mentorOf = mentorOf
    (self.kept, self.changes) = (kept, changes)
    total = problem.total(of: mentorOf)
    price = best - total
    (request, self.proof, keptAtMost) = proof
  }
}
