/// What a candidate holds: beginnings of papers, together where the papers have one value.
struct Pile {
  /// Papers of one value.
  struct Bundle {
    /// The value of each, in units of the rule's last decimal.
    let value: Int
    /// Where the papers stand in the tree: what they show up to this candidate.
    let nodes: [Int32]
    let papers: Int
  }

  var bundles: [Bundle] = []
}

extension PrefixTree {
  /// Papers sorted by the next candidate whom they show among those who can still receive votes.
  struct Sorted {
    /// For each candidate the beginnings that now end with them, and how many papers.
    var nodes: [[Int32]]
    var papers: [Int]
    /// Papers that show nobody further.
    var rest: Int
  }

  /// Sorts the papers of these nodes by their next candidate, passing over who is out.
  mutating func sort(_ nodes: [Int32], papers: Int, among isIn: [Bool]) -> Sorted {
    var sorted = Sorted(
      nodes: Array(repeating: [], count: isIn.count),
      papers: Array(repeating: 0, count: isIn.count), rest: papers)
    var open = nodes
    while let node = open.popLast() {
      for child in children(of: node) {
        let candidate = Int(self[child].candidate)
        guard isIn[candidate] else {
          open.append(child)
          continue
        }
        let papers = count(child)
        sorted.nodes[candidate].append(child)
        sorted.papers[candidate] += papers
        sorted.rest -= papers
      }
    }
    return sorted
  }
}
