import Matching
import Testing

@Suite struct AssignmentTests {
  struct Small: Decodable {
    let id: String
    let mentees: Int
    let capacity: [Int]
    let edges: [[Int]]
    let maxWeight: Int
    let maxCardinality: Int
    let maxWeightAtMaxCardinality: Int
  }

  struct Medium: Decodable {
    let maxWeight: Int
    let maxCardinality: Int
    let maxWeightAtMaxCardinality: Int
  }

  @Test func `small reference problems have their known optima`() throws {
    for case let known in try Fixture.lines("bmatching_small.jsonl", of: Small.self) {
      let problem = try AssignmentProblem(
        menteeCount: known.mentees, capacities: known.capacity,
        edges: known.edges.map { Edge($0[0], $0[1], weight: $0[2]) })
      let best = try problem.solve(.total)
      let most = try problem.solve(.most)
      #expect(
        [best.total, most.matched, most.total]
          == [known.maxWeight, known.maxCardinality, known.maxWeightAtMaxCardinality],
        "\(known.id)")
      for answer in [best, most] {
        #expect(problem.flaw(of: answer) == nil && answer.dualBound == answer.total)
      }
    }
  }

  @Test func `the medium reference problem has its known optima`() throws {
    let problem = try AssignmentProblem(bmatch: Fixture.bytes("bm_medium_s.txt"))
    let known = try Fixture.json("bm_medium_s.json", as: Medium.self)
    let (best, most) = (try problem.solve(.total), try problem.solve(.most))
    #expect(best.total == known.maxWeight)
    #expect(most.matched == known.maxCardinality)
    #expect(most.total == known.maxWeightAtMaxCardinality)
    #expect(problem.flaw(of: best) == nil)
    #expect(problem.flaw(of: most) == nil)
  }

  @Test(arguments: Objective.allCases)
  func `small problems have the canonical optimum that enumeration finds`(
    _ objective: Objective
  ) throws {
    var chance = Chance(1)
    for round in 0..<1500 {
      let problem = try AssignmentProblem.random(&chance)
      let answer = try problem.solve(objective)
      let expected = AssignmentOracle(problem).best(objective)
      #expect(answer.mentorOf == expected, "round \(round): \(problem)")
      #expect(problem.flaw(of: answer) == nil, "round \(round)")
      #expect(answer.dualBound == answer.total)
    }
  }

  @Test(arguments: Objective.allCases)
  func `locks, bans and minimums bind, and the rest is optimal`(_ objective: Objective) throws {
    var chance = Chance(2)
    for round in 0..<1500 {
      let problem = try AssignmentProblem.random(&chance).constrained(&chance)
      guard let expected = AssignmentOracle(problem).best(objective) else {
        #expect(throws: InvalidInput.self, "round \(round)") { try problem.solve(objective) }
        continue
      }
      let answer = try problem.solve(objective)
      #expect(answer.mentorOf == expected, "round \(round): \(problem)")
      #expect(problem.flaw(of: answer) == nil, "round \(round)")
      #expect(answer.dualBound == answer.total)
    }
  }

  @Test func `the order of edges changes nothing, not even the proof`() throws {
    var chance = Chance(3)
    let problem = try AssignmentProblem(bmatch: Fixture.bytes("bm_medium_s.txt"))
    let shuffled = try AssignmentProblem(
      menteeCount: problem.menteeCount, capacities: problem.capacities,
      edges: problem.edges.shuffled(using: &chance))
    #expect(try problem.solve(.total) == shuffled.solve(.total))
  }

  @Test func `a forged answer or proof is found out`() throws {
    let problem = try AssignmentProblem(
      menteeCount: 2, capacities: [1, 1],
      edges: [Edge(0, 0, weight: 5), Edge(0, 1, weight: 4), Edge(1, 0, weight: 3)])
    let best = try problem.solve(.total)
    #expect(best.mentorOf == [1, 0])
    func flaw(_ mentorOf: [Int?], _ total: Int, _ prices: [Int128]) -> String? {
      let proof = Certificate(stages: [
        .init(scoring: .points(bonus: 0), gains: best.certificate.stages[0].gains, prices: prices)
      ])
      return problem.flaw(
        of: Assignment(
          objective: .total, mentorOf: mentorOf, total: total, dualBound: total,
          certificate: proof))
    }
    let prices = best.certificate.stages[0].prices
    #expect(flaw([1, 0], 7, prices) == nil)
    #expect(flaw([1, 0], 8, prices) == "the total is wrong")
    #expect(flaw([0, nil], 5, prices) == "the pairs score less than is possible")
    #expect(flaw([0, 0], 8, prices) == "mentor 0 has too many")
    #expect(flaw([1, 1], 7, prices) == "mentee 1 and mentor 1 are not an allowed pair")
    #expect(
      flaw([1, 0], 7, [0, 0]) == "mentee 0 and mentor 0 score more than their gain and price")
    #expect(flaw([1, 0], 7, prices.map { $0 + 1 }) == "the pairs score less than is possible")
  }
}
