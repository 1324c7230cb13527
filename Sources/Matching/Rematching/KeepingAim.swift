/// Which of points and kept pairs must reach a number, while the other is to be greatest.
struct KeepingAim {
  /// Whether points are to be greatest, rather than kept pairs.
  let isForPoints: Bool
  /// What the other must reach.
  let atLeast: Int

  /// What is to be greatest.
  func value(_ total: Int, _ kept: Int) -> Int { isForPoints ? total : kept }

  /// Whether enough is there of the other.
  func isWithin(_ total: Int, _ kept: Int) -> Bool { (isForPoints ? kept : total) >= atLeast }

  /// The greatest value that a bound on some terms leaves, where enough must be there of the other.
  func limit(_ bound: Int128, _ terms: RematchProof.Terms) -> Int128 {
    let (weight, price) =
      isForPoints ? (terms.point, terms.kept) : (terms.kept, terms.point)
    let rest = bound - Int128(price) * Int128(atLeast)
    let divisor = Int128(max(weight, 1))
    return rest >= 0 ? rest / divisor : -((divisor - 1 - rest) / divisor)
  }

  /// Terms on which two assignments are worth the same, one with more of each.
  static func terms(
    between one: Rematching.Answer, _ other: Rematching.Answer
  ) -> RematchProof.Terms {
    let (pairs, points) = (abs(other.kept - one.kept), abs(one.total - other.total))
    let divisor = max(1, gcd(pairs, points))
    return RematchProof.Terms(point: pairs / divisor, kept: points / divisor)
  }

  /// What an assignment is worth on some terms.
  static func worth(_ answer: Rematching.Answer, _ terms: RematchProof.Terms) -> Int128 {
    Int128(terms.point) * Int128(answer.total) + Int128(terms.kept) * Int128(answer.kept)
  }
}

/// The greatest common divisor of two numbers that are not negative.
private func gcd(_ one: Int, _ other: Int) -> Int {
  var (one, other) = (one, other)
  while other != 0 { (one, other) = (other, one % other) }
  return one
}
