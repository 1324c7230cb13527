/// What releases have spent of a privacy budget, exactly.
///
/// A release that would exceed the budget is refused before any noise is drawn. The same release
/// asked for again gives the same figures and spends nothing. Keep the ledger in the transaction
/// that publishes: it is a value that can be encoded, so that it survives a restart and two
/// concurrent requests cannot both spend the last of it.
public struct PrivacyLedger: Sendable, Codable, Equatable {
  /// How losses of privacy are counted.
  public enum Measure: String, Sendable, Codable {
    /// Pure ε: losses add.
    case epsilon
    /// Zero-concentrated ρ (Bun and Steinke 2016): losses add.
    case rho
  }

  /// One release: what it is called, what it spent, and the figures that were given out.
  public struct Entry: Sendable, Codable, Equatable {
    /// What the release is called.
    public let name: String
    /// What it cost.
    public let spent: Fraction
    /// What was given out.
    public let figures: [Int]
  }

  /// Why a release is refused; the same words whatever the data.
  public enum Refusal: Error, Equatable, Sendable {
    /// The budget that is left is less than what was asked for.
    case exhausted(left: Fraction)
    /// The cost is not above zero, or too fine to be added exactly.
    case unfitCost
    /// The name belongs to a release of another cost or size.
    case anotherRelease(name: String)
  }

  /// How losses are counted.
  public let measure: Measure
  /// What may be spent in all.
  public let budget: Fraction
  /// All releases, oldest first.
  public private(set) var entries: [Entry] = []

  /// A ledger with nothing spent.
  public init(measure: Measure, budget: Fraction) {
    self.measure = measure
    self.budget = budget
  }

  /// The sum of what was spent.
  public var spent: Fraction {
    entries.reduce(.zero) { $0.adding($1.spent) ?? budget }
  }

  /// Counts with discrete Laplace noise for pure ε, or discrete Gaussian noise for ρ.
  ///
  /// `sensitivity` is by how much one person can change the counts: in sum for ε, and the root of
  /// the sum of squares for ρ. One person in one cell of a histogram changes one count by 1 by
  /// joining or leaving, two by moving. Throws ``Refusal``.
  public mutating func release(
    _ name: String, _ counts: [Int], cost: Fraction, sensitivity: Int = 1,
    using source: inout some RandomNumberGenerator
  ) throws -> [Int] {
    if let known = entries.first(where: { $0.name == name }) {
      guard known.spent == cost, known.figures.count == counts.count else {
        throw Refusal.anotherRelease(name: name)
      }
      return known.figures
    }
    guard cost.isPositive, let after = spent.adding(cost) else { throw Refusal.unfitCost }
    guard after <= budget else { throw Refusal.exhausted(left: left) }
    let noise = try draw(counts.count, cost, sensitivity, using: &source)
    let figures = zip(counts, noise).map { $0 &+ $1 }
    entries.append(.init(name: name, spent: cost, figures: figures))
    return figures
  }

  /// What is left of the budget.
  public var left: Fraction {
    let spent = spent
    guard let negative = Fraction(-spent.numerator, spent.denominator) else { return .zero }
    return budget.adding(negative) ?? .zero
  }

  private func draw(
    _ count: Int, _ cost: Fraction, _ sensitivity: Int,
    using source: inout some RandomNumberGenerator
  ) throws -> [Int] {
    switch measure {
    case .epsilon:
      guard let noise = DiscreteLaplace(epsilon: cost, sensitivity: sensitivity) else {
        throw Refusal.unfitCost
      }
      return noise.samples(count, using: &source)
    case .rho:
      guard let noise = DiscreteGaussian(rho: cost, sensitivity: sensitivity) else {
        throw Refusal.unfitCost
      }
      return noise.samples(count, using: &source)
    }
  }
}
