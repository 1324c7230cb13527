/// What is known from an earlier solution: its prices, in the new problem's scores, and its pairs.
struct WarmStart {
  /// Of each mentor.
  let prices: [Int128]
  /// Of each mentee; -1 for none.
  let mentors: [Int32]

  /// Puts prices and pairs on the nodes of a network and solves on from there.
  func resume<Score>(
    _ state: PrimalDual<Score>, places: Places, bonus: Score
  ) {
    let network = state.network
    // A price above every score keeps all away no better than the greatest, and could overflow.
    let greatest = network.scores[..<Int(network.starts[network.menteeCount])].max() ?? 0
    var prices = [Score](repeating: 0, count: network.nodeCount)
    for node in 0..<network.nodeCount {
      let price =
        self.prices[Int(network.mentors[node])] + (places.isRequired[node] ? Int128(bonus) : 0)
      prices[node] = max(0, min(Score(clamping: price), greatest))
    }
    let nodes = mentors.map { $0 < 0 ? -1 : Int32(places.nodes(of: Int($0)).lowerBound) }
    state.resume(prices: prices, nodes: nodes)
  }
}

extension WarmStart {
  /// The prices and pairs of an earlier assignment, in units of a point; good guesses even where
  /// the objective was another. Nil where it has no prices of points.
  init?(_ previous: Assignment, for problem: AssignmentProblem, point: Int) {
    guard let stage = previous.certificate.stages.first, case .points = stage.scoring else {
      return nil
    }
    // No honest price is greater; a claimed one may be anything.
    let limit = Int128(1) << 96
    prices = (0..<problem.mentorCount).map { mentor in
      mentor < stage.prices.count
        ? max(-limit, min(stage.prices[mentor], limit)) * Int128(point) : 0
    }
    mentors = Self.mentors(previous.mentorOf, of: problem)
  }

  /// The prices and pairs of an assignment that was best on some terms, in units of a point.
  init(_ answer: Rematching.Answer, for problem: AssignmentProblem, point: Int) {
    prices = answer.prices.map { $0 * Int128(point) / Int128(answer.terms.point) }
    mentors = Self.mentors(answer.mentorOf, of: problem)
  }

  private static func mentors(_ mentorOf: [Int?], of problem: AssignmentProblem) -> [Int32] {
    (0..<problem.menteeCount).map { mentee in
      guard mentee < mentorOf.count, let mentor = mentorOf[mentee],
        (0..<problem.mentorCount).contains(mentor)
      else { return -1 }
      return Int32(mentor)
    }
  }
}
