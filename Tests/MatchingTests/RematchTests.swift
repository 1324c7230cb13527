import Matching
import Testing

@Suite struct RematchTests {
  /// The problem after someone left, came, or changed.
  private func changed(
    _ problem: AssignmentProblem, _ chance: inout Chance
  ) throws -> AssignmentProblem {
    var edges = problem.edges.filter { _ in chance.number(0...6) > 0 }.map { edge in
      chance.number(0...5) == 0
        ? Edge(edge.mentee, edge.mentor, weight: chance.number(-2...9)) : edge
    }
    let (mentees, mentors) = (problem.menteeCount + 1, problem.mentorCount + 1)
    for mentee in 0..<mentees where chance.number(0...2) == 0 {
      edges.append(Edge(mentee, mentors - 1, weight: chance.number(0...9)))
    }
    for mentor in 0..<mentors - 1 where chance.number(0...1) == 0 {
      edges.append(Edge(mentees - 1, mentor, weight: chance.number(0...9)))
    }
    return try AssignmentProblem(
      menteeCount: mentees,
      capacities: problem.capacities.map { chance.number(0...3) == 0 ? chance.number(0...3) : $0 }
        + [chance.number(0...2)],
      edges: edges)
  }

  private func kept(_ mentorOf: [Int?], _ previous: [Int?]) -> Int {
    zip(mentorOf, previous).count { $0 != nil && $0 == $1 }
  }

  @Test(arguments: [Objective.total, .most], [0, 3, 100])
  func `after changes it is the best with the bonus, and keeps most pairs among the best`(
    _ objective: Objective, _ bonus: Int
  ) throws {
    var chance = Chance(30)
    for round in 0..<300 {
      let before = try AssignmentProblem.random(&chance, upTo: 4)
      let previous = try before.solve(objective)
      let problem = try changed(before, &chance)
      let rematch = try problem.rematch(after: previous, objective, bonus: bonus)
      #expect(problem.flaw(of: rematch, after: previous) == nil, "round \(round)")
      let oracle = AssignmentOracle(problem)
      func standing(_ mentorOf: [Int?]) -> [Int] {
        let kept = kept(mentorOf, previous.mentorOf)
        let people = objective == .most ? oracle.weights(mentorOf).count : 0
        return [people, oracle.total(mentorOf) + bonus * kept, kept]
      }
      let best = oracle.all.map(standing).max { $0.lexicographicallyPrecedes($1) }
      #expect(standing(rematch.mentorOf) == best, "round \(round)")
      #expect(rematch.price == (try problem.solve(objective).total) - rematch.total)
      #expect(rematch.kept.count == kept(rematch.mentorOf, previous.mentorOf))
    }
  }

  @Test(arguments: [Objective.total, .most])
  func `a loss is not exceeded, and nobody can keep more than is said`(
    _ objective: Objective
  ) throws {
    var chance = Chance(31)
    var exact = 0
    for round in 0..<300 {
      let before = try AssignmentProblem.random(&chance, upTo: 4)
      let previous = try before.solve(objective)
      let problem = try changed(before, &chance)
      let loss = chance.number(0...6)
      let rematch = try problem.rematch(after: previous, objective, losingAtMost: loss)
      #expect(problem.flaw(of: rematch, after: previous) == nil, "round \(round)")
      let best = try problem.solve(objective)
      #expect(rematch.price == best.total - rematch.total && rematch.price <= loss)
      let allowed = AssignmentOracle(problem).all.filter { mentorOf in
        let answer = AssignmentOracle.standing(problem, mentorOf)
        return answer.total >= best.total - loss
          && (objective == .total || answer.people == best.matched)
      }
      let most = allowed.map { kept($0, previous.mentorOf) }.max() ?? 0
      #expect(rematch.kept.count <= most && most <= rematch.keptAtMost, "round \(round)")
      if rematch.kept.count == most { exact += 1 }
    }
    #expect(exact > 285)
  }
}

extension AssignmentOracle {
  static func standing(
    _ problem: AssignmentProblem, _ mentorOf: [Int?]
  ) -> (people: Int, total: Int) {
    let weights = mentorOf.enumerated().compactMap { mentee, mentor in
      mentor.flatMap { problem.weight(of: Pair(mentee, $0)) }
    }
    return (weights.count, weights.reduce(0, +))
  }
}
