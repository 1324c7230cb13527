/// Which peers are paired, with the numbers that prove that nothing better exists.
public struct PeerMatching: Sendable, Equatable {
  /// What was asked for.
  public let objective: Objective
  /// The pairs, in order, with those that were decided beforehand.
  public let pairs: [PeerPair]
  /// The points of all pairs together.
  public let total: Int
  /// What no pairing of the same standing can exceed, by the proof: the total itself.
  ///
  /// For ``Objective/most`` it bounds pairings of as many people.
  public let dualBound: Int
  /// The proof.
  public let proof: PeerProof

  /// An answer as someone claims it; ``PeerProblem/flaw(of:)`` judges it.
  public init(
    objective: Objective, pairs: [PeerPair], total: Int, dualBound: Int, proof: PeerProof
  ) {
    self.objective = objective
    self.pairs = pairs
    self.total = total
    self.dualBound = dualBound
    self.proof = proof
  }
}
