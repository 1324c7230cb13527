/// All papers of an election: each distinct one once with how many there are, in a fixed order.
///
/// The order follows from the papers alone, not from the order in which they came, so whatever is
/// computed from here is the same for a shuffled pile. Papers with the same beginning lie together,
/// which the tree that counts work on builds on.
public struct Papers: Sendable, Equatable {
  /// What the papers bear; one election has one kind.
  public enum Kind: Sendable {
    /// Candidates in order, best first.
    case ranks
    /// Candidates with scores.
    case scores
  }

  /// What all of these papers bear.
  public let kind: Kind
  /// How many papers there are, blank ones included.
  public let total: Int
  /// Whether some paper ranks candidates equally.
  public let hasEqualRanks: Bool
  /// Whether some paper skips a rank.
  public let hasSkippedRanks: Bool

  /// The marks of all distinct papers, one after another; see `Mark`.
  let marks: [UInt16]
  /// Where each distinct paper begins in `marks`, and at last where the last one ends.
  let starts: [Int]
  /// How many papers are before each distinct one, and at last how many there are.
  let before: [Int]

  /// How many distinct papers there are.
  public var distinct: Int { starts.count - 1 }

  /// How many equal papers the distinct one at this place stands for.
  func count(_ place: Int) -> Int { before[place + 1] - before[place] }

  /// The marks of the distinct paper at this place.
  func marks(_ place: Int) -> ArraySlice<UInt16> { marks[starts[place]..<starts[place + 1]] }
}

/// How a candidate on a paper is kept in 16 bits.
///
/// A rank is its candidates in ascending order, all but the last of them with `equal`. On papers
/// with scores every candidate is followed by the score.
enum Mark {
  /// The bit of a candidate who shares the rank with the next one.
  static let equal: UInt16 = 0x8000
  /// A rank that was left out.
  static let skipped: UInt16 = 0x7fff

  /// The candidate's place from 0, without the bit.
  static func candidate(_ mark: UInt16) -> Int { Int(mark & ~equal) }
}
