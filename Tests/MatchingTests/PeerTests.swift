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

  /// Found by watching the solver: each of them makes it do what is said, among the first steps of
  /// small problems by chance.
  @Test(arguments: [
    ("a path is given up at its other end", 3, "0-1:4 0-2:3 1-2:4", 4),
    ("a blossom without a pair is reached", 4, "0-1:1 0-2:4 1-2:3 2-3:3", 4),
    (
      "an odd blossom gets into a greater one", 5,
      "0-1:86 0-2:52 0-3:21 0-4:11 1-2:74 1-3:58 1-4:76 3-4:37", 128
    ),
    (
      "an odd blossom without a price gets into a greater one", 5,
      "0-1:2 0-2:2 0-3:0 0-4:4 1-2:2 1-3:0 1-4:3 2-3:3 2-4:4 3-4:4", 7
    ),
    ("an odd blossom is opened at its base", 5, "0-1:55 0-2:62 0-4:100 1-4:61 2-4:74 3-4:85", 147),
    (
      "an odd blossom without a price is opened", 6,
      "0-1:3 0-2:5 0-3:5 1-2:8 2-3:5 2-5:9 3-4:5 3-5:1", 17
    ),
    (
      "an opened blossom stays on the path forward", 5,
      "0-1:40 0-3:76 1-2:14 1-3:87 1-4:45 2-3:88 3-4:65", 133
    ),
    (
      "an opened blossom stays on the path backward", 5,
      "0-1:10 0-2:6 0-3:6 0-4:7 1-2:9 1-3:10 1-4:10 2-3:7", 17
    ),
    (
      "a blossom in a blossom is opened", 7,
      "0-1:0 0-2:0 0-3:0 0-4:1 0-5:1 0-6:0 1-4:1 2-5:1 3-4:1 4-5:0 4-6:1 5-6:0", 2
    ),
    (
      "a blossom falls out of one that is opened", 7,
      "0-1:55 0-2:45 0-3:93 0-4:68 0-5:32 0-6:99 1-2:31 1-3:5 1-5:39 1-6:51 2-3:2 2-5:61 2-6:40 "
        + "3-4:37 3-5:52 4-5:8 4-6:27 5-6:66", 205
    ),
    (
      "a cycle of seven is closed", 7,
      "0-4:4 0-5:3 1-4:2 1-5:2 1-6:4 2-3:3 2-6:4 3-4:3 4-6:2", 11
    ),
    (
      "a cycle of five is opened", 8,
      "0-1:7 0-2:7 0-3:8 0-5:7 0-7:10 1-2:9 1-7:8 2-3:8 2-4:9 2-5:10 2-6:6 3-4:2 3-5:4 4-5:7 "
        + "5-7:6 6-7:1", 29
    ),
  ])
  func `every turn that a search can take is right`(
    _ turn: String, _ count: Int, _ edges: String, _ total: Int
  ) throws {
    let problem = try PeerProblem(count: count, edges)
    #expect(try problem.solve(.total).total == total, "\(turn)")
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
