/// How great the sums of a search for points can become.
struct PointSums {
  /// The narrowest integers that hold them.
  enum Width {
    case word, double, quad
  }

  /// What each pair adds to its points.
  let bonus: Int128
  /// What each place that must be filled adds; 0 where there is none.
  let required: Int128
  let width: Width

  init(_ problem: AssignmentProblem, bonus: Int128) {
    let greatest = Int128(problem.rows.weights.reduce(UInt64(0)) { max($0, $1.magnitude) })
    let isSplit = problem.minimums.contains { $0 > 0 }
    self.bonus = bonus
    required = isSplit ? 2 * Int128(problem.mostPairs) * (greatest + bonus) + 1 : 0
    // A search adds up at most a gain, a score, a price and a distance.
    let span = 4 * (greatest + bonus + required)
    width = span < Int128(Int32.max) ? .word : span < Int128(Int64.max) ? .double : .quad
  }

  /// Both bonuses as numbers of a width that holds them.
  func bonuses<Score: FixedWidthInteger>(as _: Score.Type) -> (pair: Score, required: Score) {
    (Score(truncatingIfNeeded: bonus), Score(truncatingIfNeeded: required))
  }
}
