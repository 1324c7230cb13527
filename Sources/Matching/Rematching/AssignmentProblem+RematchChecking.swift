extension AssignmentProblem {
  /// What is wrong with a re-match or its proof; nil when it is allowed, as cheap as was asked for,
  /// and provably none keeps more pairs than it says.
  ///
  /// Looks at each edge a few times for each case of the proof, and shares nothing with the search.
  public func flaw(of rematch: Rematch, after previous: Assignment) -> String? {
    if let flaw = flaw(ofPairs: rematch.mentorOf) { return flaw }
    guard rematch.total == total(of: rematch.mentorOf) else { return "the total is wrong" }
    let stayed = rematch.mentorOf.enumerated().compactMap { mentee, mentor in
      mentor.map { Pair(mentee, $0) }
    }.filter { previous.mentorOf.indices.contains($0.mentee) }
      .filter { previous.mentorOf[$0.mentee] == $0.mentor }
    guard rematch.kept == stayed else { return "the pairs that stay are others" }
    guard rematch.proof.objective != .fair else { return "the proof is of another objective" }
    let check = RematchCheck(problem: self, previous: previous.mentorOf, rematch: rematch)
    return check.flawOfRequest() ?? check.flawOfCases()
  }
}

/// The check of what a re-match promises.
private struct RematchCheck {
  let problem: AssignmentProblem
  let previous: [Int?]
  let rematch: Rematch

  private var proof: RematchProof { rematch.proof }

  /// What is wrong with the price, or with the bonus.
  func flawOfRequest() -> String? {
    switch rematch.request {
    case .bonus(let bonus):
      let unit = Int128(problem.pointsFirst.point)
      guard proof.floor == rematch.total, proof.cases.count == 1, let only = proof.cases.first,
        Int128(only.terms.point) == unit, Int128(only.terms.kept) == Int128(bonus) * unit + 1
      else { return "the proof is of another bonus" }
      let worth = worth(only.terms) + only.bonus * Int128(rematch.matched)
      return isServingAll(only) && bound(only) == worth
        ? nil : "the pairs score less than is possible"
    case .loss(let loss):
      guard let best = proof.best, best.terms == problem.pointsFirst, best.decisions.isEmpty,
        isServingAll(best), let bound = bound(best)
      else { return "the proof is of another objective" }
      let most = KeepingAim(isForPoints: true, atLeast: 0).limit(
        bound - best.bonus * Int128(rematch.matched), best.terms)
      let least = max(most - Int128(loss), Int128(problem.leastTotal))
      guard Int128(rematch.total) >= least else { return "it loses more than is allowed" }
      return Int128(proof.floor) <= least ? nil : "the proof leaves out what is allowed"
    }
  }

  /// What is wrong with the cases: not all are there, or one leaves more pairs possible.
  func flawOfCases() -> String? {
    guard isCovering(proof.cases.map(\.decisions)) else { return "cases are missing" }
    let isBounded = proof.cases.allSatisfy { one in
      guard one.bonus == 0 || proof.objective == .most else { return false }
      guard isPossible(one) else { return true }
      guard let bound = bound(one) else { return false }
      let rest =
        bound - one.bonus * Int128(rematch.matched) - Int128(one.terms.point) * Int128(proof.floor)
      return rest < Int128(one.terms.kept) * Int128(rematch.keptAtMost + 1)
    }
    return isBounded ? nil : "more pairs could stay than it says"
  }

  private func worth(_ terms: RematchProof.Terms) -> Int128 {
    Int128(terms.point) * Int128(rematch.total) + Int128(terms.kept) * Int128(rematch.kept.count)
  }

  /// Whether decisions are those of all leaves of a tree, from “stays” to “does not” at each fork.
  private func isCovering(_ paths: [[RematchProof.Decision]]) -> Bool {
    guard let first = paths.first, let last = paths.last,
      first.allSatisfy(\.stays), !last.contains(where: \.stays)
    else { return false }
    return zip(paths, paths.dropFirst()).allSatisfy { path, next in
      guard let fork = path.lastIndex(where: \.stays), next.count > fork,
        next[..<fork] == path[..<fork]
      else { return false }
      return next[fork] == .init(mentee: path[fork].mentee, stays: false)
        && next[(fork + 1)...].allSatisfy(\.stays)
    }
  }

  /// Whether the bonus of a case proves that nobody more can have a mentor.
  private func isServingAll(_ one: RematchProof.Case) -> Bool {
    guard proof.objective == .most else { return one.bonus == 0 }
    guard let weighted = try? problem.weighted(previous, one.terms) else { return false }
    return one.bonus == weighted.pairBonus
      && (bound(one) ?? 0) < (one.bonus + Int128(weighted.rows.weights.min() ?? 0))
        * Int128(rematch.matched + 1)
  }

  /// Whether all pairs that stay in a case can.
  private func isPossible(_ one: RematchProof.Case) -> Bool {
    Rematching(problem: problem, previous: previous, objective: proof.objective)
      .decided(one.decisions) != nil
  }

  /// What no assignment of a case scores more than on its terms; nil where the prices do not fit.
  private func bound(_ one: RematchProof.Case) -> Int128? {
    let search = Rematching(problem: problem, previous: previous, objective: proof.objective)
    guard one.prices.count == problem.mentorCount, let decided = search.decided(one.decisions),
      let weighted = try? decided.weighted(previous, one.terms)
    else { return nil }
    let places = Places(weighted)
    let gains = (0..<weighted.menteeCount).map { mentee -> Int128 in
      guard !places.isLocked(mentee) else { return 0 }
      return weighted.rows[mentee].reduce(0) { gain, position in
        let price = one.prices[Int(weighted.rows.mentors[position])]
        return max(gain, Int128(weighted.rows.weights[position]) + one.bonus - price)
      }
    }
    let stage = Certificate.Stage(
      scoring: .points(bonus: one.bonus), gains: gains, prices: one.prices)
    return weighted.bound(stage, places)
  }
}
