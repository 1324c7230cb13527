import Matching
import Testing

@Suite struct PeerTests {
  @Test(arguments: [Objective.total, .most])
  func `few peers are paired as well as enumeration finds`(_ objective: Objective) throws {
    var chance = Chance(60)
    for round in 0..<4000 {
      let problem = try PeerProblem.random(&chance, of: 0...8)
      try expectBest(problem, objective, "round \(round)")
    }
  }

  @Test(arguments: [Objective.total, .most])
  func `what is decided binds, and the rest is optimal`(_ objective: Objective) throws {
    var chance = Chance(61)
    for round in 0..<1500 {
      let problem = try PeerProblem.random(&chance, of: 2...9).locked(&chance)
      let answer = try expectBest(problem, objective, "round \(round)")
      #expect(Set(problem.locks).isSubset(of: answer.pairs))
    }
  }

  /// Found by watching the solver on millions of problems by chance: each makes it do what is said.
  @Test(arguments: [
    (
      "a path is given up at its other end", 7,
      "2-4:3 2-5:2 4-5:4",
      [4]
    ),
    (
      "a path is given up in a blossom", 7,
      "0-2:3 0-5:4 2-5:2",
      [4]
    ),
    (
      "a blossom without a pair is reached", 7,
      "1-4:8 1-5:10 1-6:4 2-3:6 2-6:3 3-6:5 4-5:6",
      [16]
    ),
    (
      "an odd blossom gets into a greater one", 7,
      "0-1:1 0-2:0 0-4:0 0-6:1 1-4:0 1-6:1 2-3:1 2-4:0 2-5:1 3-4:0 3-5:1 4-6:0",
      [2]
    ),
    (
      "one without a price gets into a greater one", 7,
      "0-1:3 0-2:2 0-4:2 0-6:2 1-4:2 1-5:2 1-6:4 2-3:4 2-4:4 2-5:2 3-4:4 3-6:2 4-6:3",
      [10]
    ),
    (
      "a cycle of seven is closed", 9,
      "0-5:2 0-8:5 1-3:3 1-7:7 3-5:2 6-7:6 6-8:2",
      [3, 14]
    ),
    (
      "an opened blossom stays on the path backward", 7,
      "0-1:4 0-3:2 0-4:2 0-5:3 1-5:4 2-3:3 3-4:4 3-6:4 4-5:2 4-6:2",
      [10]
    ),
    (
      "an opened blossom stays on the path forward", 9,
      "0-3:3 0-6:2 1-4:4 1-7:2 1-8:4 2-5:3 3-6:4 4-8:3 5-6:4 5-7:4 6-7:2",
      [12]
    ),
    (
      "a blossom without a price is opened", 11,
      "0-1:2 0-6:3 0-7:2 0-8:0 0-9:4 1-2:0 1-3:3 1-5:1 1-10:1 2-3:1 2-4:4 2-5:4 2-7:2 "
        + "2-8:3 2-9:1 2-10:2 3-4:2 3-5:2 3-7:1 3-9:2 4-6:3 4-8:4 5-7:2 6-8:3 7-9:0 "
        + "9-10:0",
      [16]
    ),
    (
      "a cycle of five is opened", 12,
      "0-4:9 0-7:2 0-11:5 1-2:0 1-5:0 1-7:2 1-8:1 1-10:5 2-8:0 4-5:0 4-11:9 5-6:10 "
        + "5-8:7 5-9:5 6-7:5 6-9:7 7-8:6 7-10:1",
      [5, 30]
    ),
    (
      "a blossom with a blossom in it is opened", 9,
      "0-3:3 0-6:2 1-4:4 1-7:2 1-8:4 2-5:3 3-6:4 4-8:3 5-6:4 5-7:4 6-7:2",
      [12]
    ),
    (
      "a blossom is opened at a blossom in it", 11,
      "0-6:0 1-3:1 1-8:0 1-9:1 1-10:1 2-3:1 2-4:1 2-5:0 2-6:0 2-8:0 3-4:1 4-9:1 "
        + "4-10:1 5-6:0 5-7:1 5-8:1 6-7:0 6-8:0 6-10:1 7-8:1 8-10:1 9-10:0",
      [4]
    ),
    (
      "someone who falls out of an opened blossom is reached", 7,
      "0-2:5 1-3:8 1-4:5 1-5:7 1-6:10 2-3:10 2-4:7 2-6:8 3-4:7 4-6:5 5-6:5",
      [22]
    ),
    (
      "a blossom that falls out of one is reached", 11,
      "0-1:3 0-2:0 0-3:2 0-4:2 0-5:0 0-6:2 1-2:4 1-3:3 1-4:4 2-3:3 2-4:4 2-8:1 3-5:1 "
        + "3-7:1 4-10:0 5-6:4 5-8:2 6-8:4",
      [12]
    ),
  ])
  func `every turn that a search can take is right`(
    _ turn: String, _ count: Int, _ edges: String, _ standing: [Int]
  ) throws {
    let problem = try PeerProblem(count: count, edges)
    // Two numbers are of the most pairs, one is of the greatest total.
    let known = try problem.solve(standing.count == 2 ? .most : .total)
    #expect(problem.standing(known) == standing, "\(turn)")
    for objective in [Objective.total, .most] { try expectBest(problem, objective, turn) }
  }

