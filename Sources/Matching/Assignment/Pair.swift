/// A mentee with a mentor, both by number from 0.
public struct Pair: Hashable, Comparable, Sendable {
  /// The number of the mentee.
  public let mentee: Int
  /// The number of the mentor.
  public let mentor: Int

  /// A pair of two numbers.
  public init(_ mentee: Int, _ mentor: Int) {
    self.mentee = mentee
    self.mentor = mentor
  }

  /// In order of mentee, then of mentor.
  public static func < (left: Pair, right: Pair) -> Bool {
    (left.mentee, left.mentor) < (right.mentee, right.mentor)
  }
}
