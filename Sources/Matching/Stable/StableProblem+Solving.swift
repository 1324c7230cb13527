/// The side for which a stable matching is best.
public enum Side: String, Sendable, CaseIterable {
  case residents, programs
}

extension StableProblem {
  /// The stable matching that is best for everyone of a side; ties are broken by number.
  ///
  /// With ties it is weakly stable.
  public func optimal(for side: Side) -> StableMatching {
    let acceptance = DeferredAcceptance(problem: self)
    return side == .residents ? acceptance.byResidents() : acceptance.byPrograms()
  }

  /// A weakly stable matching of at least two thirds of the greatest possible size.
  ///
  /// To find the greatest is NP-hard where there are ties; without ties all have the same size, and
  /// this is the one that is best for residents.
  public func large() -> StableMatching {
    var search = LargeMatching(self)
    return search.run()
  }

  /// A strongly stable matching; nil where none exists.
  public func stronglyStable() -> StableMatching? {
    var search = StrongStability(self)
    return search.run()
  }
}
