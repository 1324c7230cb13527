/// Numbers that prove a pairing of peers optimal.
///
/// Everyone has a potential, and some odd groups have a price. No allowed pair scores more than
/// half the potentials of the two, and the prices of the groups that hold both. In a group of
/// 2k + 1 people there are at most k pairs. So no pairing scores more than half of all potentials
/// and k times the price of each group, and one that scores exactly that is optimal (Edmonds,
/// J. Res. Nat. Bur. Standards 69B, 1965). To check it takes no trust in how it was found.
public struct PeerProof: Sendable, Equatable {
  /// What every pair adds to its points: 0, or so much that one more pair outweighs all points.
  public let bonus: Int128
  /// Of each person, in half points, so that they are whole numbers; never negative.
  public let potentials: [Int128]
  /// The groups with a price, in order of their members.
  public let blossoms: [Blossom]

  /// A proof as someone claims it.
  public init(bonus: Int128, potentials: [Int128], blossoms: [Blossom]) {
    self.bonus = bonus
    self.potentials = potentials
    self.blossoms = blossoms
  }

  /// An odd group of people, one of whom must look outside of it or stay alone.
  public struct Blossom: Sendable, Equatable {
    /// Who is in it, in order.
    public let members: [Int]
    /// What each of its pairs may score beyond half the potentials, in points; never negative.
    public let price: Int128

    /// A group with its price.
    public init(members: [Int], price: Int128) {
      self.members = members
      self.price = price
    }
  }
}
