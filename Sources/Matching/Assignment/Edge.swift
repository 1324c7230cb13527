/// A pair that may be made, and how good it would be.
public struct Edge: Hashable, Sendable {
  /// The number of the mentee.
  public let mentee: Int
  /// The number of the mentor.
  public let mentor: Int
  /// Points in whatever unit the criteria have; whole numbers only, so that sums are exact.
  public let weight: Int

  /// An allowed pair with its points.
  public init(_ mentee: Int, _ mentor: Int, weight: Int) {
    self.mentee = mentee
    self.mentor = mentor
    self.weight = weight
  }

  /// The pair without its points.
  public var pair: Pair { Pair(mentee, mentor) }
}
