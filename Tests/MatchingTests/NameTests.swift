import Matching
import Testing

@Suite struct NameTests {
  @Test func `the order of people and pairs changes nothing`() throws {
    var chance = Chance(50)
    for _ in 0..<200 {
      let problem = try AssignmentProblem.random(&chance)
      let mentees = (0..<problem.menteeCount).map { "m\($0)" }
      let mentors = (0..<problem.mentorCount).map { ("f\($0)", problem.capacities[$0]) }
      let pairs = problem.edges.map {
        (mentee: "m\($0.mentee)", mentor: "f\($0.mentor)", weight: $0.weight)
      }
      let one = try NamedAssignment(
        mentees: mentees, mentors: Dictionary(uniqueKeysWithValues: mentors), pairs: pairs)
      let other = try NamedAssignment(
        mentees: mentees.shuffled(using: &chance),
        mentors: Dictionary(uniqueKeysWithValues: mentors.shuffled(using: &chance)),
        pairs: pairs.shuffled(using: &chance))
      for objective in Objective.allCases {
        let names = one.names(of: try one.problem.solve(objective))
        #expect(names == other.names(of: try other.problem.solve(objective)))
        #expect(names.count == (try problem.solve(objective).matched))
      }
    }
  }

  @Test func `a pair with someone unknown is refused`() {
    #expect(throws: InvalidInput("the pair a, z names someone unknown")) {
      try NamedAssignment(
        mentees: ["a"], mentors: ["b": 1], pairs: [(mentee: "a", mentor: "z", weight: 1)])
    }
  }
}
