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
    let kept = barred.filter { !relaxed.isSuperset(of: $0.bars) }
    var closed = Set(kept.map { Pair($0.mentee, $0.mentor) })
    closed.formUnion(bans.map { Pair($0[0], $0[1]) })
    let counting = Criterion.allCases.compactMap { criterion in
      weights[criterion.rawValue].flatMap { $0 > 0 ? (criterion, $0) : nil }
    }
    var edges: [Edge] = []
    edges.reserveCapacity(mentees.count * mentors.count)
    for (mentee, wishing) in mentees.enumerated() {
      for (mentor, offering) in mentors.enumerated()
      where closed.isEmpty || !closed.contains(Pair(mentee, mentor)) {
        let points = counting.reduce(0) { $0 + $1.1 * $1.0.share(wishing, offering) }
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
