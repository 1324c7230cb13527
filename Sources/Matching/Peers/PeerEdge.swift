/// Two peers who may be paired, and how good that would be.
public struct PeerEdge: Hashable, Sendable {
  /// Who would be paired.
  public let pair: PeerPair
  /// Points in whatever unit the criteria have; whole numbers from 0, so that sums are exact.
  public let weight: Int

  /// An allowed pair with its points; who is named first does not matter.
  public init(_ one: Int, _ other: Int, weight: Int) {
    pair = PeerPair(one, other)
    self.weight = weight
  }
}
