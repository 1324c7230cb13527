import Matching
import Testing

@Suite struct PeerInputTests {
  @Test(arguments: [
    ([PeerEdge(0, 3, weight: 1)], "there is no person 3"),
    ([PeerEdge(-1, 0, weight: 1)], "there is no person -1"),
    ([PeerEdge(2, 2, weight: 1)], "person 2 cannot be paired with themselves"),
    ([PeerEdge(1, 0, weight: -1)], "the weight -1 of 0, 1 is below 0"),
    ([PeerEdge(0, 1, weight: .min)], "the weight \(Int.min) of 0, 1 is below 0"),
    (
      [PeerEdge(0, 1, weight: Limits.weight + 1)],
      "the weight 1000000000001 is beyond 1000000000000"
    ),
    ([PeerEdge(0, 1, weight: 1), PeerEdge(1, 0, weight: 2)], "the pair 0, 1 stands twice"),
  ])
  func `edges that cannot be are refused`(_ edges: [PeerEdge], _ reason: String) {
    #expect(throws: InvalidInput(reason)) { try PeerProblem(count: 3, edges: edges) }
  }

  @Test(arguments: [
    ([PeerPair(0, 2)], "the locked pair 0, 2 is not an allowed pair"),
    ([PeerPair(-5, .max)], "the locked pair -5, 9223372036854775807 is not an allowed pair"),
    ([PeerPair(0, 1), PeerPair(1, 2)], "person 1 is locked to two people"),
  ])
  func `locks that cannot be are refused`(_ locks: [PeerPair], _ reason: String) {
    let edges = [PeerEdge(0, 1, weight: 1), PeerEdge(1, 2, weight: 1)]
    #expect(throws: InvalidInput(reason)) {
      try PeerProblem(count: 3, edges: edges, locks: locks)
    }
  }

  @Test func `numbers of people that cannot be are refused`() {
    #expect(throws: InvalidInput("-1 people are fewer than none")) {
      try PeerProblem(count: -1, edges: [])
    }
    #expect(throws: InvalidInput("4000001 people are more than 4000000")) {
      try PeerProblem(count: 4_000_001, edges: [])
    }
  }

  @Test func `fairness is refused`() throws {
    let problem = try PeerProblem(count: 2, "0-1:3")
    #expect(
      throws: InvalidInput("peers are paired for the greatest total or the most pairs")
    ) { try problem.solve(.fair) }
  }

  @Test func `the order of edges and of their ends changes nothing, not even the proof`() throws {
    var chance = Chance(64)
    for _ in 0..<100 {
      let problem = try PeerProblem.random(&chance, of: 2...20)
      let edges = problem.edges.map { edge in
        chance.number(0...1) == 0
          ? edge : PeerEdge(edge.pair.second, edge.pair.first, weight: edge.weight)
      }
      let shuffled = try PeerProblem(
        count: problem.count, edges: edges.shuffled(using: &chance))
      #expect(problem == shuffled)
      for objective in [Objective.total, .most] {
        #expect(try problem.solve(objective) == shuffled.solve(objective))
      }
    }
  }

  @Test func `many peers are paired with a proof`() throws {
    var chance = Chance(65)
    for weights in [0...3, 0...1000, 0...Limits.weight] {
      var edges: [PeerPair: Int] = [:]
      for _ in 0..<2500 {
        let (one, other) = (chance.number(0...300), chance.number(0...300))
        if one != other { edges[PeerPair(one, other)] = chance.number(weights) }
      }
      let problem = try PeerProblem(
        count: 301, edges: edges.map { PeerEdge($0.first, $0.second, weight: $1) })
      for objective in [Objective.total, .most] {
        let answer = try problem.solve(objective)
        #expect(problem.flaw(of: answer) == nil && answer.dualBound == answer.total)
      }
    }
  }

  @Test func `the greatest weights do not overflow`() throws {
    let greatest = Limits.weight
    let edges = (0..<99).map { PeerEdge($0, $0 + 1, weight: $0 % 3 == 0 ? 0 : greatest) }
    let problem = try PeerProblem(count: 100, edges: edges)
    let (best, most) = (try problem.solve(.total), try problem.solve(.most))
    #expect(best.total == 33 * greatest && most.total == 33 * greatest)
    #expect(most.pairs.count == 50)
    #expect(problem.flaw(of: best) == nil && problem.flaw(of: most) == nil)
    // So many people that a pair outweighs more points than 64 bits hold.
    let crowd = try PeerProblem(count: 1_200_000, edges: edges)
    let wide = try crowd.solve(.most)
    #expect(wide.pairs == most.pairs && crowd.flaw(of: wide) == nil)
  }

  @Test func `a long chain is followed to its end, and takes no stack`() throws {
    let count = 4001
    let edges = (1..<count).map { PeerEdge($0 - 1, $0, weight: $0) } + [PeerEdge(0, 2, weight: 1)]
    let problem = try PeerProblem(count: count, edges: edges)
    let answer = try problem.solve(.most)
    #expect(answer.pairs.count == count / 2)
    #expect(problem.flaw(of: answer) == nil)
  }
}
