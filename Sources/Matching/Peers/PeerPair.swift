/// Two peers, both by number from 0; who is named first does not matter.
public struct PeerPair: Hashable, Comparable, Sendable {
  /// The lower number.
  public let first: Int
  /// The higher number.
  public let second: Int

  /// A pair of two numbers, in either order.
  public init(_ one: Int, _ other: Int) {
    (first, second) = one < other ? (one, other) : (other, one)
  }

  /// In order of the lower number, then of the higher.
  public static func < (left: PeerPair, right: PeerPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
