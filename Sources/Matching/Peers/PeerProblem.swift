/// Who may be paired with whom among peers, and how good each pair would be.
///
/// Everyone is in at most one pair, and anyone may be paired with anyone: there are no two sides.
/// People are numbered from 0. The order in which edges are given, and who is named first in one,
/// never matters.
public struct PeerProblem: Sendable, Equatable {
  /// How many people there are, with or without edges.
  public let count: Int
  /// The pairs that were decided beforehand, in order.
  public let locks: [PeerPair]
  /// The edges of everyone, each edge in both of its rows.
  let rows: EdgeRows

  /// A problem with an edge for each pair that may be made.
  ///
  /// - Parameters:
  ///   - count: How many people there are.
  ///   - edges: The pairs that may be made; none twice.
  ///   - locks: The pairs that are decided; each must be an edge, and nobody in two of them.
  public init(
    count: Int, edges: some Sequence<PeerEdge>, locks: some Sequence<PeerPair> = []
  ) throws(InvalidInput) {
    try Limits.check(count, "people", upTo: Limits.people)
    var list = EdgeList()
    for edge in edges {
      try Self.check(edge, count)
      list.append(edge.pair.first, edge.pair.second, edge.weight)
      list.append(edge.pair.second, edge.pair.first, edge.weight)
    }
    try Limits.check(list.mentees.count / 2, "pairs", upTo: Limits.pairs)
    self.count = count
    self.locks = Set(locks).sorted()
    rows = EdgeRows(list, mentees: count, mentors: count)
    if let pair = rows.duplicate {
      throw InvalidInput("the pair \(pair.mentee), \(pair.mentor) stands twice")
    }
    try checkLocks()
  }

  /// Refuses an edge to nobody or to oneself, or with a weight that cannot be.
  private static func check(_ edge: PeerEdge, _ count: Int) throws(InvalidInput) {
    for person in [edge.pair.first, edge.pair.second] where person < 0 || person >= count {
      throw InvalidInput("there is no person \(person)")
    }
    guard edge.pair.first != edge.pair.second else {
      throw InvalidInput("person \(edge.pair.first) cannot be paired with themselves")
    }
    guard edge.weight >= 0 else {
      throw InvalidInput(
        "the weight \(edge.weight) of \(edge.pair.first), \(edge.pair.second) is below 0")
    }
    guard edge.weight <= Limits.weight else {
      throw InvalidInput("the weight \(edge.weight) is beyond \(Limits.weight)")
    }
  }

  /// Refuses locks that are no edges, or that share someone.
  private func checkLocks() throws(InvalidInput) {
    var isLocked = Set<Int>()
    for pair in locks {
      guard weight(of: pair) != nil else {
        throw InvalidInput("the locked pair \(pair.first), \(pair.second) is not an allowed pair")
      }
      for person in [pair.first, pair.second] where !isLocked.insert(person).inserted {
        throw InvalidInput("person \(person) is locked to two people")
      }
    }
  }

  /// The points of a pair; nil where it may not be made.
  public func weight(of pair: PeerPair) -> Int? {
    rows.weight(of: Pair(pair.first, pair.second))
  }

  /// All allowed pairs, in order.
  public var edges: [PeerEdge] {
    (0..<count).flatMap { person in
      rows[person].filter { rows.mentors[$0] > person }.map {
        PeerEdge(person, Int(rows.mentors[$0]), weight: Int(rows.weights[$0]))
      }
    }
  }
}
