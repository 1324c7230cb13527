/// The search for assignments that keep earlier pairs.
struct Rematching {
  let problem: AssignmentProblem
  let previous: Assignment
  let objective: Objective

  /// A best assignment on some terms.
  struct Answer {
    let mentorOf: [Int?]
    let terms: Rematch.Terms
    let stage: Certificate.Stage
  }

  /// The best assignment where points and earlier pairs count as given.
  ///
  /// Goes on from the earlier prices, so that only those search whom a change touches.
  func answer(point: Int, kept: Int) throws(InvalidInput) -> Answer {
    let terms = Rematch.Terms(objective: objective, point: point, kept: kept)
    let isPlain = point == 1 && kept == 0
    let weighted = isPlain ? problem : try problem.weighted(previous.mentorOf, terms)
    let bonus = objective == .most ? weighted.pairBonus : 0
    let stage = weighted.solvePoints(bonus: bonus, from: warmStart(point))
    var mentorOf = stage.solution.mentorOf.map { $0 < 0 ? nil : Int($0) }
    for pair in problem.locks { mentorOf[pair.mentee] = pair.mentor }
    try problem.checkMinimums(mentorOf)
    return Answer(mentorOf: mentorOf, terms: terms, stage: stage.certificate)
  }

  /// The points of the best assignment without regard to the past.
  func bestTotal() throws(InvalidInput) -> Int {
    let bonus = objective == .most ? problem.pairBonus : 0
    if let best = problem.mostPoints(bonus: bonus, from: warmStart(1)) { return best }
    // Somewhere a minimum is missed: the full answer says where.
    return problem.total(of: try answer(point: 1, kept: 0).mentorOf)
  }

  /// How many earlier pairs an assignment has.
  func kept(_ answer: Answer) -> Int {
    zip(answer.mentorOf, previous.mentorOf).count { $0 != nil && $0 == $1 }
  }

  /// The earlier prices, in units of a point; good guesses even where the objective was another.
  private func warmStart(_ point: Int) -> WarmStart? {
    guard let stage = previous.certificate.stages.first, case .points = stage.scoring else {
      return nil
    }
    let prices = (0..<problem.mentorCount).map { mentor in
      mentor < stage.prices.count ? stage.prices[mentor] * Int128(point) : 0
    }
    let mentors = (0..<problem.menteeCount).map { mentee -> Int32 in
      guard mentee < previous.mentorOf.count, let mentor = previous.mentorOf[mentee],
        mentor < problem.mentorCount
      else { return -1 }
      return Int32(mentor)
    }
    return WarmStart(prices: prices, mentors: mentors)
  }
}

extension AssignmentProblem {
  /// The problem with weights as some terms count them.
  func weighted(
    _ previous: [Int?], _ terms: Rematch.Terms
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
}
