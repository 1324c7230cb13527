extension Report {
  /// The report as JSON, in the form that the schema in the catalog's article "The report as JSON"
  /// describes. Votes are decimal strings; candidates are numbers from 1.
  public var json: String {
    var members: [(String, JSON)] = [
      ("method", .string(method)), ("rule", .string(rule)), ("title", .string(title)),
      ("seats", .number(seats)),
      ("candidates", .array(candidates.enumerated().map(Self.candidate))),
      ("papers", .number(papers)), ("valid", .number(valid)), ("quota", quotaJSON),
      ("elected", .numbers(elected)), ("elected_remaining", .numbers(electedRemaining)),
      ("excluded", .numbers(excluded)), ("ties", .array(ties.map(\.json))),
      ("lot", lots.json), ("stages", .array(stages.map(\.json))),
    ]
    if let pairs { members += pairs.members }
    return JSON.object(members).text
  }

  /// A whole quota as a number, any other as a decimal string.
  private var quotaJSON: JSON {
    guard let quota else { return .null }
    guard quota.places == 0, let whole = Int(exactly: quota.units) else { return .decimal(quota) }
    return .number(whole)
  }

  private static func candidate(_ place: Int, _ candidate: Candidate) -> JSON {
    .object([
      ("number", .number(place + 1)), ("name", .string(candidate.name)),
      ("withdrawn", .bool(candidate.isWithdrawn)),
    ])
  }
}

extension Tie {
  /// The tie as the report writes it.
  var json: JSON {
    var members: [(String, JSON)] = [
      ("stage", .number(stage)), ("kind", .string(kind.rawValue)), ("tied", .numbers(tied)),
      ("chosen", .number(chosen)),
    ]
    switch settledBy {
    case .lot: members.append(("by", .string("lot")))
    case .earlierStage(let number):
      members += [("by", .string("earlier stage")), ("earlier_stage", .number(number))]
    }
    return .object(members)
  }
}

extension LotOrder {
  /// Where lots come from, and the order that they follow.
  var json: JSON {
    let (source, seed): (String, JSON) =
      switch lot {
      case .ballotOrder: ("ballot order", .null)
      case .drawn: ("drawn", .null)
      case .seed(let seed): ("seed", .string(seed))
      }
    return .object([("source", .string(source)), ("seed", seed), ("order", .numbers(order))])
  }
}
