/// Scores: the greatest sum is elected, or the greatest mean.
///
/// Papers with ranks are scored by Borda's count: of n candidates, the first rank gives n - 1
/// points, the next one less, and whoever is not ranked has none; candidates who share ranks share
/// the points of the first of them.
public struct Scoring: CountingMethod {
  /// What it means that a paper does not score a candidate.
  public enum Missing: Sendable {
    /// A score of zero: sums are compared.
    case isZero
    /// No opinion: the means of those who scored a candidate are compared, as exact fractions.
    case isIgnored
  }

  /// What it means that a paper does not score a candidate.
  public let missing: Missing

  /// The method with a rule for missing scores.
  public init(missing: Missing = .isZero) {
    self.missing = missing
  }

  /// `score`.
  public var name: String { "score" }
  /// The rule in words.
  public var rule: String {
    missing == .isZero
      ? "Score (the greatest sum; a missing score is zero)"
      : "Score (the greatest mean of the scores given)"
  }

  /// Counts the scores. The report shows sums, or means cut off at nine decimals.
  public func count(
    _ election: Election, lot: Lot, constraints: SeatConstraints
  ) throws(ElectionProblem) -> Report {
    var sums = ScoreSums(candidates: election.candidates.count)
    for place in 0..<election.papers.distinct { sums.add(election, place) }
    return try Marking(election: election, lot: lot, constraints: constraints).report(
      self, valid: sums.valid, votes: (0..<sums.sums.count).map { sums.shown($0, missing) },
      places: Marking.groups(sums.sums.count) { sums.isBetter($0, $1, missing) })
  }
}

/// Sums of scores, and how many gave them.
private struct ScoreSums {
  var sums: [Int128]
  var givers: [Int128]
  var valid = 0

  init(candidates: Int) {
    sums = Array(repeating: 0, count: candidates)
    givers = sums
  }

  mutating func add(_ election: Election, _ place: Int) {
    let papers = election.papers
    let before = valid
    var points = election.candidates.count
    var isOpen = false
    var marks = papers.marks(place)
    while let mark = marks.popFirst() {
      if !isOpen { points -= 1 }
      isOpen = mark & Mark.equal != 0
      let score = papers.kind == .scores ? marks.popFirst().map(Int.init) ?? 0 : max(0, points)
      guard mark != Mark.skipped else { continue }
      let candidate = Mark.candidate(mark)
      sums[candidate] += Int128(score) * Int128(papers.count(place))
      givers[candidate] += Int128(papers.count(place))
      if !election.candidates[candidate].isWithdrawn { valid = before + papers.count(place) }
    }
  }

  /// Whether the first has more than the second; means are compared as fractions.
  func isBetter(_ one: Int, _ other: Int, _ missing: Scoring.Missing) -> Bool {
    switch missing {
    case .isZero: sums[one] > sums[other]
    case .isIgnored: isMeanGreater(one, other)
    }
  }

  /// Compares whole parts, then what is left as fractions: products of those cannot overflow.
  private func isMeanGreater(_ one: Int, _ other: Int) -> Bool {
    // A mean that nobody gave is below every other.
    guard givers[one] > 0, givers[other] > 0 else { return givers[one] > givers[other] }
    let (whole, rest) = sums[one].quotientAndRemainder(dividingBy: givers[one])
    let (otherWhole, otherRest) = sums[other].quotientAndRemainder(dividingBy: givers[other])
    if whole != otherWhole { return whole > otherWhole }
    return rest * givers[other] > otherRest * givers[one]
  }

  func shown(_ candidate: Int, _ missing: Scoring.Missing) -> Amount {
    switch missing {
    case .isZero: Amount(units: sums[candidate], places: 0)
    case .isIgnored:
      Amount(units: sums[candidate] * 1_000_000_000 / max(1, givers[candidate]), places: 9)
    }
  }
}
