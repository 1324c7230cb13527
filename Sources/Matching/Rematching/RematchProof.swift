/// Prices that prove how many earlier pairs an assignment can keep.
///
/// Where points and earlier pairs are weighed on some terms, prices bound what any assignment
/// scores, as in a ``Certificate``. So one of at least `floor` points can only keep so many pairs
/// (Lagrange's bound). Where one bound leaves a gap, all assignments are divided into cases by
/// which pairs stay, each with a bound of its own.
public struct RematchProof: Sendable, Equatable {
  /// What is weighed; total or most.
  public let objective: Objective
  /// The fewest points that an assignment may have to count here.
  public let floor: Int
  /// The cases, as a walk through the tree of decisions meets them, “stays” first.
  public let cases: [Case]
  /// On terms where points come first: that no assignment has more points, or people. Nil where a
  /// bonus was asked for, as nothing depends on it.
  public let best: Case?

  /// How earlier pairs are weighed against points.
  public struct Terms: Sendable, Equatable {
    /// How much a point counts.
    public let point: Int
    /// How much an earlier pair counts beyond its points.
    public let kept: Int
  }

  /// What becomes of an earlier pair in a case.
  public struct Decision: Sendable, Equatable {
    /// The mentee of the pair.
    public let mentee: Int
    /// Whether the pair stays.
    public let stays: Bool
  }

  /// All assignments that agree with some decisions, with prices that bound them.
  public struct Case: Sendable, Equatable {
    /// What tells the case from others.
    public let decisions: [Decision]
    /// What the prices are for.
    public let terms: Terms
    /// What each person with a mentor counts beyond that; 0 unless most people come first.
    public let bonus: Int128
    /// Of each mentor, what another place would bring at most. What each mentee gains follows.
    public let prices: [Int128]
  }
}
