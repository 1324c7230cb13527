import Foundation
import Tally

/// What a reference file tells of a Scottish count; our own report decodes into the same.
struct TransferCount: Decodable, Equatable {
  struct Stage: Decodable, Equatable {
    let stage: Int
    let action: String
    let candidate: Int?
    let votes: [String]
    let nonTransferable: String
    let elected: [Int]
    let electedRule52: [Int]?

    enum CodingKeys: String, CodingKey {
      case stage, action, candidate, votes, elected
      case nonTransferable = "non_transferable"
      case electedRule52 = "elected_rule_52"
    }
  }

  struct Tie: Decodable, Equatable {
    let kind: String
    let tied: [Int]
    let chosen: Int
    let by: String
  }

  let valid: Int
  let quota: Int
  let elected: [Int]
  let excluded: [Int]
  let ties: [Tie]
  let stages: [Stage]
}

extension Report {
  /// The report as its JSON tells it to a reader.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}
