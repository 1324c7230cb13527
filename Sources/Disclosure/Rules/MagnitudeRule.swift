/// When an amount betrays one of those whom it sums: hours, grants, or visits instead of heads.
public enum MagnitudeRule: Sendable, Hashable {
  /// The greatest `count` contributions are more than `percent` of the sum: (n, k) dominance.
  case dominance(count: Int, percent: Int)
  /// The second contributor could work out the first to within `percent` of it.
  case closeness(percent: Int)

  /// What must stay possible of a sum of contributions; nil when it may be shown.
  ///
  /// The demand is the sliding protection that makes the rule hold for the greatest value that a
  /// reader must deem possible (Hundepool et al. 2012, chapter 4). Contributions below zero, and
  /// sums above ``CountTable/greatestCount``, throw ``TableProblem``.
  public func demand(for contributions: [Int]) throws -> Demand? {
    try CountTable.check(contributions)
    let sorted = contributions.sorted(by: >)
    var sum = 0
    for contribution in sorted {
      sum += contribution
      guard sum <= CountTable.greatestCount else { throw TableProblem.tooGreat(cell: 0) }
    }
    guard let missing = shortfall(of: sorted, sum), missing > 0 else { return nil }
    return Demand(atLeast: sum + missing, atMost: max(0, sum - missing))
  }

  /// By how much the sum would have to be greater for the rule to let it pass, rounded up.
  private func shortfall(of sorted: [Int], _ sum: Int) -> Int? {
    switch self {
    case .dominance(let count, let percent):
      guard percent > 0 else { return nil }
      let top = sorted.prefix(max(0, count)).reduce(0, +)
      return (100 * top + percent - 1) / percent - sum
    case .closeness(let percent):
      let (first, second) = (sorted.first ?? 0, sorted.dropFirst().first ?? 0)
      return (percent * first + 99) / 100 - (sum - first - second)
    }
  }
}
