import Testing

@testable import Matching

@Suite struct FewestChangesTests {
  /// What can be told of an assignment: how many people, pairs that stay, points.
  private struct Standing: Equatable {
    let people: Int
    let kept: Int
    let total: Int

    init(_ oracle: AssignmentOracle, _ mentorOf: [Int?], after previous: [Int?]) {
      people = mentorOf.count { $0 != nil }
      kept = zip(mentorOf, previous).count { $0 != nil && $0 == $1 }
      total = oracle.total(mentorOf)
    }
  }

  /// The best that trying all assignments finds at a loss: the standing, and all that have it.
  private func best(
    _ oracle: AssignmentOracle, _ objective: Objective, _ loss: Int, after previous: [Int?]
  ) -> (standing: Standing, all: [[Int?]])? {
    let all = oracle.all.map { ($0, Standing(oracle, $0, after: previous)) }
    let people = objective == .most ? all.map(\.1.people).max() ?? 0 : 0
    let serving = all.filter { $0.1.people >= people }
    let floor = (serving.map(\.1.total).max() ?? 0) - loss
    let cheap = serving.filter { $0.1.total >= floor }
    guard
      let best = cheap.map(\.1).max(by: { ($0.kept, $0.total) < ($1.kept, $1.total) })
    else { return nil }
    return (
      best, cheap.filter { ($0.1.kept, $0.1.total) == (best.kept, best.total) }.map(\.0)
    )
  }

