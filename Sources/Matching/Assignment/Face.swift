/// What the proofs so far leave open: all assignments that are equally good by each of them.
///
/// An optimum and prices together say which edges any other optimum can use (those that score just
/// their gain and price), who must have a mentor (whoever has a gain), and which mentors must be
/// full (those with a price) or at their minimum (those with a negative one).
struct Face {
  private let problem: AssignmentProblem
  private let places: Places
  /// By position of the edge.
  private(set) var isAllowed: [Bool]
  /// By position: whether some assignments of the face use the edge and others do not.
  private(set) var isOpen: [Bool]
  private var mustBeMatched: [Bool]
  /// 1 for mentors that must be full, -1 for those that must be at the minimum.
  private var bindings: [Int8]

  /// All that the problem allows.
  init(_ problem: AssignmentProblem) {
    self.problem = problem
    places = Places(problem)
    isAllowed = [Bool](repeating: true, count: problem.rows.mentors.count)
    isOpen = isAllowed
    mustBeMatched = [Bool](repeating: false, count: problem.menteeCount)
    bindings = [Int8](repeating: 0, count: problem.mentorCount)
  }

  /// What an edge scores in a stage: the face's own demands first, then the stage's digits.
  ///
  /// Every assignment of the face meets the demands, so that they add the same to each.
  @inline(__always)
  func score(_ scorer: Scorer, _ mentee: Int, _ position: Int) -> Int128? {
    guard isAllowed[position] else { return nil }
    let mentor = Int(problem.rows.mentors[position])
    let demand = (mustBeMatched[mentee] ? 1 : 0) + Int128(bindings[mentor])
    return scorer.score(problem.rows.weights[position]) + demand * scorer.demand
  }

  /// Prices of mentors at which everything that is equal so far is still equal in a stage.
  func prices(_ scoring: Certificate.Scoring) -> [Int128] {
    bindings.map { Int128($0) * scoring.demand }
  }

  /// Keeps what is as good as an optimum of a stage.
  mutating func narrow(to stage: Certificate.Stage, _ mentorOf: [Int?]) {
    let scorer = Scorer(stage.scoring)
    for mentee in 0..<problem.menteeCount where !places.isLocked(mentee) {
      for position in problem.rows[mentee] {
        let mentor = Int(problem.rows.mentors[position])
        let score = score(scorer, mentee, position)
        isAllowed[position] = score == stage.gains[mentee] + stage.prices[mentor]
      }
    }
    for mentee in 0..<problem.menteeCount where stage.gains[mentee] > 0 {
      mustBeMatched[mentee] = true
    }
    for mentor in 0..<problem.mentorCount where stage.prices[mentor] != 0 {
      bindings[mentor] = stage.prices[mentor] > 0 ? 1 : -1
    }
    findOpenEdges(mentorOf)
  }

  /// An edge is open when a cycle of moves among equals uses it.
  private mutating func findOpenEdges(_ mentorOf: [Int?]) {
    let hub = problem.mentorCount
    var graph = SparseGraph(vertices: hub + 1)
    forEachMove(mentorOf) { from, _ in graph.count(from) }
    graph.settle()
    forEachMove(mentorOf) { from, to in graph.add(from, to) }
    let components = graph.stronglyConnectedComponents()
    for mentee in 0..<problem.menteeCount {
      let place = mentorOf[mentee] ?? hub
      var own: Int?
      var isMovable = !mustBeMatched[mentee] && components[place] == components[hub]
      for position in problem.rows[mentee] {
        let mentor = Int(problem.rows.mentors[position])
        isOpen[position] = false
        guard isAllowed[position], !places.isLocked(mentee) else { continue }
        if mentor == place {
          own = position
        } else if components[mentor] == components[place] {
          isOpen[position] = true
          isMovable = true
        }
      }
      if let own { isOpen[own] = isMovable }
    }
  }

  private func forEachMove(_ mentorOf: [Int?], _ visit: (Int, Int) -> Void) {
    let hub = problem.mentorCount
    var counts = [Int](repeating: 0, count: hub)
    for mentee in 0..<problem.menteeCount where !places.isLocked(mentee) {
      let place = mentorOf[mentee] ?? hub
      for position in problem.rows[mentee] where isAllowed[position] {
        let mentor = Int(problem.rows.mentors[position])
        if mentor != place { visit(place, mentor) }
      }
      guard place != hub else { continue }
      counts[place] += 1
      if !mustBeMatched[mentee] { visit(place, hub) }
    }
    for mentor in 0..<hub where bindings[mentor] == 0 {
      let nodes = places.nodes(of: mentor)
      let capacity = nodes.reduce(0) { $0 + places.capacities[$1] }
      let required = nodes.reduce(0) { places.isRequired[$1] ? $0 + places.capacities[$1] : $0 }
      if counts[mentor] < capacity { visit(mentor, hub) }
      if counts[mentor] > required { visit(hub, mentor) }
    }
  }
}
