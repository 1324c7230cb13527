/// The search for the assignment that keeps most earlier pairs at a loss, by branch and bound.
///
/// Every terms of points against kept pairs give a bound (Lagrange's; the best terms by
/// Dinkelbach's method, Management Science 13, 1967). Where a gap stays, a pair that the two best
/// on those terms disagree about is decided: it stays, or it does not. What is decided last has
/// plain best assignments, so the search ends; where the steps end first, what is left keeps its
/// bound.
struct KeepingSearch {
  private let rematching: Rematching
  private let aim: KeepingAim
  /// How many people each assignment must serve, where that comes first; else 0.
  private let people: Int
  /// The best assignment so far.
  private(set) var best: Found
  /// What is left of the work that may be done: edges and people looked at.
  private(set) var steps: Int
  /// The cases that are done.
  private(set) var cases: [RematchProof.Case] = []
  /// The greatest value that any case leaves possible.
  private(set) var limit: Int128 = .min

  /// An assignment that is allowed and within the aim.
  struct Found {
    let mentorOf: [Int?]
    let total: Int
    let kept: Int
  }

  /// Some decisions, and what is known of the assignments that agree with them.
  private struct Branch {
    var decisions: [RematchProof.Decision] = []
    /// Whose prices give the bound.
    var known: Rematching.Answer
    var limit: Int128
    /// One that is within the aim and one that is not, each best on some terms.
    var within: Rematching.Answer?
    var beyond: Rematching.Answer?
    /// Whether `known` is of these decisions, not only of those before the last.
    var isOwn: Bool
  }

  init(
    _ rematching: Rematching, _ aim: KeepingAim, people: Int, from best: Found, steps: Int
  ) {
    (self.rematching, self.aim, self.people) = (rematching, aim, people)
    (self.best, self.steps) = (best, steps)
  }

  private var bestValue: Int128 { Int128(aim.value(best.total, best.kept)) }

  private func limit(_ answer: Rematching.Answer) -> Int128 {
    aim.limit(answer.bound - answer.bonus * Int128(people), answer.terms)
  }

  /// Looks through all cases, beginning from the best assignment on some terms; the best on those
  /// that bound all cases together.
  mutating func run(
    from root: Rematching.Answer
  ) throws(InvalidInput) -> Rematching.Answer {
    var root = root
    var stack = [
      Branch(
        known: root, limit: limit(root), within: isWithin(root) ? root : nil,
        beyond: isWithin(root) ? nil : root, isOwn: true)
    ]
    while var branch = stack.popLast() {
      let mentee = try branch.limit > bestValue && steps > 0 ? explore(&branch) : nil
      if branch.decisions.isEmpty { root = branch.known }
      guard let mentee, branch.limit > bestValue else {
        cases.append(branch.known.proof(of: branch.decisions))
        limit = max(limit, branch.limit)
        continue
      }
      for stays in [false, true] {
        var next = branch
        next.decisions.append(.init(mentee: mentee, stays: stays))
        next.isOwn = false
        if keeps(branch.within, mentee) != stays { next.within = nil }
        if keeps(branch.beyond, mentee) != stays { next.beyond = nil }
        stack.append(next)
      }
    }
    return root
  }

  private func keeps(_ answer: Rematching.Answer?, _ mentee: Int) -> Bool? {
    answer.map { stays(mentee, $0.mentorOf[mentee]) }
  }

  private func stays(_ mentee: Int, _ mentor: Int?) -> Bool {
    mentee < rematching.previous.count && mentor != nil && rematching.previous[mentee] == mentor
  }

  /// Whether an assignment is one that counts, and within the aim.
  private func isWithin(_ answer: Rematching.Answer) -> Bool {
    isAllowed(answer) && aim.isWithin(answer.total, answer.kept)
  }

  private func isAllowed(_ answer: Rematching.Answer) -> Bool {
    answer.isAllowed && (people == 0 || answer.mentorOf.count { $0 != nil } >= people)
  }

