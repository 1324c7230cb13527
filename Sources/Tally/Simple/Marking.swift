/// What one-round methods share: votes in, the best elected.
struct Marking {
  let election: Election
  let lot: Lot
  let constraints: SeatConstraints

  /// The report of a count in one round.
  ///
  /// - Parameter votes: what each candidate has, as the report shows it.
  /// - Parameter places: the candidates in groups of equals, the best first.
  func report(
    _ method: some CountingMethod, valid: Int, votes: [Amount], places: [[Int]]
  ) throws(ElectionProblem) -> Report {
    var roll = try Roll(election, constraints)
    let lots = try LotOrder(lot, for: election)
    let ties = try Self.elect(&roll, places, lots)
    let shown = zip(votes, election.candidates).map { $1.isWithdrawn ? nil : $0 }
    let stage = Stage(
      number: 1, action: .marks, votes: shown, nonTransferable: Amount(0),
      lost: Amount(0), elected: roll.elected.map { $0 + 1 })
    return Report(
      method: method.name, rule: method.rule, title: election.title, seats: election.seats,
      candidates: election.candidates, papers: election.papers.total, valid: valid, quota: nil,
      stages: [stage], elected: stage.elected, electedRemaining: [], excluded: [], ties: ties,
      lots: lots, pairs: nil)
  }

  /// Elects the best whom the constraints admit; lots decide among equals if not all have a seat.
  static func elect(
    _ roll: inout Roll, _ places: [[Int]], _ lots: LotOrder
  ) throws(ElectionProblem) -> [Tie] {
    var ties: [Tie] = []
    for place in places {
      var open = place
      while roll.vacancies > 0 {
        open = open.filter { roll.status[$0] == .continuing && !roll.doomed.contains($0) }
        guard let first = open.first else { break }
        var chosen = first
        if open.count > 1, open.count > roll.vacancies || roll.isConstrained {
          chosen = lots.draw(open)
          ties.append(
            Tie(
              stage: 1, kind: .election, tied: open.map { $0 + 1 }, chosen: chosen + 1,
              settledBy: .lot))
        }
        try roll.elect(chosen)
      }
    }
    return ties
  }

  /// The candidates in groups of equals by an order that says who is better.
  static func groups(_ count: Int, isBetter: (Int, Int) -> Bool) -> [[Int]] {
    (0..<count).sorted { isBetter($0, $1) || !isBetter($1, $0) && $0 < $1 }
      .reduce(into: []) { groups, candidate in
        if let last = groups.last?.first, !isBetter(last, candidate) {
          groups[groups.count - 1].append(candidate)
        } else {
          groups.append([candidate])
        }
      }
  }
}
