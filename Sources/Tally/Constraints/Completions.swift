/// The ways in which the open seats can be filled within the rules, without listing them.
///
/// Kinds of candidates are decided one after another: how many of each are taken. What a decision
/// leaves open is only how many each group has so far, so equal remainders are looked at once.
struct Completions {
  /// Candidates who belong to the same groups.
  struct Kind {
    let groups: [Int]
    let members: [Int]
  }

  /// How many a group still needs and still may have.
  struct Need {
    let least: Int
    let most: Int
  }

  /// The most states that are followed: more than any council has, and a second's work.
  private static let mostStates = 200_000

  private let open: Int
  private let kinds: [Kind]
  private let needs: [Need]
  /// Of each group the last kind with members in it: from there on its count is settled.
  private let lastKind: [Int]
  private var isFeasible: [State: Bool] = [:]
  /// Of each kind the fewest and the most who are taken in any way that fills the seats.
  private var fewest: [Int]
  private var most: [Int]

  /// What the decisions so far have left.
  private struct State: Hashable {
    var kind: Int
    var open: Int
    /// How many each group was given; 0 again once it is settled.
    var given: [Int]
  }

  init(open: Int, kinds: [Kind], needs: [Need]) {
    self.open = open
    self.kinds = kinds
    self.needs = needs
    lastKind = needs.indices.map { group in
      kinds.lastIndex { $0.groups.contains(group) } ?? -1
    }
    fewest = kinds.map(\.members.count)
    most = Array(repeating: 0, count: kinds.count)
  }

  /// Members of kinds that every way takes wholly.
  var alwaysTaken: Set<Int> {
    Set(
      kinds.indices.filter { fewest[$0] == kinds[$0].members.count }.flatMap { kinds[$0].members })
  }

  /// Members of kinds that no way takes any of.
  var neverTaken: Set<Int> {
    Set(kinds.indices.filter { most[$0] == 0 }.flatMap { kinds[$0].members })
  }

  /// Looks at all ways; false if there is none.
  mutating func search() throws(ElectionProblem) -> Bool {
    for (group, need) in needs.enumerated() where lastKind[group] < 0 {
      guard need.least <= 0, need.most >= 0 else { return false }
    }
    guard needs.allSatisfy({ $0.most >= 0 }) else { return false }
    return try follow(
      State(kind: 0, open: open, given: Array(repeating: 0, count: needs.count)))
  }

  /// Whether some way leads on from here to filled seats; notes what it takes.
  private mutating func follow(_ state: State) throws(ElectionProblem) -> Bool {
    guard state.kind < kinds.count else { return state.open == 0 }
    if let known = isFeasible[state] { return known }
    guard isFeasible.count < Self.mostStates else { throw .entangled }
    var anyWay = false
    for taken in 0...min(state.open, kinds[state.kind].members.count) {
      guard let next = self.state(after: taken, in: state), try follow(next) else { continue }
      anyWay = true
      fewest[state.kind] = min(fewest[state.kind], taken)
      most[state.kind] = max(most[state.kind], taken)
    }
    isFeasible[state] = anyWay
    return anyWay
  }

  /// The state after so many of the kind at hand are taken; nil if that breaks a rule.
  private func state(after taken: Int, in state: State) -> State? {
    var next = state
    next.kind += 1
    next.open -= taken
    for group in kinds[state.kind].groups {
      next.given[group] += taken
      guard next.given[group] <= needs[group].most else { return nil }
      if lastKind[group] == state.kind {
        guard next.given[group] >= needs[group].least else { return nil }
        next.given[group] = 0
      }
    }
    return next
  }
}
