/// How ties are settled that the rule itself leaves open.
///
/// One order of all candidates is fixed before the count. Whenever a lot is needed, the tied
/// candidate who comes first in it is drawn: to be excluded, or to have the surplus transferred
/// first, or to be elected, as the rule asks.
public enum Lot: Sendable, Hashable {
  /// The order of the ballot paper. Repeatable, but not fair: use it to compare with others.
  case ballotOrder
  /// An order that was drawn by hand in the presence of witnesses: every number once.
  case drawn([Int])
  /// An order that follows from a seed which nobody could choose alone, published beforehand.
  ///
  /// Candidates are ordered by the SHA-256 of the seed, the title of the election and their number,
  /// each ended by a line feed: `printf 'SEED\nTITLE\n3\n' | sha256sum`.
  case seed(String)
}

/// The order of candidates that settles ties, as it was fixed before the count.
public struct LotOrder: Sendable, Hashable {
  /// Where the order comes from.
  public let lot: Lot
  /// All candidates by number, the one to be drawn first in front.
  public let order: [Int]
  /// Of each candidate the place in the order.
  let rank: [Int]

  /// The order for this election.
  ///
  /// - Throws: ``ElectionProblem/unfit(_:)`` where a drawn order does not name everyone once.
  public init(_ lot: Lot, for election: Election) throws(ElectionProblem) {
    let numbers = Array(1...election.candidates.count)
    switch lot {
    case .ballotOrder: order = numbers
    case .drawn(let drawn):
      guard drawn.sorted() == numbers else {
        throw .unfit("the drawn order must name each candidate from 1 to \(numbers.count) once.")
      }
      order = drawn
    case .seed(let seed):
      let digests = numbers.map { number in
        (SHA256.hex(Array("\(seed)\n\(election.title)\n\(number)\n".utf8)), number)
      }
      order = digests.sorted { $0 < $1 }.map(\.1)
    }
    self.lot = lot
    rank = order.enumerated().reduce(into: Array(repeating: 0, count: order.count)) {
      $0[$1.element - 1] = $1.offset
    }
  }

  /// The candidate, by place, who is drawn of these.
  func draw(_ tied: [Int]) -> Int {
    tied.min { rank[$0] < rank[$1] } ?? -1
  }
}
