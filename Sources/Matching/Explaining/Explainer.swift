/// Answers “why not?” about an assignment, from the prices that prove it.
///
/// A forced pair starts a chain: its mentor gives someone up, who goes elsewhere, and so on, until
/// someone takes the place that the mentee left, a free place, or none. The cheapest chain is a
/// shortest path, since the proof makes every step cost at least nothing.
public struct Explainer: Sendable {
  let problem: AssignmentProblem
  let mentorOf: [Int?]
  let stage: Certificate.Stage
  let bonus: Int128
  /// Of each mentor, the edges by mentee.
  private let columns: [[(mentee: Int, position: Int)]]
  private let occupants: [[Int]]
  private let places: Places

  /// Prepares answers; refuses assignments of other objectives than total or most.
  public init(_ problem: AssignmentProblem, _ assignment: Assignment) throws(InvalidInput) {
    guard assignment.certificate.stages.count == 1, let stage = assignment.certificate.stages.first,
      case .points(let bonus) = stage.scoring, problem.flaw(of: assignment) == nil
    else { throw InvalidInput("only a proven assignment by points can be explained in points") }
    (self.problem, self.stage, self.bonus) = (problem, stage, bonus)
    mentorOf = assignment.mentorOf
    places = Places(problem)
    var columns = [[(mentee: Int, position: Int)]](repeating: [], count: problem.mentorCount)
    var occupants = [[Int]](repeating: [], count: problem.mentorCount)
    for mentee in 0..<problem.menteeCount where !places.isLocked(mentee) {
      for position in problem.rows[mentee] {
        columns[Int(problem.rows.mentors[position])].append((mentee, position))
      }
      if let mentor = mentorOf[mentee] { occupants[mentor].append(mentee) }
    }
    (self.columns, self.occupants) = (columns, occupants)
  }

  /// Why a mentee has this mentor or none, with every alternative that is possible at all.
  public func explain(_ mentee: Int) throws(InvalidInput) -> Explanation {
    guard mentee >= 0, mentee < problem.menteeCount else {
      throw InvalidInput("there is no mentee \(mentee)")
    }
    let reason = reason(mentee)
    guard reason != .locked else {
      return Explanation(
        mentee: mentee, mentor: mentorOf[mentee], reason: reason, alternatives: [])
    }
    let search = chains(endingAt: mentee)
    var choices = problem.rows[mentee].map { Optional(Int(problem.rows.mentors[$0])) }
    if mentorOf[mentee] != nil { choices.append(nil) }
    let alternatives = choices.filter { $0 != mentorOf[mentee] }.compactMap { mentor in
      search.chain(from: mentor ?? hub).map { alternative(mentee, mentor, $0) }
    }
    return Explanation(
      mentee: mentee, mentor: mentorOf[mentee], reason: reason,
      alternatives: alternatives.sorted { one, other in
        (one.loss.people, one.loss.points, one.mentor ?? .max)
          < (other.loss.people, other.loss.points, other.mentor ?? .max)
      })
  }

  private func reason(_ mentee: Int) -> Explanation.Reason {
    if places.isLocked(mentee) { return .locked }
    if mentorOf[mentee] != nil { return .matched }
    let row = problem.rows[mentee]
    if row.isEmpty { return .noAllowedPair }
    let open = row.filter { capacity(Int(problem.rows.mentors[$0])) > 0 }
    if open.isEmpty { return .noPlace }
    return bonus == 0 && open.allSatisfy { problem.rows.weights[$0] < 0 } ? .onlyNegative : .outbid
  }

  /// A chain with what it costs, added up move by move.
  private func alternative(
    _ mentee: Int, _ mentor: Int?, _ chain: [Explanation.Move]
  ) -> Explanation.Alternative {
    let moves = [Explanation.Move(mentee: mentee, from: mentorOf[mentee], to: mentor)] + chain
    var (people, points) = (0, 0)
    for move in moves {
      if let from = move.from {
        people += 1
        points += problem.weight(of: Pair(move.mentee, from)) ?? 0
      }
      if let to = move.to {
        people -= 1
        points -= problem.weight(of: Pair(move.mentee, to)) ?? 0
      }
    }
    return Explanation.Alternative(
      mentor: mentor, loss: .init(people: bonus == 0 ? 0 : people, points: points), chain: moves)
  }

  /// The vertex of those without a mentor.
  var hub: Int { problem.mentorCount }

  private func capacity(_ mentor: Int) -> Int {
    places.nodes(of: mentor).reduce(0) { $0 + places.capacities[$1] }
  }

  private func required(_ mentor: Int) -> Int {
    places.nodes(of: mentor).reduce(0) {
      places.isRequired[$1] ? $0 + places.capacities[$1] : $0
    }
  }
}

extension Explainer {
  /// The cheapest chains from every vertex to the place that a mentee leaves.
  private func chains(endingAt mentee: Int) -> ChainSearch {
    var search = ChainSearch(vertices: hub + 1, end: mentorOf[mentee] ?? hub)
    while let vertex = search.settleNearest() {
      if vertex == hub {
        reachFromHub(mentee, &search)
      } else {
        reach(vertex, mentee, &search)
      }
    }
    return search
  }

  /// Everyone who could come to a mentor, and the hub if the mentor may lose someone.
  private func reach(_ mentor: Int, _ mentee: Int, _ search: inout ChainSearch) {
    for (mover, position) in columns[mentor] where mover != mentee && mentorOf[mover] != mentor {
      let score = Int128(problem.rows.weights[position]) + bonus
      let cost = stage.gains[mover] + stage.prices[mentor] - score
      let move = Explanation.Move(mentee: mover, from: mentorOf[mover], to: mentor)
      search.reach(mentorOf[mover] ?? hub, cost: cost, by: move, next: mentor)
    }
    // The last step into the place that the mentee leaves may leave that place empty instead.
    if occupants[mentor].count > required(mentor) {
      search.reach(hub, cost: max(0, stage.prices[mentor]), by: nil, next: mentor)
    }
  }

  /// Everyone who could do without, and every mentor with a free place.
  private func reachFromHub(_ mentee: Int, _ search: inout ChainSearch) {
    for mentor in 0..<hub {
      if occupants[mentor].count < capacity(mentor) {
        search.reach(mentor, cost: max(0, -stage.prices[mentor]), by: nil, next: hub)
      }
      for mover in occupants[mentor] where mover != mentee {
        let move = Explanation.Move(mentee: mover, from: mentor, to: nil)
        search.reach(mentor, cost: stage.gains[mover], by: move, next: hub)
      }
    }
  }
}
