import Credentials

/// What is sealed: the ranking and the receipt's digest, in as many octets for everybody.
///
/// One octet for the form, 32 of the digest, and two for each candidate of the paper; what is not
/// ranked is zero. A box of another length would tell how many were ranked.
struct BallotContent: Equatable {
  /// Numbers of candidates, best first; empty where the voter abstains.
  let ranking: [Int]
  let receiptDigest: [UInt8]

  private static let form: UInt8 = 1
  private static let digestLength = 32

  init(ranking: [Int], receiptDigest: [UInt8]) {
    self.ranking = ranking
    self.receiptDigest = receiptDigest
  }

  /// The octets for a paper of so many candidates.
  func octets(candidates: Int) -> [UInt8] {
    let padding = Array(repeating: 0, count: max(0, candidates - ranking.count))
    let marks = (ranking + padding).flatMap { number in
      [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }
    return [Self.form] + receiptDigest + marks
  }

  /// Reads what ``octets(candidates:)`` wrote, and checks it again.
  /// - Returns: nil where no ballot of such a paper can say so.
  init?(octets: [UInt8], paper: BallotPaper) {
    let head = 1 + Self.digestLength
    guard octets.first == Self.form, octets.count == head + 2 * paper.candidates.count else {
      return nil
    }
    let numbers = stride(from: head, to: octets.count, by: 2).map { place in
      Int(octets[place]) << 8 | Int(octets[place + 1])
    }
    let ranking = Array(numbers.prefix { $0 > 0 })
    guard numbers.dropFirst(ranking.count).allSatisfy({ $0 == 0 }), paper.holds(ranking) else {
      return nil
    }
    self.init(ranking: ranking, receiptDigest: Array(octets[1..<head]))
  }
}
