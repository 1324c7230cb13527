import Matching
import Testing

@Suite struct ExplanationTests {
  @Test(arguments: [Objective.total, .most])
  func `each alternative costs what forcing it costs, and its chain gets there`(
    _ objective: Objective
  ) throws {
    var chance = Chance(20)
    for round in 0..<300 {
      let problem = try AssignmentProblem.random(&chance).constrained(&chance)
      guard let answer = try? problem.solve(objective) else { continue }
      let explainer = try Explainer(problem, answer)
      for mentee in 0..<problem.menteeCount {
        let told = try explainer.explain(mentee)
        #expect(told.mentor == answer.mentorOf[mentee])
        for alternative in told.alternatives {
          try expect(alternative, of: mentee, problem, answer, "round \(round) mentee \(mentee)")
        }
        guard told.reason != .locked else { continue }
        let all = AssignmentOracle(problem).all
        let possible = Set(all.map { $0[mentee] }).subtracting([answer.mentorOf[mentee]])
        #expect(Set(told.alternatives.map(\.mentor)) == possible, "round \(round)")
      }
    }
  }

  private func expect(
    _ alternative: Explanation.Alternative, of mentee: Int, _ problem: AssignmentProblem,
    _ answer: Assignment, _ comment: Comment
  ) throws {
    var moved = answer.mentorOf
    for move in alternative.chain {
      #expect(moved[move.mentee] == move.from, comment)
      moved[move.mentee] = move.to
    }
    let oracle = AssignmentOracle(problem)
    #expect(oracle.all.contains(moved), comment)
    #expect(moved[mentee] == alternative.mentor, comment)
    let forced = oracle.all.filter { $0[mentee] == alternative.mentor }.map {
      (oracle.weights($0).count, oracle.total($0))
    }
    let best =
      answer.objective == .most
      ? forced.max { $0 < $1 } : forced.max { $0.1 < $1.1 }
    let (people, points) = try #require(best)
    #expect(
      alternative.loss
        == .init(
          people: answer.objective == .most ? answer.matched - people : 0,
          points: answer.total - points), comment)
  }

  @Test func `someone unmatched learns why, and who has the place`() throws {
    let problem = try AssignmentProblem(
      menteeCount: 5, capacities: [1, 0],
      edges: [
        Edge(0, 0, weight: 9), Edge(1, 0, weight: 5), Edge(2, 1, weight: 5),
        Edge(3, 0, weight: -1),
      ])
    let explainer = try Explainer(problem, problem.solve(.total))
    let reasons = try (0..<5).map { try explainer.explain($0).reason }
    #expect(reasons == [.matched, .outbid, .noPlace, .onlyNegative, .noAllowedPair])
    #expect(
      try explainer.explain(1).alternatives == [
        .init(
          mentor: 0, loss: .init(people: 0, points: 4),
          chain: [.init(mentee: 1, from: nil, to: 0), .init(mentee: 0, from: 0, to: nil)])
      ])
  }
}
