/// Papers arranged by how they begin: each node is a beginning that some papers share.
///
/// Under every rule that treats papers by what stands on them, papers with the same beginning have
/// the same history as long as only that beginning has been looked at. So a count works on nodes
/// where a clerk works on papers, and gets the same digits. Nodes are made only when they are asked
/// for: a candidate who keeps all votes is a leaf, whatever follows on the papers.
struct PrefixTree {
  /// The place of the root, which holds all papers.
  static let root: Int32 = 0

  private let papers: Papers
  private var nodes: [Node]

  /// A beginning: the run of distinct papers that share it. There may be millions, so it is small.
  struct Node {
    /// The candidate at the end of the beginning; of no meaning for the root.
    var candidate: UInt16
    var depth: UInt16
    /// How many nodes go on by one candidate, once they are made.
    var children: UInt16 = 0
    var low: Int32
    var high: Int32
    /// The first of the nodes that go on by one candidate; -1 until they are made.
    var firstChild: Int32 = -1
  }

  init(_ papers: Papers) {
    self.papers = papers
    nodes = []
    // There can be no more nodes than that; room that is not used costs nothing.
    nodes.reserveCapacity(papers.marks.count + 1)
    nodes.append(Node(candidate: .max, depth: 0, low: 0, high: Int32(papers.distinct)))
  }

  /// How many papers begin like this node.
  func count(_ node: Int32) -> Int {
    let node = nodes[Int(node)]
    return papers.before[Int(node.high)] - papers.before[Int(node.low)]
  }

  /// The node with what it holds.
  subscript(_ node: Int32) -> Node { nodes[Int(node)] }

  /// The nodes that go on from this one by one candidate, each by another.
  mutating func children(of node: Int32) -> Range<Int32> {
    if nodes[Int(node)].firstChild < 0 { split(Int(node)) }
    let parent = nodes[Int(node)]
    return parent.firstChild..<parent.firstChild + Int32(parent.children)
  }

  /// Makes the children of a node by one look at each of its papers.
  private mutating func split(_ node: Int) {
    let parent = nodes[node]
    nodes[node].firstChild = Int32(nodes.count)
    let depth = Int(parent.depth)
    papers.starts.withUnsafeBufferPointer { starts in
      papers.marks.withUnsafeBufferPointer { marks in
        var at = Int(parent.low)
        let end = Int(parent.high)
        // The shortest papers come first; they end here.
        while at < end, starts[at + 1] - starts[at] == depth { at += 1 }
        while at < end {
          let first = at
          let mark = marks[starts[at] + depth]
          repeat { at += 1 } while at < end && marks[starts[at] + depth] == mark
          nodes.append(
            Node(
              candidate: mark, depth: UInt16(depth + 1), low: Int32(first), high: Int32(at)))
        }
      }
    }
    nodes[node].children = UInt16(nodes.count - Int(nodes[node].firstChild))
  }
}
