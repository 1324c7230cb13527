/// Directed arcs in pairs, what can still flow through each, and the search for a way.
///
/// Arc `2a` goes through cell `a` forward, arc `2a + 1` backward.
struct FlowArcs {
  private var heads: [Int] = []
  private(set) var rests: [Int] = []
  private var firstOfNode: [Int]
  private var following: [Int] = []
  private var arrivedBy: [Int]
  private var queue: [Int] = []

  init(nodes: Int) {
    firstOfNode = .init(repeating: -1, count: nodes)
    arrivedBy = firstOfNode
  }

  /// Adds a cell from one node to another, with what can flow forward and backward.
  mutating func add(from tail: Int, to head: Int, forward: Int, backward: Int) {
    for (from, to, rest) in [(tail, head, forward), (head, tail, backward)] {
      following.append(firstOfNode[from])
      firstOfNode[from] = heads.count
      heads.append(to)
      rests.append(rest)
    }
  }

  /// Where an arc leads.
  func head(of arc: Int) -> Int { heads[arc] }

  /// The nodes that the last search came to, its source among them.
  var reached: [Int] { queue }

  /// Lets nothing flow through an arc any more.
  mutating func close(_ arc: Int) { rests[arc] = 0 }

  /// Sends an amount through an arc; what is open without end stays so.
  mutating func send(_ amount: Int, through arc: Int) {
    if rests[arc] < Interval.open / 2 { rests[arc] -= amount }
    if rests[arc ^ 1] < Interval.open / 2 { rests[arc ^ 1] += amount }
  }

  /// The arcs of a shortest way that does not go through a cell, last first; nil without one.
  mutating func path(from source: Int, to sink: Int, avoiding cell: Int) -> [Int]? {
    for node in queue { arrivedBy[node] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(source)
    var next = 0
    while next < queue.count, arrivedBy[sink] < 0 {
      var arc = firstOfNode[queue[next]]
      next += 1
      while arc >= 0 {
        let head = heads[arc]
        if rests[arc] > 0, arrivedBy[head] < 0, head != source, arc >> 1 != cell {
          arrivedBy[head] = arc
          queue.append(head)
        }
        arc = following[arc]
      }
    }
    guard arrivedBy[sink] >= 0 else { return nil }
    var (path, node) = ([Int](), sink)
    while node != source {
      path.append(arrivedBy[node])
      node = heads[arrivedBy[node] ^ 1]
    }
    return path
  }
}