  /// Compares a re-match with all assignments there are.
  private func expectFewest(
    _ problem: AssignmentProblem, _ objective: Objective, _ loss: Int, after previous: Assignment,
    _ round: Int
  ) throws -> Rematch? {
    let oracle = AssignmentOracle(problem)
    guard let best = best(oracle, objective, loss, after: previous.mentorOf) else {
      #expect(throws: InvalidInput.self) {
        try problem.rematch(after: previous, objective, losingAtMost: loss)
      }
      return nil
    }
    let rematch = try problem.rematch(after: previous, objective, losingAtMost: loss)
    let own = Standing(oracle, rematch.mentorOf, after: previous.mentorOf)
    #expect((own.kept, own.total) == (best.standing.kept, best.standing.total), "round \(round)")
    #expect(rematch.isFewest && rematch.keptAtMost == own.kept, "round \(round)")
    #expect(rematch.fewestPossible == rematch.changed)
    #expect(rematch.price <= loss && problem.flaw(of: rematch, after: previous) == nil)
    // Around the pairs that stay it is the first of the best.
    let alike = best.all.filter { mentorOf in
      zip(mentorOf, rematch.mentorOf).enumerated().allSatisfy { mentee, pair in
        let old = mentee < previous.mentorOf.count ? previous.mentorOf[mentee] : nil
        return (pair.0 != nil && pair.0 == old) == (pair.1 != nil && pair.1 == old)
      }
    }
    #expect(alike.first == rematch.mentorOf, "round \(round)")
    return rematch
  }

  @Test(arguments: [Objective.total, .most])
  func `at a loss it changes as few pairs as any assignment, and says so`(
    _ objective: Objective
  ) throws {
    var chance = Chance(31)
    for round in 0..<600 {
      let before = try AssignmentProblem.random(&chance, upTo: 4)
      let previous = try before.solve(Objective.allCases[round % 3])
      let problem = try before.changed(&chance).constrained(&chance)
      for loss in [0, chance.number(1...6), chance.number(5...2000)] {
        _ = try expectFewest(problem, objective, loss, after: previous, round)
      }
    }
  }

  @Test(arguments: [Objective.total, .most])
  func `every small problem is answered with the fewest changes`(_ objective: Objective) throws {
    let previous = try AssignmentProblem(
      menteeCount: 3, capacities: [2, 1],
      edges: [Edge(0, 0, weight: 1), Edge(1, 0, weight: 1), Edge(2, 1, weight: 1)]
    ).solve()
    for code in 0..<4096 {
      // Each of six pairs is missing or weighs 0, 1 or 3.
      let edges = (0..<6).compactMap { index -> Edge? in
        let kind = code >> (2 * index) & 3
        return kind == 0 ? nil : Edge(index / 2, index % 2, weight: [0, 0, 1, 3][kind])
      }
      let problem = try AssignmentProblem(menteeCount: 3, capacities: [1, 2], edges: edges)
      let loss = (code >> 5) % 4
      _ = try expectFewest(problem, objective, loss, after: previous, code)
    }
  }

  /// Mentees in pairs of whom one would rather have the other's mentor, by a number of points.
  private func swaps(_ gains: [Int]) throws -> (before: Assignment, after: AssignmentProblem) {
    let capacities = [Int](repeating: 1, count: 2 * gains.count)
    let people = 0..<2 * gains.count
    let before = try AssignmentProblem(
      menteeCount: people.count, capacities: capacities,
      edges: people.map { Edge($0, $0, weight: 1) })
    let after = try AssignmentProblem(
      menteeCount: people.count, capacities: capacities,
      edges: people.flatMap { mentee in
        [
          Edge(mentee, mentee, weight: 50),
          Edge(mentee, mentee ^ 1, weight: 50 + (mentee % 2 == 0 ? gains[mentee / 2] : 0)),
        ]
      })
    return (try before.solve(), after)
  }

  @Test func `a gap that no terms close is closed by cases`() throws {
    var chance = Chance(32)
    var divided = 0
    for round in 0..<200 {
      let gains = (0..<4).map { _ in chance.number(1...40) }
      let (before, after) = try swaps(gains)
      let loss = chance.number(0...80)
      let rematch = try after.rematch(after: before, losingAtMost: loss)
      // Pairs of two stay together, the cheapest first; then points are as many as can be.
      var (left, stay) = (loss, 0)
      for gain in gains.sorted() where gain <= left { (left, stay) = (left - gain, stay + 2) }
      #expect(rematch.kept.count == stay && rematch.isFewest, "round \(round)")
      #expect(after.flaw(of: rematch, after: before) == nil, "round \(round)")
      if rematch.proof.cases.count > 1 { divided += 1 }
    }
    #expect(divided > 20)
  }

  @Test func `where the steps end the bound still holds, and a proof without a case is found out`()
    throws
  {
    var chance = Chance(33)
    var (open, forged) = (0, 0)
    for _ in 0..<200 {
      let (before, after) = try swaps((0..<4).map { _ in chance.number(1...40) })
      let loss = chance.number(0...80)
      let most = try after.rematch(after: before, losingAtMost: loss)
      let quick = try after.rematch(after: before, losingAtMost: loss, steps: 1)
      #expect(after.flaw(of: quick, after: before) == nil && quick.price <= loss)
      #expect(quick.kept.count <= most.kept.count && most.kept.count <= quick.keptAtMost)
      if !quick.isFewest { open += 1 }
      guard most.proof.cases.count > 1 else { continue }
      let proof = RematchProof(
        objective: .total, floor: most.proof.floor, cases: Array(most.proof.cases.dropLast()),
        best: most.proof.best)
      let claim = Rematch(
        after, most.mentorOf, after: before.mentorOf, best: most.total + most.price,
        (most.request, proof, most.keptAtMost))
      #expect(after.flaw(of: claim, after: before) == "cases are missing")
      forged += 1
    }
    #expect(open > 20 && forged > 20)
  }

  @Test func `nobody can claim fewer possible changes than there are`() throws {
    let (before, after) = try swaps([3, 7, 7, 9])
    let honest = try after.rematch(after: before, losingAtMost: 10)
    #expect(honest.kept.count == 4)
    func claim(_ request: Rematch.Request, floor: Int, keptAtMost: Int) -> Rematch {
      let proof = RematchProof(
        objective: .total, floor: floor, cases: honest.proof.cases, best: honest.proof.best)
      return Rematch(
        after, honest.mentorOf, after: before.mentorOf, best: honest.total + honest.price,
        (request, proof, keptAtMost))
    }
    let floor = honest.proof.floor
    let claims = [
      claim(.loss(10), floor: floor, keptAtMost: 3), claim(.loss(9), floor: floor, keptAtMost: 4),
      claim(.loss(10), floor: floor + 1, keptAtMost: 4),
      claim(.bonus(1), floor: floor, keptAtMost: 4),
    ]
    #expect(
      claims.map { after.flaw(of: $0, after: before) } == [
        "more pairs could stay than it says", "it loses more than is allowed",
        "the proof leaves out what is allowed", "the proof is of another bonus",
      ])
  }

  @Test(arguments: [Objective.total, .most])
  func `the order of edges does not matter, nor where the search begins`(
    _ objective: Objective
  ) throws {
    var chance = Chance(34)
    for round in 0..<100 {
      let before = try AssignmentProblem.random(&chance, upTo: 7)
      let previous = try before.solve(objective)
      let problem = try before.changed(&chance)
      let shuffled = try AssignmentProblem(
        menteeCount: problem.menteeCount, capacities: problem.capacities,
        edges: problem.edges.shuffled(using: &chance))
      // The same pairs, but no prices to begin from.
      let bare = Assignment(
        objective: objective, mentorOf: previous.mentorOf, total: previous.total,
        dualBound: previous.dualBound, certificate: Certificate(stages: []))
      let loss = chance.number(0...20)
      let rematch = try problem.rematch(after: previous, objective, losingAtMost: loss)
      #expect(try shuffled.rematch(after: previous, objective, losingAtMost: loss) == rematch)
      let again = try problem.rematch(after: bare, objective, losingAtMost: loss)
      #expect(again.mentorOf == rematch.mentorOf, "round \(round)")
      #expect(again.keptAtMost == rematch.keptAtMost, "round \(round)")
    }
  }

  @Test func `whatever an earlier assignment claims, the answer is sound or an error`() throws {
    let greatest = Limits.weight
    let problem = try AssignmentProblem(
      menteeCount: 3, capacities: [.max, 1],
      edges: [
        Edge(0, 0, weight: greatest), Edge(1, 0, weight: -greatest), Edge(1, 1, weight: greatest),
        Edge(2, 1, weight: greatest - 1),
      ])
    let odd: [[Int?]] = [[], [.max, .min, -1, 7, nil], [0, 0, 1], [nil, 0, 1]]
    for mentorOf in odd {
      let stage = Certificate.Stage(
        scoring: .points(bonus: 0), gains: [.min], prices: [.max, .min, 7])
      let previous = Assignment(
        objective: .total, mentorOf: mentorOf, total: 0, dualBound: 0,
        certificate: Certificate(stages: [stage]))
      for objective in [Objective.total, .most] {
        for loss in [0, 1, greatest, .max] {
          let rematch = try problem.rematch(after: previous, objective, losingAtMost: loss)
          #expect(problem.flaw(of: rematch, after: previous) == nil && rematch.isFewest)
        }
      }
      #expect(throws: InvalidInput("the loss -1 is below 0")) {
        try problem.rematch(after: previous, losingAtMost: -1)
      }
      #expect(throws: InvalidInput("only points can be weighed against changes: total or most")) {
        try problem.rematch(after: previous, .fair, losingAtMost: 1)
      }
    }
  }
}
