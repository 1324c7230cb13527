extension ReportWords {
  /// A stage: what was done, how things stand, what follows.
  mutating func tell(_ stage: Stage) {
    say("")
    say("Stage \(stage.number): \(title(stage)).")
    for transfer in stage.transfers { say("  " + sentence(transfer)) }
    standings(stage)
    if let round = stage.round { tell(round) }
    for number in stage.elected { say("  \(label(number)) \(reason(stage, number)).") }
    for number in stage.electedWithoutQuota {
      say("  \(label(number)) is elected: as many seats are left as candidates.")
    }
    for tie in report.ties where tie.stage == stage.number { say("  " + sentence(tie)) }
    if let excluded = stage.excluded {
      say("  \(label(excluded)) is excluded\(stage.isDoomed ? " by the constraints" : "").")
    }
  }

  private func title(_ stage: Stage) -> String {
    switch stage.action {
    case .firstPreferences: "first preferences"
    case .surplus(let number): "the surplus of \(label(number)) is transferred"
    case .exclusion(let number) where stage.isDoomed && stage.excluded == nil:
      "\(label(number)) is excluded by the constraints"
    case .exclusion(let number): "\(label(number)) is excluded"
    case .marks: "all marks are counted"
    case .overDefault(let number): "papers that prefer an option to \(label(number))"
    case .distribution: "all papers are distributed"
    }
  }

  private func sentence(_ transfer: Transfer) -> String {
    let papers = Self.plural(transfer.papers, "paper")
    let target = transfer.to.map(label) ?? "nobody further"
    let value =
      transfer.value == transfer.formerValue
      ? "at \(transfer.value)" : "now at \(transfer.value), before at \(transfer.formerValue)"
    return "\(papers) \(value) to \(target): \(transfer.votes)."
  }

  private mutating func standings(_ stage: Stage) {
    for (place, votes) in stage.votes.enumerated() {
      guard let votes, !report.candidates[place].isWithdrawn else { continue }
      row(label(place + 1), votes.description)
    }
    if stage.nonTransferable.units > 0 {
      row("Non-transferable", stage.nonTransferable.description)
    }
    if stage.lost.units > 0 { row("Lost by rounding", stage.lost.description) }
  }

  private mutating func tell(_ round: MeekRound) {
    row("Quota", round.quota.description)
    for (place, keep) in round.keepFactors.enumerated() {
      guard let keep, report.elected.contains(place + 1), keep != Meek.whole else { continue }
      say("  \(label(place + 1)) keeps \(keep) of each paper.")
    }
    let times = Self.plural(round.iterations, "distribution")
    say("  \(times), until \(Self.words(round.end)). Surplus: \(round.surplus).")
  }

  private static func words(_ end: MeekRound.End) -> String {
    switch end {
    case .elected: "someone reached the quota"
    case .omega: "the surplus was small enough"
    case .stable: "the surplus fell no further"
    case .doomed: "the constraints left someone no way to be elected"
    }
  }

  private func reason(_ stage: Stage, _ number: Int) -> String {
    report.quota == nil ? "is elected" : "has the quota and is elected"
  }

  private func sentence(_ tie: Tie) -> String {
    let purpose =
      switch tie.kind {
      case .surplus: "whose surplus goes first"
      case .exclusion: "who is excluded"
      case .election: "who is elected"
      }
    let how =
      switch tie.settledBy {
      case .earlierStage(let number): "by the votes at stage \(number)"
      case .lot: "by lot"
      }
    return "Tie over \(purpose) between \(labels(tie.tied)): \(how) it is \(label(tie.chosen))."
  }
}

extension ReportWords {
  /// How candidates compare in pairs.
  mutating func tell(_ pairs: PairReport) {
    say("")
    say("Papers that prefer the candidate of the row to that of the column:")
    table(pairs.preferences)
    say("Strongest paths:")
    table(pairs.paths)
    let groups = pairs.ranking.map { $0.map(String.init).joined(separator: " = ") }
    say("Ranking by paths: \(groups.joined(separator: ", ")).")
    say("Beaten by nobody: \(labels(pairs.winners)).")
  }

  private mutating func table(_ rows: [[Int]]) {
    let widest = rows.joined().map { String($0).count }.max() ?? 1
    let width = max(widest, String(rows.count).count) + 1
    func cell(_ text: String) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    say("  " + cell("") + rows.indices.map { cell(String($0 + 1)) }.joined())
    for (place, row) in rows.enumerated() {
      say("  " + cell(String(place + 1)) + row.map { cell(String($0)) }.joined())
    }
  }
}
