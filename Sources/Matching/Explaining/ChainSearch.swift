/// Shortest chains of moves to one vertex, found backward from it.
struct ChainSearch {
  private var distances: [Int128?]
  /// The move out of each vertex on the cheapest chain; none where a place falls free.
  private var moves: [Explanation.Move?]
  private var next: [Int]
  private var isSettled: [Bool]
  private var open: [(distance: Int128, vertex: Int)] = []

  init(vertices: Int, end: Int) {
    distances = [Int128?](repeating: nil, count: vertices)
    moves = [Explanation.Move?](repeating: nil, count: vertices)
    next = [Int](repeating: -1, count: vertices)
    isSettled = [Bool](repeating: false, count: vertices)
    distances[end] = 0
    open = [(0, end)]
  }

  /// The nearest vertex that was not given yet; nil when all that can be reached were.
  mutating func settleNearest() -> Int? {
    while let nearest = popNearest() {
      guard !isSettled[nearest.vertex] else { continue }
      isSettled[nearest.vertex] = true
      current = nearest.distance
      return nearest.vertex
    }
    return nil
  }

  private var current: Int128 = 0

  /// Offers a way from a vertex through one that was just settled.
  mutating func reach(_ vertex: Int, cost: Int128, by move: Explanation.Move?, next: Int) {
    let distance = current + cost
    guard !isSettled[vertex], distances[vertex].map({ distance < $0 }) ?? true else { return }
    distances[vertex] = distance
    moves[vertex] = move
    self.next[vertex] = next
    push((distance, vertex))
  }

  /// The moves of the cheapest chain from a vertex; nil where there is none.
  func chain(from start: Int) -> [Explanation.Move]? {
    guard distances[start] != nil else { return nil }
    var chain: [Explanation.Move] = []
    var vertex = start
    while next[vertex] >= 0 {
      if let move = moves[vertex] { chain.append(move) }
      vertex = next[vertex]
    }
    return chain
  }

  private mutating func push(_ entry: (distance: Int128, vertex: Int)) {
    open.append(entry)
    var index = open.count - 1
    while index > 0, open[index].distance < open[(index - 1) / 2].distance {
      open.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func popNearest() -> (distance: Int128, vertex: Int)? {
    guard let first = open.first, let last = open.popLast() else { return nil }
    guard !open.isEmpty else { return first }
    open[0] = last
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < open.count else { return first }
      if child + 1 < open.count, open[child + 1].distance < open[child].distance { child += 1 }
      guard open[child].distance < open[index].distance else { return first }
      open.swapAt(index, child)
      index = child
    }
  }
}
