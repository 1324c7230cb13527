/// What a solver works on: mentees, nodes with places, and arcs with scores.
///
/// A node is a mentor, or, for a mentor with a minimum, one of two: the places that must be filled,
/// whose arcs carry a bonus, and the rest. Both follow each other, so nodes keep mentors' order.
final class Network<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  let arena = Arena()
  let menteeCount: Int
  let nodeCount: Int
  /// Where each mentee's arcs begin, and one more for the end.
  let starts: Cells<Int32>
  let nodes: Cells<Int32>
  let scores: Cells<Score>
  /// Places of each node; of more places than arcs one stays, so that it shows as free.
  let capacities: Cells<Int32>
  /// The mentor that each node stands for.
  let mentors: Cells<Int32>

  /// The arcs of a mentee.
  @inline(__always)
  func arcs(of mentee: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[mentee]), Int(starts[mentee + 1])))
  }

  /// The network of a problem: locked mentees are out of it, and their places taken.
  ///
  /// - Parameters:
  ///   - bonus: What each place that must be filled adds to its arcs.
  ///   - score: The score of an edge by mentee and position; nil for one that cannot be used.
  @inline(__always)
  init(
    _ problem: AssignmentProblem, bonus: Score, score: (_ mentee: Int, _ position: Int) -> Score?
  ) {
    let places = Places(problem)
    menteeCount = problem.menteeCount
    nodeCount = places.capacities.count
    starts = arena.cells(menteeCount + 1, 0)
    let most = problem.rows.mentors.count * (places.isSplit ? 2 : 1)
    nodes = arena.cells(most, 0)
    scores = arena.cells(most, 0)
    capacities = arena.cells(nodeCount, 0)
    mentors = arena.cells(nodeCount, 0)
    for node in 0..<nodeCount { mentors[node] = places.mentors[node] }
    if places.isSplit {
      fill(problem, places, bonus: bonus, score: score)
    } else {
      fill(problem, places, score: score)
    }
    for node in 0..<nodeCount {
      capacities[node] = Int32(min(Int(capacities[node]) + 1, places.capacities[node]))
    }
  }

  /// Lays out the arcs where each mentor is one node, and counts those of each node.
  @inline(__always)
  private func fill(
    _ problem: AssignmentProblem, _ places: Places,
    score: (_ mentee: Int, _ position: Int) -> Score?
  ) {
    var count = 0
    let (mentors, room) = (problem.rows.mentors, places.capacities)
    for mentee in 0..<menteeCount {
      starts[mentee] = Int32(truncatingIfNeeded: count)
      if places.isLocked(mentee) { continue }
      for position in problem.rows[mentee] {
        let node = Int(mentors[position])
        guard let value = score(mentee, position), room[node] > 0 else { continue }
        nodes[count] = Int32(truncatingIfNeeded: node)
        scores[count] = value
        capacities[node] &+= 1
        count &+= 1
      }
    }
    starts[menteeCount] = Int32(truncatingIfNeeded: count)
  }

  /// Lays out the arcs where some mentors are two nodes, and counts those of each node.
  private func fill(
    _ problem: AssignmentProblem, _ places: Places, bonus: Score,
    score: (_ mentee: Int, _ position: Int) -> Score?
  ) {
    var count = 0
    for mentee in 0..<menteeCount {
      starts[mentee] = Int32(count)
      if places.isLocked(mentee) { continue }
      for position in problem.rows[mentee] {
        guard let value = score(mentee, position) else { continue }
        for node in places.nodes(of: Int(problem.rows.mentors[position]))
        where places.capacities[node] > 0 {
          nodes[count] = Int32(node)
          scores[count] = places.isRequired[node] ? value + bonus : value
          capacities[node] += 1
          count += 1
        }
      }
    }
    starts[menteeCount] = Int32(count)
  }
}

/// The nodes of a problem's mentors and what the locks leave of their places.
struct Places {
  private(set) var capacities: [Int] = []
  private(set) var mentors: [Int32] = []
  /// Whether the places of a node must be filled.
  private(set) var isRequired: [Bool] = []
  /// Whether some mentor has two nodes.
  let isSplit: Bool
  private var firstNodes: [Int] = []
  private var locked: Set<Int> = []

  init(_ problem: AssignmentProblem) {
    isSplit = problem.minimums.contains { $0 > 0 }
    locked = Set(problem.locks.map(\.mentee))
    var taken = [Int](repeating: 0, count: problem.mentorCount)
    for pair in problem.locks { taken[pair.mentor] += 1 }
    for mentor in 0..<problem.mentorCount {
      let left = problem.capacities[mentor] - taken[mentor]
      let required = max(0, problem.minimums[mentor] - taken[mentor])
      firstNodes.append(capacities.count)
      if required > 0 { append(mentor, required, isRequired: true) }
      append(mentor, left - required, isRequired: false)
    }
    firstNodes.append(capacities.count)
  }

  private mutating func append(_ mentor: Int, _ capacity: Int, isRequired required: Bool) {
    capacities.append(capacity)
    mentors.append(Int32(mentor))
    isRequired.append(required)
  }

  /// Whether a mentee's mentor was decided beforehand.
  func isLocked(_ mentee: Int) -> Bool { !locked.isEmpty && locked.contains(mentee) }

  /// The nodes of a mentor, the places that must be filled first.
  @inline(__always)
  func nodes(of mentor: Int) -> Range<Int> { firstNodes[mentor]..<firstNodes[mentor + 1] }
}
