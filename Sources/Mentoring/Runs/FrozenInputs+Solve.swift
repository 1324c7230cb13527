package import Matching

extension FrozenInputs {
  /// The points of a pair, by criterion; those that count nothing are left out.
  package func points(mentee: Int, mentor: Int) -> [(criterion: Criterion, points: Int)] {
    Criterion.allCases.compactMap { criterion in
      guard let weight = weights[criterion.rawValue], weight > 0 else { return nil }
      return (criterion, weight * share(criterion, mentee: mentee, mentor: mentor))
    }
  }

  /// How well two suit each other in a criterion, from 0 to 100; of peers, what each is for the
  /// other is added up.
  func share(_ criterion: Criterion, mentee: Int, mentor: Int) -> Int {
    let back = arePeers ? criterion.share(mentees[mentor], mentors[mentee]) : 0
    return criterion.share(mentees[mentee], mentors[mentor]) + back
  }

  /// By mentee, the mentors with whom they cannot be.
  func closed(relaxing relaxed: Set<Bar> = []) -> [Set<Int>] {
    var closed = [Set<Int>](repeating: [], count: mentees.count)
    for bar in barred where !relaxed.isSuperset(of: bar.bars) {
      closed[bar.mentee].insert(bar.mentor)
    }
    for ban in bans {
      closed[ban[0]].insert(ban[1])
      if arePeers { closed[ban[1]].insert(ban[0]) }
    }
    return closed
  }

  /// The problem that the matching library solves: an edge for each pair that may be.
  /// - Parameter relaxed: bars that are taken away to see what would be.
  package func problem(
    relaxing relaxed: Set<Bar> = []
  ) throws(InvalidInput) -> AssignmentProblem {
    let closed = closed(relaxing: relaxed)
    let points = PairPoints(weights, mentors)
    var edges: [Edge] = []
    edges.reserveCapacity(mentees.count * mentors.count)
    for (mentee, wishing) in mentees.enumerated() {
      let closed = closed[mentee]
      for (mentor, points) in points.all(of: wishing).enumerated()
      where closed.isEmpty || !closed.contains(mentor) {
        edges.append(Edge(mentee, mentor, weight: points))
      }
    }
    return try AssignmentProblem(
      menteeCount: mentees.count, capacities: mentors.map(\.places), edges: edges
    ).locking(locks.map { Pair($0[0], $0[1]) })
  }

  /// The best pairs, with their proof; nobody is in a group with whom a wish keeps them apart.
  package func solve(relaxing relaxed: Set<Bar> = []) throws -> Solved {
    var solved = try solveOnce(relaxing: relaxed)
    while let together = solved.together {
      solved = try solved.parting(together, relaxing: relaxed)
    }
    return solved
  }

  /// The best pairs of mentees and mentors, whoever else is in the group.
  func solveOnce(relaxing relaxed: Set<Bar>) throws -> Solved {
    if arePeers {
      let problem = try peerProblem(relaxing: relaxed)
      let matching = try problem.solve(Objective(rawValue: objective) ?? .most)
      return Solved(inputs: self, answer: .peers(problem, matching))
    }
    if mode == MentoringCycle.Mode.rankings.rawValue {
      let problem = try stableProblem(relaxing: relaxed)
      return Solved(inputs: self, answer: .rankings(problem, problem.optimal(for: .residents)))
    }
    let problem = try problem(relaxing: relaxed)
    let assignment = try problem.solve(Objective(rawValue: objective) ?? .most)
    return Solved(inputs: self, answer: .points(problem, assignment))
  }

  /// Inputs with what came of them.
  package struct Solved: Sendable {
    package let inputs: FrozenInputs
    package let answer: Answer
    /// The pairs that were closed to keep people of one group apart.
    var closed: [Pair] = []
    /// What could at most be reached where another pair of a group had been closed.
    var elsewhere = 0
  }

  /// What came of inputs, with the problem that was solved.
  package enum Answer: Sendable {
    /// The best by points.
    case points(AssignmentProblem, Assignment)
    /// What no two would leave for each other.
    case rankings(StableProblem, StableMatching)
    /// The best pairs of people without sides.
    case peers(PeerProblem, PeerMatching)
  }
}

extension FrozenInputs.Solved {
  /// The pairs, in order of mentee.
  package var pairs: [Pair] {
    switch answer {
    case .points(_, let assignment): assignment.pairs
    case .rankings(_, let matching):
      matching.programOf.enumerated().compactMap { mentee, mentor in
        mentor.map { Pair(mentee, $0) }
      }
    case .peers(_, let matching): matching.pairs.map { Pair($0.first, $0.second) }
    }
  }

  /// The points of a pair.
  package func points(of pair: Pair) -> Int {
    inputs.points(mentee: pair.mentee, mentor: pair.mentor).reduce(0) { $0 + $1.points }
  }

  /// The points of all pairs together.
  package var total: Int { pairs.reduce(0) { $0 + points(of: $1) } }

  /// What no other pairs can exceed, by the proof. Rankings are not about points, so there it is
  /// the total alone.
  package var bound: Int {
    switch answer {
    case .points(_, let assignment): max(assignment.dualBound, elsewhere)
    case .rankings: total
    case .peers(_, let matching): matching.dualBound
    }
  }

  /// How many have a mentor, or a peer.
  package var matched: Int { found.count }

  /// Those who have a mentor, or a peer.
  var found: Set<Int> {
    Set(pairs.flatMap { inputs.arePeers ? [$0.mentee, $0.mentor] : [$0.mentee] })
  }
}
