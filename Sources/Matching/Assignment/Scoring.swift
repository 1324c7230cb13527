extension Certificate.Scoring {
  /// What a pair of a weight scores.
  ///
  /// Rarity is a number whose highest digit counts pairs; each lower one counts, downward, the
  /// pairs with the weights of one level. No digit can overflow, as the base exceeds all pairs.
  func score(_ weight: Int64) -> Int128 {
    switch self {
    case .points(let bonus): return Int128(weight) + bonus
    case .rarity(let levels, let base):
      let top = Self.power(base, levels.count)
      let level = levels.firstIndex { $0.contains(Int(weight)) }
      return level.map { top - Self.power(base, levels.count - 1 - $0) } ?? top
    }
  }

  /// What each demand of the face adds: more than all digits together.
  var demand: Int128 {
    switch self {
    case .points: 0
    case .rarity(let levels, let base): Self.power(base, levels.count + 1)
    }
  }

  private static func power(_ base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power &* base }
  }
}
