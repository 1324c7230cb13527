import Tally

/// One of the small elections with what reference programs make of it.
struct SmallCase: Decodable {
  /// A weight, and candidates best first.
  struct Ballot: Decodable {
    let weight: Int
    let ranking: [Int]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      weight = try container.decode(Int.self)
      ranking = try container.decode([Int].self)
    }
  }

  let id: String
  let candidates: Int
  let seats: Int
  let ballots: [Ballot]
  let scottish: TransferCount
  let meek: RoundCount
  let irv: RoundCount
  let pairwise: [[Int]]
  let schulzeWinning: [Int]
  let schulzeMargins: [Int]

  private enum CodingKeys: String, CodingKey {
    case id, candidates, seats, ballots, scottish, irv, pairwise
    case meek = "meek_prf"
    case schulzeWinning = "schulze_winning"
    case schulzeMargins = "schulze_margins"
  }

  /// The election, as its papers were made.
  var election: Election {
    get throws {
      try Election(
        seats: seats, candidates: (1...candidates).map { Candidate("C\($0)") },
        papers: ballots.map { Paper($0.weight, ranking: $0.ranking) })
    }
  }
}
