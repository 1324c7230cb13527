/// A shortest-path search over nodes: distances, predecessors, and a heap of open nodes.
///
/// The heap has four children to a node and knows where each entry stands, so that a distance can
/// shrink in place. Whatever a search touched is reset in time proportional to it.
final class Search<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  /// The shortest distance found to each node; the greatest number where none was.
  let distances: Cells<Score>
  /// The mentee before each node on the shortest path.
  let predecessors: Cells<Int32>
  /// The nodes whose distance is final, in order of distance.
  let settled: Cells<Int32>
  var settledCount = 0
  private let heap: Cells<Int32>
  private let positions: Cells<Int32>
  private let touched: Cells<Int32>
  private var heapCount = 0
  private var touchedCount = 0

  init(_ arena: Arena, nodes: Int) {
    distances = arena.cells(nodes, .max)
    predecessors = arena.cells(nodes, -1)
    settled = arena.cells(nodes, 0)
    heap = arena.cells(nodes, 0)
    positions = arena.cells(nodes, -1)
    touched = arena.cells(nodes, 0)
  }

  /// Forgets all distances.
  func reset() {
    for index in 0..<touchedCount {
      let node = Int(touched[index])
      distances[node] = .max
      positions[node] = -1
    }
    (heapCount, touchedCount, settledCount) = (0, 0, 0)
  }

  /// Shortens the way to a node; the distance must be less than the one it has.
  @inline(__always)
  func reach(_ node: Int, at distance: Score, from mentee: Int) {
    if distances[node] == .max {
      touched[touchedCount] = Int32(truncatingIfNeeded: node)
      touchedCount &+= 1
      positions[node] = Int32(truncatingIfNeeded: heapCount)
      heapCount &+= 1
    }
    distances[node] = distance
    predecessors[node] = Int32(truncatingIfNeeded: mentee)
    rise(node, distance)
  }

  private func rise(_ node: Int, _ distance: Score) {
    var position = Int(positions[node])
    while position > 0 {
      let parent = (position &- 1) >> 2
      let above = Int(heap[parent])
      guard distances[above] > distance else { break }
      heap[position] = Int32(truncatingIfNeeded: above)
      positions[above] = Int32(truncatingIfNeeded: position)
      position = parent
    }
    heap[position] = Int32(truncatingIfNeeded: node)
    positions[node] = Int32(truncatingIfNeeded: position)
  }

  /// The open node nearest to the start becomes settled; -1 when none is open nearer than a bound.
  func settleNearest(below bound: Score) -> Int {
    guard heapCount > 0 else { return -1 }
    let nearest = Int(heap[0])
    guard distances[nearest] < bound else { return -1 }
    heapCount &-= 1
    if heapCount > 0 { sink(Int(heap[heapCount])) }
    settled[settledCount] = Int32(truncatingIfNeeded: nearest)
    settledCount &+= 1
    return nearest
  }

  private func sink(_ node: Int) {
    let distance = distances[node]
    var position = 0
    while true {
      var child = 4 &* position &+ 1
      guard child < heapCount else { break }
      var least = distances[Int(heap[child])]
      for other in child &+ 1..<max(child &+ 1, min(child &+ 4, heapCount)) {
        let candidate = distances[Int(heap[other])]
        if candidate < least { (child, least) = (other, candidate) }
      }
      guard least < distance else { break }
      heap[position] = heap[child]
      positions[Int(heap[child])] = Int32(truncatingIfNeeded: position)
      position = child
    }
    heap[position] = Int32(truncatingIfNeeded: node)
    positions[node] = Int32(truncatingIfNeeded: position)
  }
}
