extension Election {
  /// The election as a .blt file. Reading it gives the same election.
  public var blt: String {
    var text = "\(candidates.count) \(seats)\n"
    let withdrawn = candidates.indices.filter { candidates[$0].isWithdrawn }
    if !withdrawn.isEmpty {
      text += withdrawn.map { "-\($0 + 1)" }.joined(separator: " ") + "\n"
    }
    for paper in papers.papers { text += "\(paper.count) \(Self.blt(paper.marks))0\n" }
    text += "0\n"
    for candidate in candidates { text += "\"\(Self.line(candidate.name))\"\n" }
    return text + "\"\(Self.line(title))\"\n"
  }

  private static func blt(_ marks: Paper.Marks) -> String {
    switch marks {
    case .ranks(let ranks):
      ranks.map { $0.isEmpty ? "- " : $0.map(String.init).joined(separator: "=") + " " }.joined()
    case .scores(let scores):
      scores.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value) " }.joined()
    }
  }

  /// A name without line ends, which neither form could hold.
  private static func line(_ name: String) -> String {
    String(name.map { $0.isNewline ? " " : $0 })
  }

  /// The election as a PrefLib file of ranks: `toi`, or `soi` where no ranks are shared.
  ///
  /// Seats, withdrawn candidates and skipped ranks have no place in that form and are left out.
  ///
  /// - Throws: ``ElectionProblem/unfit(_:)`` where papers have scores.
  public func preflib() throws(ElectionProblem) -> String {
    guard papers.kind == .ranks else {
      throw .unfit("PrefLib's files of ranks cannot hold scores.")
    }
    let named = papers.papers.filter { $0.marks != .ranks([]) }
    var text = "# TITLE: \(Self.line(title))\n"
    text += "# DATA TYPE: \(papers.hasEqualRanks ? "toi" : "soi")\n"
    text += "# NUMBER ALTERNATIVES: \(candidates.count)\n"
    text += "# NUMBER VOTERS: \(named.reduce(0) { $0 + $1.count })\n"
    text += "# NUMBER UNIQUE ORDERS: \(named.count)\n"
    for (place, candidate) in candidates.enumerated() {
      text += "# ALTERNATIVE NAME \(place + 1): \(Self.line(candidate.name))\n"
    }
    for paper in named { text += "\(paper.count): \(Self.preflib(paper.marks))\n" }
    return text
  }

  private static func preflib(_ marks: Paper.Marks) -> String {
    guard case .ranks(let ranks) = marks else { return "" }
    return ranks.filter { !$0.isEmpty }.map { rank in
      let numbers = rank.map(String.init).joined(separator: ",")
      return rank.count == 1 ? numbers : "{\(numbers)}"
    }.joined(separator: ",")
  }
}
