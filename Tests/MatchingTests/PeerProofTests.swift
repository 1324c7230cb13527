import Matching
import Testing

@Suite struct PeerProofTests {
  /// A circle of three with someone at one of its corners.
  private static let edges = "0-1:10 1-2:10 0-2:10 2-3:8"

  @Test func `a forged answer is found out`() throws {
    let problem = try PeerProblem(count: 4, Self.edges)
    let best = try problem.solve(.total)
    #expect(best.pairs == [PeerPair(0, 1), PeerPair(2, 3)] && best.total == 18)
    func flaw(_ pairs: [PeerPair], _ total: Int, bound: Int) -> String? {
      problem.flaw(
        of: PeerMatching(
          objective: .total, pairs: pairs, total: total, dualBound: bound, proof: best.proof))
    }
    #expect(flaw(best.pairs, 18, bound: 18) == nil)
    #expect(flaw(best.pairs, 19, bound: 18) == "the total is wrong")
    #expect(flaw(best.pairs, 18, bound: 19) == "the bound is wrong")
    #expect(flaw([PeerPair(0, 2)], 10, bound: 10) == "the pairs score less than is possible")
    #expect(flaw([PeerPair(0, 3)], 0, bound: 0) == "0 and 3 are not an allowed pair")
    #expect(flaw([PeerPair(0, 9)], 0, bound: 0) == "0 and 9 are not an allowed pair")
    #expect(
      flaw([PeerPair(0, 1), PeerPair(1, 2)], 20, bound: 20) == "person 1 is in two pairs")
    #expect(
      flaw([PeerPair(0, 1), PeerPair(0, 1)], 20, bound: 20) == "person 0 is in two pairs")
  }

  @Test func `a broken lock is found out`() throws {
    let edges = try PeerProblem(count: 4, Self.edges).edges
    let free = try PeerProblem(count: 4, edges: edges)
    let locked = try PeerProblem(count: 4, edges: edges, locks: [PeerPair(2, 0)])
    #expect(try locked.solve(.most).pairs == [PeerPair(0, 2)])
    #expect(locked.flaw(of: try free.solve(.total)) == "the lock of 0 and 2 is broken")
  }

  @Test func `a proof of one objective is none of another`() throws {
    let problem = try PeerProblem(count: 4, Self.edges)
    let most = try problem.solve(.most)
    for objective in [Objective.total, .fair] {
      let claimed = PeerMatching(
        objective: objective, pairs: most.pairs, total: most.total, dualBound: most.total,
        proof: most.proof)
      #expect(problem.flaw(of: claimed) == "the proof is of another objective")
    }
  }

  @Test func `a spoiled proof is found out`() throws {
    let problem = try PeerProblem(count: 3, "0-1:10 1-2:10 0-2:10")
    let best = try problem.solve(.total)
    #expect(best.proof.potentials == [0, 0, 0])
    #expect(best.proof.blossoms == [.init(members: [0, 1, 2], price: 10)])
    func flaw(_ potentials: [Int128], _ blossoms: [PeerProof.Blossom]) -> String? {
      problem.flaw(
        of: PeerMatching(
          objective: .total, pairs: best.pairs, total: best.total, dualBound: best.total,
          proof: PeerProof(bonus: 0, potentials: potentials, blossoms: blossoms)))
    }
    let group = PeerProof.Blossom(members: [0, 1, 2], price: 10)
    #expect(flaw([0, 0, 0], [group]) == nil)
    #expect(flaw([0, 0, 0], []) == "0 and 1 score more than the proof allows")
    #expect(
      flaw([0, 0, 0], [.init(members: [0, 1, 2], price: 9)])
        == "0 and 1 score more than the proof allows")
    #expect(flaw([10, 10, 10], []) == "the pairs score less than is possible")
    #expect(flaw([2, 0, 0], [group]) == "the pairs score less than is possible")
    #expect(flaw([1, 0, 0], [group]) == "the pairs score less than is possible")
    #expect(flaw([0, 0], [group]) == "the proof is of other people")
    #expect(
      flaw([0, 0, 0], [.init(members: [0, 1, 3], price: 1)]) == "the proof is of other people")
    #expect(flaw([20, 0, 0], [.init(members: [1, 2], price: 10)]) == "a group is not odd")
    #expect(flaw([20, 0, 0], [.init(members: [1, 2, 2], price: 10)]) == "a group is not odd")
    #expect(flaw([20, 20, -20], []) == "a potential is negative or too great")
    #expect(flaw([.max, .max, .max], []) == "a potential is negative or too great")
    #expect(flaw([.min, 0, 0], []) == "a potential is negative or too great")
    #expect(
      flaw([0, 0, 0], [.init(members: [0, 1, 2], price: 11)])
        == "a price is negative or too great")
    #expect(
      flaw([0, 0, 0], [group, .init(members: [0], price: -10)])
        == "a price is negative or too great")
  }

  @Test func `no number of a proof can be lowered`() throws {
    var chance = Chance(63)
    var spoiled = 0
    for _ in 0..<300 {
      let problem = try PeerProblem.random(&chance, of: 3...9)
      let best = try problem.solve(chance.number(0...1) == 0 ? .total : .most)
      for person in 0..<problem.count where best.proof.potentials[person] > 0 {
        var potentials = best.proof.potentials
        potentials[person] -= 1
        let proof = PeerProof(
          bonus: best.proof.bonus, potentials: potentials, blossoms: best.proof.blossoms)
        let claimed = PeerMatching(
          objective: best.objective, pairs: best.pairs, total: best.total, dualBound: best.total,
          proof: proof)
        #expect(problem.flaw(of: claimed) != nil)
        spoiled += 1
      }
    }
    #expect(spoiled > 500)
  }
}
