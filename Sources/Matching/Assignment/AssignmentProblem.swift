/// Who may be paired with whom, how good each pair would be, and how many a mentor takes.
///
/// A mentee gets at most one mentor. People are numbered from 0; ``NamedAssignment`` numbers them
/// by stable names. The order in which edges are given never matters.
public struct AssignmentProblem: Sendable, Equatable {
  /// How many mentees there are, with or without edges.
  public let menteeCount: Int
  /// How many mentees each mentor takes at most.
  public let capacities: [Int]
  /// How many mentees each mentor must get.
  public private(set) var minimums: [Int]
  /// The pairs that were decided beforehand, in order of mentee.
  public private(set) var locks: [Pair] = []
  private(set) var rows: EdgeRows

  /// How many mentors there are.
  public var mentorCount: Int { capacities.count }

  /// A problem with an edge for each pair that may be made.
  public init(
    menteeCount: Int, capacities: [Int], edges: some Sequence<Edge>
  ) throws(InvalidInput) {
    try Self.check(menteeCount: menteeCount, capacities: capacities)
    var list = EdgeList()
    for edge in edges {
      try Self.check(edge, menteeCount, capacities.count)
      list.append(edge.mentee, edge.mentor, edge.weight)
    }
    try self.init(menteeCount: menteeCount, capacities: capacities, checked: list)
  }

  /// A problem of edges whose numbers were checked one by one.
  init(menteeCount: Int, capacities: [Int], checked list: EdgeList) throws(InvalidInput) {
    try Limits.check(list.mentees.count, "pairs", upTo: Limits.pairs)
    let rows = EdgeRows(list, mentees: menteeCount, mentors: capacities.count)
    if let pair = rows.duplicate {
      throw InvalidInput("mentee \(pair.mentee) and mentor \(pair.mentor) stand twice")
    }
    self.init(menteeCount: menteeCount, capacities: capacities, rows: rows)
  }

  /// A problem of edges that were checked and sorted.
  init(menteeCount: Int, capacities: [Int], rows: EdgeRows) {
    self.menteeCount = menteeCount
    self.capacities = capacities
    self.minimums = [Int](repeating: 0, count: capacities.count)
    self.rows = rows
  }

  /// Refuses numbers of people and places that cannot be.
  static func check(menteeCount: Int, capacities: [Int]) throws(InvalidInput) {
    try Limits.check(menteeCount, "mentees", upTo: Limits.people)
    try Limits.check(capacities.count, "mentors", upTo: Limits.people)
    for (mentor, capacity) in capacities.enumerated() where capacity < 0 {
      throw InvalidInput("mentor \(mentor) takes \(capacity) mentees, fewer than none")
    }
  }

  /// Refuses an edge to nobody or with a weight beyond the limit.
  @inline(__always)
  static func check(
    _ edge: Edge, _ mentees: Int, _ mentors: Int, line: Int? = nil
  ) throws(InvalidInput) {
    guard edge.mentee >= 0, edge.mentee < mentees else {
      throw InvalidInput(line: line, "there is no mentee \(edge.mentee)")
    }
    guard edge.mentor >= 0, edge.mentor < mentors else {
      throw InvalidInput(line: line, "there is no mentor \(edge.mentor)")
    }
    guard edge.weight.magnitude <= UInt(Limits.weight) else {
      throw InvalidInput(
        line: line, "the weight \(edge.weight) is beyond \(Limits.weight) either way")
    }
  }
}

extension AssignmentProblem {
  /// The same problem, where each mentor must get a number of mentees.
  public func requiring(atLeast minimums: [Int]) throws(InvalidInput) -> AssignmentProblem {
    guard minimums.count == mentorCount else {
      throw InvalidInput("\(minimums.count) minimums for \(mentorCount) mentors")
    }
    for (mentor, minimum) in minimums.enumerated() {
      guard minimum >= 0, minimum <= capacities[mentor] else {
        throw InvalidInput(
          "mentor \(mentor) cannot get at least \(minimum) of at most \(capacities[mentor])")
      }
    }
    var copy = self
    copy.minimums = minimums
    return copy
  }

  /// The same problem, where some pairs are decided; each must be an edge, and fit.
  public func locking(_ pairs: some Sequence<Pair>) throws(InvalidInput) -> AssignmentProblem {
    var copy = self
    copy.locks = Set(locks).union(pairs).sorted()
    var counts = [Int](repeating: 0, count: mentorCount)
    for (index, pair) in copy.locks.enumerated() {
      guard rows.position(of: pair) != nil else {
        throw InvalidInput("the locked pair \(pair.mentee), \(pair.mentor) is not an allowed pair")
      }
      guard index == 0 || copy.locks[index - 1].mentee != pair.mentee else {
        throw InvalidInput("mentee \(pair.mentee) is locked to two mentors")
      }
      counts[pair.mentor] += 1
      guard counts[pair.mentor] <= capacities[pair.mentor] else {
        throw InvalidInput("mentor \(pair.mentor) has more locked mentees than places")
      }
    }
    return copy
  }

  /// The same problem without some pairs; those that were no edges are banned already.
  public func banning(_ pairs: some Sequence<Pair>) throws(InvalidInput) -> AssignmentProblem {
    let banned = Set(pairs)
    if let pair = locks.first(where: banned.contains) {
      throw InvalidInput("mentee \(pair.mentee) and mentor \(pair.mentor) are locked and banned")
    }
    var copy = self
    copy.rows = rows.filter { mentee, position in
      !banned.contains(Pair(mentee, Int(rows.mentors[position])))
    }
    return copy
  }

  /// Gives each edge a new weight; false where one has none.
  @inline(__always)
  mutating func reweight(_ weight: (_ mentee: Int, _ mentor: Int, Int64) -> Int64?) -> Bool {
    rows.reweight(weight)
  }

  /// The points of a pair; nil where it may not be made.
  public func weight(of pair: Pair) -> Int? { rows.weight(of: pair) }

  /// All allowed pairs, in order of mentee and mentor.
  public var edges: [Edge] {
    (0..<menteeCount).flatMap { mentee in
      rows[mentee].map {
        Edge(mentee, Int(rows.mentors[$0]), weight: Int(rows.weights[$0]))
      }
    }
  }
}
