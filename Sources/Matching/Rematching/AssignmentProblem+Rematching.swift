extension AssignmentProblem {
  /// The best assignment where each pair of an earlier one counts a bonus more.
  ///
  /// Mentees and mentors keep their numbers; who left has no edges or capacity 0, who came has a
  /// higher number. Among equals the one that keeps most pairs is taken, then the canonical one.
  /// Work is done only around what changed.
  public func rematch(
    after previous: Assignment, _ objective: Objective = .total, bonus: Int
  ) throws(InvalidInput) -> Rematch {
    guard bonus >= 0, bonus <= Limits.weight else {
      throw InvalidInput("the bonus \(bonus) is not between 0 and \(Limits.weight)")
    }
    let search = try rematching(previous, objective)
    let unit = mostPairs + 1
    let best = try search.bestTotal()
    let answer = try search.answer(point: unit, kept: bonus * unit + 1)
    return Rematch(
      self, answer, previous.mentorOf, best: best, keptAtMost: nil)
  }

  /// An assignment that changes few pairs of an earlier one and loses at most some points.
  ///
  /// The loss is against the best without regard to the past, of as many people where that is the
  /// objective. What is promised:
  ///
  /// - It loses at most so many points.
  /// - No other of as many points, and people, keeps more pairs: it is the best on its own
  ///   `terms`, found by Dinkelbach's method, exactly.
  /// - None at that loss keeps more than ``Rematch/keptAtMost`` pairs. Where that is how many are
  ///   kept, it is proved that none changes fewer.
  ///
  /// It may change more than the fewest that the loss would allow: it is the last assignment within
  /// the loss that is alone the best on some terms, and does not look between that and the next. To
  /// look there is as hard as exact matching, for which no deterministic polynomial algorithm is
  /// known: whether a directed graph has disjoint cycles of exactly k vertices is a case of it, the
  /// earlier pairs being the vertices (Papadimitriou and Yannakakis, “The complexity of restricted
  /// spanning tree problems”, J. ACM 29, 1982).
  public func rematch(
    after previous: Assignment, _ objective: Objective = .total, losingAtMost loss: Int
  ) throws(InvalidInput) -> Rematch {
    guard loss >= 0 else { throw InvalidInput("the loss \(loss) is below 0") }
    let search = try rematching(previous, objective)
    let unit = mostPairs + 1
    var cheap = try search.answer(point: unit, kept: 1)
    let best = total(of: cheap.mentorOf)
    let (floor, _) = best.subtractingReportingOverflow(loss)
    var loyal = try search.answer(point: 1, kept: loyalty)
    if total(of: loyal.mentorOf) >= floor {
      return Rematch(self, loyal, previous.mentorOf, best: best, keptAtMost: nil)
    }
    while true {
      let pairs = search.kept(loyal) - search.kept(cheap)
      let points = total(of: cheap.mentorOf) - total(of: loyal.mentorOf)
      let divisor = gcd(pairs, points)
      let terms = (point: pairs / divisor, kept: points / divisor)
      let next = try search.answer(point: terms.point, kept: terms.kept)
      let value = terms.point * total(of: next.mentorOf) + terms.kept * search.kept(next)
      if value == terms.point * total(of: cheap.mentorOf) + terms.kept * search.kept(cheap) {
        let spare = total(of: cheap.mentorOf) - floor
        return Rematch(
          self, cheap, previous.mentorOf, best: best,
          keptAtMost: search.kept(cheap) + spare * terms.point / terms.kept)
      }
      if total(of: next.mentorOf) >= floor { cheap = next } else { loyal = next }
    }
  }

  /// A number of points for a kept pair that outweighs all others.
  private var loyalty: Int {
    let greatest = rows.weights.reduce(Int64(0)) { max($0, abs($1)) }
    return 2 * (mostPairs + 1) * Int(greatest) + 1
  }

  private func rematching(
    _ previous: Assignment, _ objective: Objective
  ) throws(InvalidInput) -> Rematching {
    guard objective != .fair else {
      throw InvalidInput("only points can be weighed against changes: total or most")
    }
    return Rematching(problem: self, previous: previous, objective: objective)
  }

  /// What is wrong with a re-match or its proof; nil when it is allowed and provably the best on
  /// its terms. Looks at each edge once.
  public func flaw(of rematch: Rematch, after previous: Assignment) -> String? {
    if let flaw = flaw(ofPairs: rematch.mentorOf) { return flaw }
    guard rematch.total == total(of: rematch.mentorOf) else { return "the total is wrong" }
    guard let weighted = try? weighted(previous.mentorOf, rematch.terms) else {
      return "the terms are too large"
    }
    let bonus = rematch.terms.objective == .most ? weighted.pairBonus : 0
    guard rematch.certificate.scoring == .points(bonus: bonus) else {
      return "the proof is of another objective"
    }
    return weighted.flaw(
      of: rematch.certificate, rematch.mentorOf, Face(weighted), Places(weighted))
  }
}

/// The greatest common divisor of a positive number and one that is not negative.
private func gcd(_ one: Int, _ other: Int) -> Int {
  var (one, other) = (one, other)
  while other != 0 { (one, other) = (other, one % other) }
  return one
}
