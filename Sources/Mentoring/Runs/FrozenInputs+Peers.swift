import Matching

extension FrozenInputs {
  /// The problem of peers: an edge for each two who may be a pair, with the points of both ways.
  /// - Parameters:
  ///   - relaxed: bars that are taken away to see what would be.
  ///   - more: pairs that are made beside those that the office decided.
  func peerProblem(
    relaxing relaxed: Set<Bar> = [], locking more: [PeerPair] = []
  ) throws(InvalidInput) -> PeerProblem {
    let closed = closed(relaxing: relaxed)
    let points = PairPoints(weights, mentors)
    let offered = mentees.map(points.all)
    var edges: [PeerEdge] = []
    for one in mentees.indices {
      for other in (one + 1)..<max(one + 1, mentees.count)
      where !closed[one].contains(other) && !closed[other].contains(one) {
        edges.append(PeerEdge(one, other, weight: offered[one][other] + offered[other][one]))
      }
    }
    return try PeerProblem(
      count: mentees.count, edges: edges,
      locks: locks.map { PeerPair($0[0], $0[1]) } + more)
  }
}

extension MatchingAnswers {
  /// What is known of a peer's pair, and of others that were possible.
  package struct PeerAnswer: Sendable, Equatable {
    package let person: Int
    /// The peer; nil for nobody.
    package let peer: Int?
    /// Whether the office set the pair by hand.
    package let isLocked: Bool
    /// Others with whom a pair is allowed, the best first.
    package let others: [Other]

    /// Somebody else, and what the pair would cost all together.
    package struct Other: Sendable, Equatable {
      package let person: Int
      package let points: Int
      /// How many fewer people would be in a pair, and how many points fewer there would be.
      package let loss: (people: Int, points: Int)

      package static func == (left: Other, right: Other) -> Bool {
        left.person == right.person && left.points == right.points && left.loss == right.loss
      }
    }
  }

  /// How many other pairs are worked out: each is a matching of its own.
  static let mostPeers = 5

  /// Why someone has the peer that they have: the other pairs are made, and what is left is matched
  /// again.
  func peer(
    of person: Int, _ problem: PeerProblem, _ matching: PeerMatching
  ) throws -> PeerAnswer {
    let pair = matching.pairs.first { $0.first == person || $0.second == person }
    let peer = pair.map { $0.first == person ? $0.second : $0.first }
    let isLocked = pair.map(problem.locks.contains) ?? false
    return PeerAnswer(
      person: person, peer: peer, isLocked: isLocked,
      others: isLocked ? [] : try others(person, than: peer, problem, matching))
  }

  private func others(
    _ person: Int, than peer: Int?, _ problem: PeerProblem, _ matching: PeerMatching
  ) throws -> [PeerAnswer.Other] {
    let locked = Set(problem.locks.flatMap { [$0.first, $0.second] })
    let possible = solved.inputs.mentees.indices.compactMap { other -> (Int, Int)? in
      guard other != person, other != peer, !locked.contains(other) else { return nil }
      return problem.weight(of: PeerPair(person, other)).map { (other, $0) }
    }
    return try possible.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.mostPeers).map {
      other, points in
      let instead = try solved.inputs.peerProblem(locking: [PeerPair(person, other)])
        .solve(matching.objective)
      return PeerAnswer.Other(
        person: other, points: points,
        loss: (
          2 * (matching.pairs.count - instead.pairs.count), matching.total - instead.total
        ))
    }
  }
}
