package import Matching

extension FrozenInputs {
  /// The points of a pair, by criterion; those that count nothing are left out.
  package func points(mentee: Int, mentor: Int) -> [(criterion: Criterion, points: Int)] {
    Criterion.allCases.compactMap { criterion in
      guard let weight = weights[criterion.rawValue], weight > 0 else { return nil }
      return (criterion, weight * criterion.share(mentees[mentee], mentors[mentor]))
    }
  }

  /// The problem that the matching library solves: an edge for each pair that may be.
  /// - Parameter relaxed: bars that are taken away to see what would be.
  package func problem(
    relaxing relaxed: Set<Bar> = []
  ) throws(InvalidInput) -> AssignmentProblem {
    var closed = [Set<Int>](repeating: [], count: mentees.count)
    for bar in barred where !relaxed.isSuperset(of: bar.bars) {
      closed[bar.mentee].insert(bar.mentor)
    }
    for ban in bans { closed[ban[0]].insert(ban[1]) }
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

  /// The best assignment, with its proof.
  package func solve(relaxing relaxed: Set<Bar> = []) throws -> Solved {
    let problem = try problem(relaxing: relaxed)
    let assignment = try problem.solve(Objective(rawValue: objective) ?? .most)
    return Solved(inputs: self, problem: problem, assignment: assignment)
  }

  /// Inputs with what came of them.
  package struct Solved: Sendable {
    package let inputs: FrozenInputs
    package let problem: AssignmentProblem
    package let assignment: Assignment
  }
}
