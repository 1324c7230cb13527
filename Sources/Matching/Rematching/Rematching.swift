/// The search for assignments that keep earlier pairs.
struct Rematching {
  let problem: AssignmentProblem
  let previous: [Int?]
  let objective: Objective

  /// A best assignment on some terms, and the prices that prove it.
  struct Answer {
    let mentorOf: [Int?]
    let total: Int
    let kept: Int
    /// Whether all minimums are met.
    let isAllowed: Bool
    let terms: RematchProof.Terms
    let bonus: Int128
    let prices: [Int128]
    /// What no assignment scores more than.
    let bound: Int128

    /// The proof, as a case of its own.
    func proof(of decisions: [RematchProof.Decision] = []) -> RematchProof.Case {
      RematchProof.Case(decisions: decisions, terms: terms, bonus: bonus, prices: prices)
    }
  }

  /// The best assignment on some terms where some pairs are decided.
  ///
  /// Goes on from earlier prices and pairs, so that only those search whom a change touches; the
  /// assignment is the same wherever it begins.
  func answer(
    _ terms: RematchProof.Terms, in decided: AssignmentProblem, from start: WarmStart?
  ) throws(InvalidInput) -> Answer {
    let isPlain = terms.point == 1 && terms.kept == 0
    let weighted = isPlain ? decided : try decided.weighted(previous, terms)
    let bonus = objective == .most ? weighted.pairBonus : 0
    let stage = weighted.solvePoints(bonus: bonus, from: start)
    var mentorOf = stage.solution.mentorOf.map { $0 < 0 ? nil : Int($0) }
    for pair in decided.locks { mentorOf[pair.mentee] = pair.mentor }
    return Answer(
      mentorOf: mentorOf, total: problem.total(of: mentorOf), kept: kept(mentorOf),
      isAllowed: decided.areMinimumsMet(mentorOf), terms: terms, bonus: bonus,
      prices: stage.solution.prices,
      bound: weighted.bound(stage.certificate, Places(weighted)) ?? .max)
  }

  /// The points of the best assignment without regard to the past.
  func bestTotal(from start: WarmStart?) throws(InvalidInput) -> Int {
    let bonus = objective == .most ? problem.pairBonus : 0
    if let best = problem.mostPoints(bonus: bonus, from: start) { return best }
    // Somewhere a minimum is missed: the full answer says where.
    let answer = try answer(.init(point: 1, kept: 0), in: problem, from: start)
    try problem.checkMinimums(answer.mentorOf)
    return answer.total
  }

  /// The canonical best assignment in which the same earlier pairs stay as in some other.
  func settled(_ found: KeepingSearch.Found) throws(InvalidInput) -> [Int?] {
    let decisions = previous.indices.compactMap { mentee -> RematchProof.Decision? in
      guard mentee < problem.menteeCount, let mentor = previous[mentee],
        problem.weight(of: Pair(mentee, mentor)) != nil
      else { return nil }
      return .init(mentee: mentee, stays: found.mentorOf[mentee] == mentor)
    }
    guard let decided = decided(decisions) else { return found.mentorOf }
    return try answer(.init(point: 1, kept: 0), in: decided, from: nil).mentorOf
  }

  /// How many earlier pairs an assignment has.
  func kept(_ mentorOf: [Int?]) -> Int {
    zip(mentorOf, previous).count { $0 != nil && $0 == $1 }
  }

  /// The problem where some earlier pairs are decided; nil where not all of those can stay.
  func decided(_ decisions: [RematchProof.Decision]) -> AssignmentProblem? {
    func pairs(thatStay stays: Bool) -> [Pair] {
      decisions.filter { $0.stays == stays && previous.indices.contains($0.mentee) }
        .compactMap { decision in previous[decision.mentee].map { Pair(decision.mentee, $0) } }
    }
    let (old, banned) = (pairs(thatStay: true), pairs(thatStay: false))
    guard let locked = old.isEmpty ? problem : try? problem.locking(old) else { return nil }
    return banned.isEmpty ? locked : try? locked.banning(banned)
  }
}

extension AssignmentProblem {
  /// The problem with weights as some terms count them.
  func weighted(
    _ previous: [Int?], _ terms: RematchProof.Terms
  ) throws(InvalidInput) -> AssignmentProblem {
    var copy = self
    let fits = copy.reweight { mentee, mentor, weight in
      let isOld = mentee < previous.count && previous[mentee] == mentor
      let (points, isBeyond) = weight.multipliedReportingOverflow(by: Int64(terms.point))
      let (sum, isTooMuch) = points.addingReportingOverflow(isOld ? Int64(terms.kept) : 0)
      return isBeyond || isTooMuch ? nil : sum
    }
    guard fits else { throw InvalidInput("the weights are too large to weigh changes exactly") }
    return copy
  }

  /// Whether no mentor has too few.
  func areMinimumsMet(_ mentorOf: [Int?]) -> Bool { (try? checkMinimums(mentorOf)) != nil }

  /// What no assignment scores more than, by the gains and prices of a stage of points.
  func bound(_ stage: Certificate.Stage, _ places: Places) -> Int128? {
    guard case .points(let bonus) = stage.scoring, let open = dualObjective(stage, places) else {
      return nil
    }
    return locks.reduce(open) { $0 + Int128(weight(of: $1) ?? 0) + bonus }
  }
}
