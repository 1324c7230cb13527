import Matching

extension AssignmentProblem {
  /// A small problem by chance, rich in ties.
  static func random(_ chance: inout Chance, upTo size: Int = 5) throws -> AssignmentProblem {
    let (mentees, mentors) = (chance.number(0...size), chance.number(0...size - 1))
    let weights = [-3...5, 0...1, 1...1, 1...1000][chance.number(0...3)]
    let share = chance.number(1...4)
    var edges: [Edge] = []
    for mentee in 0..<mentees {
      for mentor in 0..<mentors where chance.number(1...4) <= share {
        edges.append(Edge(mentee, mentor, weight: chance.number(weights)))
      }
    }
    return try AssignmentProblem(
      menteeCount: mentees, capacities: (0..<mentors).map { _ in chance.number(0...3) },
      edges: edges)
  }

  /// The same problem with some locks, bans and minimums by chance.
  func constrained(_ chance: inout Chance) throws -> AssignmentProblem {
    var problem = self
    if chance.number(0...1) == 0, let edge = edges.randomElement(using: &chance),
      capacities[edge.mentor] > 0
    {
      problem = try problem.locking([edge.pair])
    }
    let banned = edges.map(\.pair).filter { pair in
      !problem.locks.contains(pair) && chance.number(0...5) == 0
    }
    return try problem.banning(banned).requiring(
      atLeast: problem.capacities.map { chance.number(0...2) == 0 ? chance.number(0...$0) : 0 })
  }

  /// The problem after someone left, came, or changed.
  func changed(_ chance: inout Chance) throws -> AssignmentProblem {
    var edges = edges.filter { _ in chance.number(0...6) > 0 }.map { edge in
      chance.number(0...5) == 0
        ? Edge(edge.mentee, edge.mentor, weight: chance.number(-2...9)) : edge
    }
    let (mentees, mentors) = (menteeCount + 1, mentorCount + 1)
    for mentee in 0..<mentees where chance.number(0...2) == 0 {
      edges.append(Edge(mentee, mentors - 1, weight: chance.number(0...9)))
    }
    for mentor in 0..<mentors - 1 where chance.number(0...1) == 0 {
      edges.append(Edge(mentees - 1, mentor, weight: chance.number(0...9)))
    }
    return try AssignmentProblem(
      menteeCount: mentees,
      capacities: capacities.map { chance.number(0...3) == 0 ? chance.number(0...3) : $0 }
        + [chance.number(0...2)],
      edges: edges)
  }
}