  @Test(arguments: [3, 5, 7, 9, 101])
  func `of an odd circle one person stays alone`(_ count: Int) throws {
    let edges = (0..<count).map { PeerEdge($0, ($0 + 1) % count, weight: 7) }
    let problem = try PeerProblem(count: count, edges: edges)
    for objective in [Objective.total, .most] {
      let answer = try problem.solve(objective)
      #expect(answer.pairs.count == count / 2 && answer.total == 7 * (count / 2))
      #expect(answer.proof.blossoms.map(\.members.count) == [count])
      #expect(problem.flaw(of: answer) == nil)
    }
  }

  @Test func `nobody, one person, and people without edges are no error`() throws {
    for count in 0...3 {
      let problem = try PeerProblem(count: count, edges: [])
      for objective in [Objective.total, .most] {
        let answer = try problem.solve(objective)
        #expect(answer.pairs == [] && answer.total == 0 && answer.dualBound == 0)
        #expect(problem.flaw(of: answer) == nil)
      }
    }
  }

  @Test func `groups that no edge joins are each paired as if alone`() throws {
    var chance = Chance(62)
    for _ in 0..<200 {
      let parts = try (0..<3).map { _ in try PeerProblem.random(&chance, of: 1...8) }
      var (count, edges) = (0, [PeerEdge]())
      for part in parts {
        edges += part.edges.map {
          PeerEdge(count + $0.pair.first, count + $0.pair.second, weight: $0.weight)
        }
        count += part.count
      }
      let whole = try PeerProblem(count: count, edges: edges)
      for objective in [Objective.total, .most] {
        let answer = try whole.solve(objective)
        let best = parts.map { PeerOracle.best($0, objective) }
        #expect(
          whole.standing(answer) == best[0].indices.map { at in best.reduce(0) { $0 + $1[at] } })
        #expect(whole.flaw(of: answer) == nil)
      }
    }
  }

  @Test func `more pairs come first only where that is asked for`() throws {
    let problem = try PeerProblem(count: 4, "0-1:1 1-2:5 2-3:1")
    let (best, most) = (try problem.solve(.total), try problem.solve(.most))
    #expect(best.pairs == [PeerPair(1, 2)] && best.total == 5 && best.dualBound == 5)
    #expect(most.pairs == [PeerPair(0, 1), PeerPair(2, 3)] && most.total == 2)
    #expect(most.dualBound == 2)
  }

  @discardableResult
  private func expectBest(
    _ problem: PeerProblem, _ objective: Objective, _ what: String
  ) throws -> PeerMatching {
    let answer = try problem.solve(objective)
    #expect(problem.standing(answer) == PeerOracle.best(problem, objective), "\(what)")
    #expect(problem.flaw(of: answer) == nil, "\(what)")
    #expect(answer.dualBound == answer.total, "\(what)")
    return answer
  }
}
