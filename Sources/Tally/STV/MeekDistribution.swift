/// The beginnings of papers that matter as long as nobody else is elected or excluded.
///
/// A paper's weight depends only on the elected candidates whom it has passed. So papers with the
/// same ones in the same order are one entry, and a distribution is one pass over the entries. Who
/// is excluded does not appear: papers pass them whole.
struct MeekDistribution {
  /// Papers that reach a candidate by the same way.
  private struct Entry {
    /// The entry from which they come; -1 where they reach the candidate whole.
    let parent: Int32
    let candidate: Int32
    let papers: Int
  }

  private var entries: [Entry] = []
  /// Of each entry what a paper has left behind it, in units; kept between distributions.
  private var left: [Int] = []
  private let candidates: Int

  /// The entries for this state of the roll.
  init(_ tree: inout PrefixTree, _ roll: Roll) {
    candidates = roll.status.count
    add([PrefixTree.root], parent: -1, &tree, roll)
    var next = 0
    while next < waiting.count {
      let (entry, nodes) = waiting[next]
      waiting[next].nodes = []
      add(nodes, parent: entry, &tree, roll)
      next += 1
    }
    waiting = []
    left = Array(repeating: 0, count: entries.count)
  }

  /// Entries of elected candidates whose papers are still to be followed.
  private var waiting: [(entry: Int32, nodes: [Int32])] = []

  /// Adds an entry for every candidate who is next on papers of these nodes.
  private mutating func add(
    _ nodes: [Int32], parent: Int32, _ tree: inout PrefixTree, _ roll: Roll
  ) {
    var found = [[Int32]](repeating: [], count: candidates)
    var papers = [Int](repeating: 0, count: candidates)
    var open = nodes
    while let node = open.popLast() {
      for child in tree.children(of: node) {
        let candidate = Int(tree[child].candidate)
        switch roll.status[candidate] {
        case .excluded: open.append(child)
        case .continuing: papers[candidate] += tree.count(child)
        case .elected:
          papers[candidate] += tree.count(child)
          found[candidate].append(child)
        }
      }
    }
    for candidate in 0..<candidates where papers[candidate] > 0 {
      if !found[candidate].isEmpty { waiting.append((Int32(entries.count), found[candidate])) }
      entries.append(
        Entry(parent: parent, candidate: Int32(candidate), papers: papers[candidate]))
    }
  }

  /// The votes of each candidate under these keep factors.
  ///
  /// What a candidate keeps of a paper is rounded up to the last decimal, paper by paper.
  mutating func votes(keep: [Int]) -> [Int128] {
    var votes = [Int128](repeating: 0, count: candidates)
    entries.withUnsafeBufferPointer { entries in
      left.withUnsafeMutableBufferPointer { left in
        for (place, entry) in entries.enumerated() {
          let weight = entry.parent < 0 ? Meek.unit : left[Int(entry.parent)]
          let candidate = Int(entry.candidate)
          let kept = (weight &* keep[candidate] &+ (Meek.unit &- 1)) / Meek.unit
          left[place] = weight &- kept
          let (high, low) = kept.multipliedFullWidth(by: entry.papers)
          votes[candidate] &+= Int128(high) << 64 | Int128(low)
        }
      }
    }
    return votes
  }
}
