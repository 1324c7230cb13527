extension Certificate.Scoring {
  /// What each demand of the face adds: more than all digits together.
  var demand: Int128 {
    switch self {
    case .points: 0
    case .rarity(let levels, let base): Scorer.power(base, levels.count + 1)
    }
  }
}

/// What pairs score in a stage, worked out beforehand as far as it can be.
///
/// Rarity is a number whose highest digit counts pairs; each lower one counts, downward, the pairs
/// with the weights of one level. No digit can overflow, as the base exceeds all pairs.
struct Scorer {
  private let levels: [ClosedRange<Int>]
  /// What a pair of each level scores.
  private let scores: [Int128]
  /// What every other pair scores, besides its points where these count.
  private let other: Int128
  private let countsPoints: Bool
  /// What each demand of the face adds.
  let demand: Int128

  init(_ scoring: Certificate.Scoring) {
    demand = scoring.demand
    switch scoring {
    case .points(let bonus): (levels, scores, other, countsPoints) = ([], [], bonus, true)
    case .rarity(let levels, let base):
      let top = Self.power(base, levels.count)
      self.levels = levels
      scores = levels.indices.map { top - Self.power(base, levels.count - 1 - $0) }
      (other, countsPoints) = (top, false)
    }
  }

  /// What a pair of a weight scores.
  @inline(__always)
  func score(_ weight: Int64) -> Int128 {
    guard !countsPoints else { return Int128(weight) + other }
    guard let last = levels.last, weight <= last.upperBound,
      let level = levels.firstIndex(where: { $0.contains(Int(weight)) })
    else { return other }
    return scores[level]
  }

  static func power(_ base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power &* base }
  }
}
