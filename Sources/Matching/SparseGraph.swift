/// A directed graph, built in two passes: count each arc, settle, then add each arc.
struct SparseGraph {
  private var starts: [Int32]
  private var ends: [Int32] = []
  private var next: [Int32] = []

  init(vertices: Int) { starts = [Int32](repeating: 0, count: vertices + 1) }

  /// Announces an arc from a vertex.
  mutating func count(_ from: Int) { starts[from + 1] += 1 }

  /// Makes room for what was announced.
  mutating func settle() {
    for vertex in 1..<starts.count { starts[vertex] += starts[vertex - 1] }
    next = starts
    ends = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
  }

  /// Adds an announced arc.
  mutating func add(_ from: Int, _ to: Int) {
    ends[Int(next[from])] = Int32(to)
    next[from] += 1
  }

  /// Where the arcs of a vertex lead.
  func ends(of vertex: Int) -> ArraySlice<Int32> {
    ends[Int(starts[vertex])..<Int(starts[vertex + 1])]
  }

  /// The component of each vertex, by Tarjan's algorithm without recursion; linear.
  func stronglyConnectedComponents() -> [Int32] {
    let vertices = starts.count - 1
    var components = [Int32](repeating: -1, count: vertices)
    var numbers = [Int32](repeating: 0, count: vertices)
    var lows = numbers
    var arcs = starts
    var (path, open): ([Int32], [Int32]) = ([], [])
    var (number, component): (Int32, Int32) = (0, 0)
    for root in 0..<vertices where numbers[root] == 0 {
      path.append(Int32(root))
      while let top = path.last {
        let vertex = Int(top)
        if numbers[vertex] == 0 {
          number += 1
          (numbers[vertex], lows[vertex]) = (number, number)
          open.append(top)
        }
        if arcs[vertex] < starts[vertex + 1] {
          let end = Int(ends[Int(arcs[vertex])])
          arcs[vertex] += 1
          if numbers[end] == 0 {
            path.append(Int32(end))
          } else if components[end] < 0 {
            lows[vertex] = min(lows[vertex], numbers[end])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { lows[Int(parent)] = min(lows[Int(parent)], lows[vertex]) }
        guard lows[vertex] == numbers[vertex] else { continue }
        while let last = open.popLast() {
          components[Int(last)] = component
          if last == top { break }
        }
        component += 1
      }
    }
    return components
  }
}
