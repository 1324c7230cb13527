extension Stage {
  /// The stage in the form of its method.
  ///
  /// Rounds of Meek's method, stages of transfers, and plain counts each have the members that
  /// published counts under such rules have.
  var json: JSON {
    if let round { return .object(members(of: round)) }
    return .object(nonTransferable.places == 0 ? countMembers : transferMembers)
  }

  /// A stage of transfers; every candidate has votes, zero for who is out.
  private var transferMembers: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("stage", .number(number)), ("action", .string(actionName)), ("candidate", actionCandidate),
      ("votes", .array(votes.map { $0.map(JSON.decimal) ?? .null })),
      ("non_transferable", .decimal(nonTransferable)), ("lost", .decimal(lost)),
      ("transfers", .array(transfers.map(\.json))), ("elected", .numbers(elected)),
    ]
    if !electedWithoutQuota.isEmpty {
      members.append(("elected_rule_52", .numbers(electedWithoutQuota)))
    }
    if isDoomed { members.append(("doomed", .bool(true))) }
    return members
  }

  /// A plain count; whole votes, and papers that show no further candidate.
  private var countMembers: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("stage", .number(number)), ("action", .string(actionName)), ("candidate", actionCandidate),
      ("votes", Self.byCandidate(votes)),
      ("exhausted", Int(exactly: nonTransferable.units).map(JSON.number) ?? .null),
      ("elected", .numbers(elected)),
    ]
    if let excluded { members.append(("excluded", .number(excluded))) }
    if isDoomed { members.append(("doomed", .bool(true))) }
    return members
  }

  /// A round of Meek's method.
  private func members(of round: MeekRound) -> [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("round", .number(number)), ("iterations", .number(round.iterations)),
      ("end", .string(round.end.rawValue)), ("quota", .decimal(round.quota)),
      ("surplus", .decimal(round.surplus)), ("votes", Self.byCandidate(votes)),
      ("keep", Self.byCandidate(round.keepFactors)),
      ("non_transferable", .decimal(nonTransferable)), ("elected", .numbers(elected)),
    ]
    if let excluded { members.append(("excluded", .number(excluded))) }
    return members
  }

  private static func byCandidate(_ amounts: [Amount?]) -> JSON {
    .object(
      amounts.enumerated().compactMap { place, amount in
        amount.map { (String(place + 1), .decimal($0)) }
      })
  }

  private var actionName: String {
    switch action {
    case .firstPreferences: "first preferences"
    case .surplus: "surplus"
    case .exclusion: "exclusion"
    case .marks: "marks"
    case .overDefault: "over default"
    case .distribution: "distribution"
    }
  }

  private var actionCandidate: JSON {
    switch action {
    case .surplus(let number), .exclusion(let number): .number(number)
    case .overDefault(let number): .number(number)
    case .firstPreferences, .marks, .distribution: .null
    }
  }
}

extension Transfer {
  /// The transfer as the report writes it; `to` is null where papers show no further candidate.
  var json: JSON {
    .object([
      ("to", to.map(JSON.number) ?? .null), ("papers", .number(papers)),
      ("former_value", .decimal(formerValue)), ("value", .decimal(value)),
      ("votes", .decimal(votes)),
    ])
  }
}
