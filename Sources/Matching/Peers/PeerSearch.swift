/// A pairing under construction with the numbers that prove it.
///
/// It keeps, between searches: potentials and prices are not negative; no edge scores more than the
/// potentials of its ends and twice the prices of the blossoms that hold both (all in half points);
/// every pair, and every edge of a blossom's cycle, scores just that. A pairing in which everyone
/// who has nobody has the potential 0 is then of greatest total score.
///
/// Method: a search from each person who has nobody and a potential (Edmonds 1965; one tree at a
/// time, compare Galil, ACM Computing Surveys 18, 1986). It grows a tree of alternating paths. Its
/// clock runs from 0: potentials of even nodes fall with it and those of odd nodes rise, prices of
/// even blossoms rise and those of odd ones fall. It ends when it reaches someone who has nobody,
/// or when an even person's potential is 0; then the path to that person is flipped.
///
/// Numbers stay whole: the ends of a pair or cycle's edge are both odd numbers or both even, so all
/// of a tree are, and what is halved is even.
final class PeerSearch<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  /// Where an outer node stands.
  enum Place: UInt8 {
    /// Not in the tree, or in another node.
    case outside
    /// At an even distance from the root: its base's pair leads towards the root.
    case even
    /// At an odd distance: its base's pair leads away.
    case odd
  }

  let graph: PeerGraph<Score>
  let blossoms: Blossoms
  /// Of each person; in the tree, with the clock added (even) or taken off (odd).
  let potentials: Cells<Score>
  /// Of each blossom, in points; in the tree, with the clock taken off (even) or added (odd).
  let prices: Cells<Score>
  /// Where each node stands.
  let places: Cells<Place>
  /// The edges by which odd nodes are reached: their ends in the even node before, and in it.
  let entries: Cells<Entry>
  /// Of each person, the even one whose edge is the nearest; -1 for none.
  let nearest: Cells<Int32>
  /// The potential of the nearest, with the clock added, less the score of the edge.
  let distances: Cells<Score>
  /// Marks of climbs toward the root.
  let marks: Cells<Int>

  /// The clock.
  var now: Score = 0
  /// When the search ends at the latest.
  var limit: Score = .max
  var events = PeerEvents<Score>()
  /// All nodes that came into the tree.
  var tree: [Int] = []
  /// Everyone with a nearest edge.
  var reached: [Int] = []
  var climbs = 0

  /// An edge into an odd node.
  struct Entry {
    let from: Int32
    let to: Int32
  }

  /// Nobody paired, and no potentials yet: see ``start(from:)``.
  init(_ graph: PeerGraph<Score>) {
    self.graph = graph
    let (arena, count) = (graph.arena, graph.count)
    let nodes = Blossoms.nodeCount(count)
    blossoms = Blossoms(arena, count: count)
    potentials = arena.cells(count, 0)
    prices = arena.cells(nodes, 0)
    places = arena.cells(nodes, .outside)
    entries = arena.cells(nodes, Entry(from: -1, to: -1))
    nearest = arena.cells(count, -1)
    distances = arena.cells(count, 0)
    marks = arena.cells(nodes, 0)
  }

  /// Reaches the optimum from a start by which the type's promises hold.
  func run() {
    for person in 0..<graph.count where blossoms.mates[person] < 0 && potentials[person] > 0 {
      search(from: person)
    }
  }

  private func search(from root: Int) {
    (now, limit) = (0, .max)
    makeEven([Int(blossoms.outer[root])])
    while let event = events.popFirst() {
      now = event.time
      if isLast(event) { break }
    }
    settle()
  }

  /// Lets an event happen, unless others made it void; whether it ends the search.
  private func isLast(_ event: PeerEvent<Score>) -> Bool {
    let subject = Int(event.subject)
    switch event.kind {
    case .pair, .reach:
      let node = Int(blossoms.outer[subject])
      guard places[node] == .outside, arrival(at: subject) == now else { return false }
      guard !blossoms.isExposed(node) else {
        pair(subject)
        return true
      }
      grow(to: subject)
    case .close:
      guard blossoms.outer[subject] != blossoms.outer[Int(event.other)] else { return false }
      close(event.subject, event.other)
    case .open:
      guard places[subject] == .odd, prices[subject] == now else { return false }
      open(subject)
    case .leave:
      flip(to: event.subject, with: -1)
      return true
    }
    return false
  }

  /// Takes the clock out of all numbers, and forgets the tree.
  private func settle() {
    for node in tree where places[node] != .outside { remove(node) }
    for person in reached { nearest[person] = -1 }
    tree.removeAll(keepingCapacity: true)
    reached.removeAll(keepingCapacity: true)
    events.removeAll()
  }
}
