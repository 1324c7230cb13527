extension AssignmentProblem {
  /// The best assignment where each pair of an earlier one counts a bonus more.
  ///
  /// Mentees and mentors keep their numbers; who left has no edges or capacity 0, who came has a
  /// higher number. Among equals the one that keeps most pairs is taken, then the canonical one.
  /// None at its price keeps more pairs. Work is done only around what changed.
  public func rematch(
    after previous: Assignment, _ objective: Objective = .total, bonus: Int
  ) throws(InvalidInput) -> Rematch {
    guard bonus >= 0, bonus <= Limits.weight else {
      throw InvalidInput("the bonus \(bonus) is not between 0 and \(Limits.weight)")
    }
    let search = try rematching(previous, objective)
    let best = try search.bestTotal(from: WarmStart(previous, for: self, point: 1))
    let terms = RematchProof.Terms(point: pointsFirst.point, kept: bonus * pointsFirst.point + 1)
    let answer = try search.answer(
      terms, in: self, from: WarmStart(previous, for: self, point: terms.point))
    try checkMinimums(answer.mentorOf)
    let proof = RematchProof(
      objective: objective, floor: answer.total, cases: [answer.proof()], best: nil)
    return Rematch(
      self, answer.mentorOf, after: previous.mentorOf, best: best,
      (.bonus(bonus), proof, answer.kept))
  }

  /// The assignment that changes fewest pairs of an earlier one where at most some points are lost.
  ///
  /// The loss is against the best without regard to the past: with ``Objective/total`` the greatest
  /// total, with ``Objective/most`` the greatest total of as many people as can have a mentor, who
  /// all keep one. ``Objective/fair`` has no sum that could be lost, and is refused. What is
  /// promised:
  ///
  /// - It loses at most so many points, and nobody's place.
  /// - None at that loss changes fewer pairs than ``Rematch/fewestPossible``, by a proof that
  ///   ``flaw(of:after:)`` checks. As a rule that is how many it changes: ``Rematch/isFewest``.
  /// - Of those that change as few it has most points where the steps last for both; around the
  ///   pairs that stay it always is the canonical best. It is the same for every order of input.
  ///
  /// One bound closes most instances. To close the gap of the others is as hard as exact matching,
  /// for which no deterministic polynomial algorithm is known (Papadimitriou and Yannakakis, “The
  /// complexity of restricted spanning tree problems”, J. ACM 29, 1982); so cases are searched.
  ///
  /// - Parameter steps: The work that may be done, in edges and people looked at. It decides how
  ///   far the search goes, never a clock; at least the first bound is always found.
  public func rematch(
    after previous: Assignment, _ objective: Objective = .total, losingAtMost loss: Int,
    steps: Int = 50_000_000
  ) throws(InvalidInput) -> Rematch {
    guard loss >= 0 else { throw InvalidInput("the loss \(loss) is below 0") }
    let rematching = try rematching(previous, objective)
    let cheap = try rematching.answer(
      pointsFirst, in: self, from: WarmStart(previous, for: self, point: pointsFirst.point))
    try checkMinimums(cheap.mentorOf)
    let people = objective == .most ? cheap.mentorOf.count { $0 != nil } : 0
    let (rest, isBeyond) = cheap.total.subtractingReportingOverflow(loss)
    let floor = isBeyond ? leastTotal : max(rest, leastTotal)
    var search = KeepingSearch(
      rematching, KeepingAim(isForPoints: false, atLeast: floor), people: people,
      from: .init(mentorOf: cheap.mentorOf, total: cheap.total, kept: cheap.kept),
      steps: max(1, steps))
    let root = try search.run(from: cheap)
    let proof = RematchProof(
      objective: objective, floor: floor, cases: search.cases,
      best: cheap.proof())
    var second = KeepingSearch(
      rematching, KeepingAim(isForPoints: true, atLeast: search.best.kept), people: people,
      from: search.best, steps: search.steps)
    _ = try second.run(from: root)
    let found = second.best
    let isFirst = found.mentorOf == cheap.mentorOf
    return Rematch(
      self, isFirst ? found.mentorOf : try rematching.settled(found), after: previous.mentorOf,
      best: cheap.total, (.loss(loss), proof, max(Int(clamping: search.limit), found.kept)))
  }

  /// Terms on which points come first, and then kept pairs.
  var pointsFirst: RematchProof.Terms { .init(point: mostPairs + 1, kept: 1) }

  /// Terms on which kept pairs come first, and then points.
  var pairsFirst: RematchProof.Terms {
    .init(point: 1, kept: -2 * leastTotal + 1)
  }

  /// What no assignment has fewer points than.
  var leastTotal: Int {
    -mostPairs * Int(rows.weights.reduce(Int64(0)) { max($0, abs($1)) })
  }

  /// What looking at everything once takes.
  var work: Int { 1_000 + rows.mentors.count + menteeCount + mentorCount }

  private func rematching(
    _ previous: Assignment, _ objective: Objective
  ) throws(InvalidInput) -> Rematching {
    guard objective != .fair else {
      throw InvalidInput("only points can be weighed against changes: total or most")
    }
    return Rematching(problem: self, previous: previous.mentorOf, objective: objective)
  }
}
