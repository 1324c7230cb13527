import Matching
import Testing

@Suite struct RematchTests {
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
      let problem = try before.changed(&chance)
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
}
