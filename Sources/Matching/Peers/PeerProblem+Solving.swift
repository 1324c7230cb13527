extension PeerProblem {
  /// The best pairing, the same for every order of input, with its proof.
  ///
  /// Takes an assignment, and a search for each odd cycle that it leaves, of at most m log n steps
  /// for m edges among n people, and n² for the nesting of blossoms. ``Objective/fair`` is refused.
  public func solve(_ objective: Objective = .total) throws(InvalidInput) -> PeerMatching {
    let bonus: Int128 =
      switch objective {
      case .total: 0
      case .most: pairBonus
      case .fair: throw InvalidInput("peers are paired for the greatest total or the most pairs")
      }
    // A search adds up at most two potentials and a score, each twice the greatest score.
    let span = 16 * (greatestWeight + bonus)
    return span < Int128(Int64.max)
      ? solve(objective, bonus, as: Int64.self) : solve(objective, bonus, as: Int128.self)
  }

  private func solve<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    _ objective: Objective, _ bonus: Int128, as _: Score.Type
  ) -> PeerMatching {
    let search = PeerSearch(PeerGraph<Score>(self, bonus: bonus))
    search.start(from: halves(bonus: Score(bonus)))
    search.run()
    let pairs = (search.pairs + locks).sorted()
    let proof = PeerProof(
      bonus: bonus, potentials: search.provenPotentials, blossoms: search.provenBlossoms)
    return PeerMatching(
      objective: objective, pairs: pairs, total: points(of: pairs),
      dualBound: Int(clamping: dualBound(proof, pairs) ?? .max), proof: proof)
  }

  /// The best pairing of halves: a graph with everyone on both sides has no odd cycles, so that
  /// half of everyone is assigned to half of someone else.
  private func halves<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
    bonus: Score
  ) -> PrimalDual<Score> {
    let isLocked = isLocked
    let open = rows.filter { !isLocked[$0] && !isLocked[Int(rows.mentors[$1])] }
    let sides = AssignmentProblem(
      menteeCount: count, capacities: [Int](repeating: 1, count: count), rows: open)
    return StageSolution.optimum(sides, bonus: 0, pairBonus: bonus, from: nil) { _, position in
      Score(open.weights[position]) + bonus
    }
  }
}
