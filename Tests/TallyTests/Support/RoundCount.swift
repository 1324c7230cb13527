/// What a reference file tells of a count in rounds; our own report decodes into the same.
struct RoundCount: Decodable, Equatable {
  struct Round: Decodable, Equatable {
    let iterations: Int?
    let end: String?
    let quota: String?
    let surplus: String?
    let votes: [String: Votes]
    let keep: [String: String]?
    let exhausted: Int?
    let elected: [Int]?
    let excluded: Int?
  }

  struct Tie: Decodable, Equatable {
    let kind: String
    let tied: [Int]
    let chosen: Int
  }

  /// Votes as a string or a number.
  struct Votes: Decodable, Equatable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text = try (try? container.decode(String.self)) ?? String(container.decode(Int.self))
    }
  }

  let valid: Int?
  let elected: [Int]
  let electedRemaining: [Int]?
  let ties: [Tie]
  let rounds: [Round]

  private enum CodingKeys: String, CodingKey {
    case valid, elected, ties, rounds, stages
    case electedRemaining = "elected_remaining"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    valid = try container.decodeIfPresent(Int.self, forKey: .valid)
    elected = try container.decode([Int].self, forKey: .elected)
    electedRemaining = try container.decodeIfPresent([Int].self, forKey: .electedRemaining)
    ties = try container.decode([Tie].self, forKey: .ties)
    rounds = try container.decode(
      [Round].self, forKey: container.contains(.rounds) ? .rounds : .stages)
  }

  /// Without what a plain count does not tell in the reference files.
  var plain: RoundCount {
    RoundCount(self) { round in
      Round(
        iterations: nil, end: nil, quota: nil, surplus: nil, votes: round.votes, keep: nil,
        exhausted: round.exhausted, elected: nil, excluded: round.excluded)
    }
  }

  private init(_ count: RoundCount, _ change: (Round) -> Round) {
    valid = nil
    electedRemaining = nil
    elected = count.elected
    ties = count.ties
    rounds = count.rounds.map(change)
  }
}
