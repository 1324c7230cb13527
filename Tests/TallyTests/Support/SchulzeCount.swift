import Tally

/// What a reference file tells of Schulze's method.
struct SchulzeCount: Decodable, Equatable {
  struct Result: Decodable, Equatable {
    let winners: [Int]
    let ranking: [[Int]]
    let paths: [[Int]]?

    private enum CodingKeys: String, CodingKey {
      case winners, paths
      case ranking = "ranking_by_path_wins"
    }

    init(_ pairs: PairReport, paths: Bool) {
      winners = pairs.winners
      ranking = pairs.ranking
      self.paths = paths ? pairs.paths : nil
    }
  }

  let pairwise: [[Int]]
  let winning: Result
  let margins: Result

  private enum CodingKeys: String, CodingKey {
    case pairwise
    case winning = "schulze_winning"
    case margins = "schulze_margins"
  }
}

/// A tally sheet as Debian publishes it: `V: 2-13` gives a rank, or none, to each option.
enum DebianSheet {
  static func papers(_ bytes: [UInt8]) -> [Paper] {
    bytes.split(separator: 10).filter { $0.starts(with: Array("V: ".utf8)) }.map { line in
      let ranks = line.dropFirst(3).prefix { $0 != 32 && $0 != 9 }.map { Int($0) - 48 }
      return Paper(
        1,
        .ranks(
          (1...9).map { rank in ranks.indices.filter { ranks[$0] == rank }.map { $0 + 1 } }
            .filter { !$0.isEmpty }))
    }
  }
}