  /// Bounds a branch as well as terms can; the mentee whose pair should be decided next, if any.
  private mutating func explore(_ branch: inout Branch) throws(InvalidInput) -> Int? {
    guard let decided = rematching.decided(branch.decisions) else {
      // More pairs would stay than there are places.
      branch.limit = .min
      return nil
    }
    if !branch.isOwn {
      let own = try solve(&branch, branch.known.terms, decided)
      guard isAllowed(own), branch.limit > bestValue else { return nil }
      place(own, &branch)
    }
    for isWithin in [true, false] where (isWithin ? branch.within : branch.beyond) == nil {
      let end = try solve(&branch, extreme(isWithin: isWithin), decided)
      guard self.isWithin(end) == isWithin, branch.limit > bestValue else { return nil }
      place(end, &branch)
    }
    while let within = branch.within, let beyond = branch.beyond, steps > 0 {
      let terms = KeepingAim.terms(between: within, beyond)
      let next = try solve(&branch, terms, decided)
      guard branch.limit > bestValue else { return nil }
      guard KeepingAim.worth(next, terms) > KeepingAim.worth(within, terms) else {
        exchange(within, beyond)
        return disputed(within, beyond)
      }
      place(next, &branch)
    }
    return nil
  }

  /// Terms on which all that counts is to be within the aim, or to have the greatest value.
  private func extreme(isWithin: Bool) -> RematchProof.Terms {
    isWithin != aim.isForPoints
      ? rematching.problem.pointsFirst : rematching.problem.pairsFirst
  }

  private func place(_ answer: Rematching.Answer, _ branch: inout Branch) {
    if isWithin(answer) { branch.within = answer } else { branch.beyond = answer }
  }

  private mutating func solve(
    _ branch: inout Branch, _ terms: RematchProof.Terms, _ decided: AssignmentProblem
  ) throws(InvalidInput) -> Rematching.Answer {
    let start = WarmStart(branch.known, for: decided, point: terms.point)
    let answer = try rematching.answer(terms, in: decided, from: start)
    steps -= decided.work
    if isAllowed(answer) { note(answer.mentorOf, answer.total, answer.kept) }
    let limit = limit(answer)
    if limit < branch.limit || !branch.isOwn && limit == branch.limit {
      (branch.known, branch.limit, branch.isOwn) = (answer, limit, true)
    }
    return answer
  }

  /// Remembers an assignment if it is better: of greater value, or of as great and more beside.
  private mutating func note(_ mentorOf: [Int?], _ total: Int, _ kept: Int) {
    guard aim.isWithin(total, kept) else { return }
    let isBetter =
      aim.isForPoints
      ? (total, kept) > (best.total, best.kept) : (kept, total) > (best.kept, best.total)
    if isBetter { best = Found(mentorOf: mentorOf, total: total, kept: kept) }
  }

  /// Tries what lies between two that are worth the same: some of the moves that lead from one to
  /// the other.
  private mutating func exchange(_ within: Rematching.Answer, _ beyond: Rematching.Answer) {
    var (mentorOf, total, kept) = (within.mentorOf, within.total, within.kept)
    let moves = Exchange(within.mentorOf, beyond.mentorOf, mentors: rematching.problem.mentorCount)
    let gains = moves.parts.map { part in
      part.reduce(into: (total: 0, kept: 0)) { sum, mentee in
        let (old, new) = (within.mentorOf[mentee], beyond.mentorOf[mentee])
        sum.total += points(mentee, new) - points(mentee, old)
        sum.kept += (stays(mentee, new) ? 1 : 0) - (stays(mentee, old) ? 1 : 0)
      }
    }
    func value(_ part: Int) -> Int { aim.value(gains[part].total, gains[part].kept) }
    let order = gains.indices.filter { value($0) > 0 }.sorted {
      (-value($0), $0) < (-value($1), $1)
    }
    for part in order where aim.isWithin(total + gains[part].total, kept + gains[part].kept) {
      for mentee in moves.parts[part] { mentorOf[mentee] = beyond.mentorOf[mentee] }
      (total, kept) = (total + gains[part].total, kept + gains[part].kept)
    }
    note(mentorOf, total, kept)
  }

  private func points(_ mentee: Int, _ mentor: Int?) -> Int {
    mentor.flatMap { rematching.problem.weight(of: Pair(mentee, $0)) } ?? 0
  }

  /// The first mentee whose earlier pair stays in just one of two assignments.
  private func disputed(_ one: Rematching.Answer, _ other: Rematching.Answer) -> Int? {
    one.mentorOf.indices.first { keeps(one, $0) != keeps(other, $0) }
  }
}
