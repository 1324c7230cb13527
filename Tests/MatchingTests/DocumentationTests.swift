import Foundation
import Matching
import Testing

/// The examples of the documentation, word for word; a test below compares them with the pages.
@Suite struct DocumentationTests {
  @Test func `the examples on points hold`() throws {
    let problem = try AssignmentProblem(
      menteeCount: 3, capacities: [1, 1],
      edges: [
        Edge(0, 0, weight: 90), Edge(0, 1, weight: 80), Edge(1, 0, weight: 85),
        Edge(2, 0, weight: 10),
      ])
    let best = try problem.solve(.total)
    #expect(best.mentorOf == [1, 0, nil])
    #expect(best.total == 165)

    let decided = try problem.locking([Pair(0, 0)]).banning([Pair(1, 0)])
    #expect(try decided.solve(.most).mentorOf == [0, nil, nil])
    let shared = try problem.requiring(atLeast: [0, 1])
    #expect(try shared.solve(.total).mentorOf == [1, 0, nil])

    #expect(problem.flaw(of: best) == nil)
    let forged = Assignment(
      objective: .total, mentorOf: [0, nil, nil], total: 90, dualBound: 90,
      certificate: best.certificate)
    #expect(problem.flaw(of: forged) == "the pairs score less than is possible")

    let named = try NamedAssignment(
      mentees: ["noor", "ada"], mentors: ["Dr. Hill": 1],
      pairs: [
        (mentee: "noor", mentor: "Dr. Hill", weight: 5),
        (mentee: "ada", mentor: "Dr. Hill", weight: 5),
      ])
    #expect(named.names(of: try named.problem.solve()) == ["ada": "Dr. Hill"])

    let after = try AssignmentProblem(
      menteeCount: 3, capacities: [1, 1],
      edges: [
        Edge(0, 0, weight: 90), Edge(0, 1, weight: 80), Edge(1, 0, weight: 60),
        Edge(2, 1, weight: 75),
      ])
    #expect(try after.solve(.total).mentorOf == [0, nil, 1])
    let again = try after.rematch(after: best, bonus: 20)
    #expect(again.mentorOf == [1, 0, nil])
    #expect(again.price == 25)

    let cheap = try after.rematch(after: best, losingAtMost: 10)
    #expect(cheap.mentorOf == [0, nil, 1])
    #expect(cheap.changed == 2 && cheap.isFewest)
    #expect(after.flaw(of: cheap, after: best) == nil)

    let explainer = try Explainer(problem, best)
    let told = try explainer.explain(2)
    #expect(told.reason == .outbid)
    #expect(told.alternatives.map(\.mentor) == [0])
    #expect(told.alternatives[0].loss == .init(people: 0, points: 75))
    #expect(told.alternatives[0].chain.map(\.mentee) == [2, 1])
  }

  @Test func `the examples on ranked lists hold`() throws {
    let match = try StableProblem(
      capacities: [1, 1], residents: [[[0], [1]], [[1], [0]]], programs: [[[1], [0]], [[0], [1]]])
    #expect(match.optimal(for: .residents).programOf == [0, 1])
    #expect(match.optimal(for: .programs).programOf == [1, 0])

    let tied = try StableProblem(
      capacities: [1, 1], residents: [[[0], [1]], [[0]]], programs: [[[0, 1]], [[0]]])
    #expect(tied.optimal(for: .residents).matched == 1)
    #expect(tied.large().matched == 2)
    #expect(tied.stronglyStable() == nil)

    #expect(tied.blockingPairs(of: tied.large()).isEmpty)
    #expect(tied.blockingPairs(of: StableMatching(programOf: [nil, 0])).count == 1)
  }

  @Test func `the examples on peers hold`() throws {
    let peers = try PeerProblem(
      count: 4,
      edges: [
        PeerEdge(0, 1, weight: 10), PeerEdge(1, 2, weight: 10), PeerEdge(0, 2, weight: 10),
        PeerEdge(2, 3, weight: 8),
      ])
    let paired = try peers.solve(.total)
    #expect(paired.pairs == [PeerPair(0, 1), PeerPair(2, 3)])
    #expect(paired.total == 18)

    let fixed = try PeerProblem(count: 4, edges: peers.edges, locks: [PeerPair(0, 2)])
    #expect(try fixed.solve(.most).pairs == [PeerPair(0, 2)])

    #expect(peers.flaw(of: paired) == nil)
    let worse = PeerMatching(
      objective: .total, pairs: [PeerPair(0, 2)], total: 10, dualBound: 10, proof: paired.proof)
    #expect(peers.flaw(of: worse) == "the pairs score less than is possible")
  }

  @Test(arguments: ["Assigning", "ChangingAndExplaining", "MatchingStably", "PairingPeers"])
  func `the pages show these examples`(_ page: String) throws {
    let file = URL(filePath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = "Sources/Matching/Matching.docc/\(page).md"
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let own = flattened(try String(contentsOf: file, encoding: .utf8))
    let examples = text.components(separatedBy: "```swift\n").dropFirst().map {
      flattened($0.components(separatedBy: "```")[0])
    }
    #expect(!examples.isEmpty && examples.filter { !own.contains($0) } == [])
  }

  /// Code without its layout.
  private func flattened(_ code: String) -> String {
    code.split { $0.isWhitespace }.joined(separator: " ")
  }
}
