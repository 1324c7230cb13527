/// Edges by mentee, each mentee's in order of mentor: compressed sparse rows.
///
/// The rows are the same whatever the order in which edges came.
struct EdgeRows: Sendable, Equatable {
  /// Where each mentee's edges begin, and one more for the end.
  private(set) var starts: [Int32] = [0]
  private(set) var mentors: [Int32] = []
  private(set) var weights: [Int64] = []

  /// The edges of a mentee as positions in `mentors` and `weights`.
  @inline(__always)
  subscript(mentee: Int) -> Range<Int> { Int(starts[mentee])..<Int(starts[mentee + 1]) }

  /// The position of an edge; nil where the pair may not be made. Logarithmic in the row.
  func position(of pair: Pair) -> Int? {
    guard pair.mentee >= 0, pair.mentee < starts.count - 1 else { return nil }
    var (low, high) = (self[pair.mentee].lowerBound, self[pair.mentee].upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(mentors[middle]) < pair.mentor { low = middle + 1 } else { high = middle }
    }
    return low < self[pair.mentee].upperBound && Int(mentors[low]) == pair.mentor ? low : nil
  }

  /// The weight of an edge; nil where the pair may not be made.
  func weight(of pair: Pair) -> Int? { position(of: pair).map { Int(weights[$0]) } }

  /// Gives each edge a new weight; false where one has none.
  @inline(__always)
  mutating func reweight(_ weight: (_ mentee: Int, _ mentor: Int, Int64) -> Int64?) -> Bool {
    for mentee in 0..<starts.count - 1 {
      for position in self[mentee] {
        guard let new = weight(mentee, Int(mentors[position]), weights[position]) else {
          return false
        }
        weights[position] = new
      }
    }
    return true
  }

  /// The rows without some edges.
  func filter(_ keeps: (_ mentee: Int, _ position: Int) -> Bool) -> EdgeRows {
    var rows = EdgeRows()
    rows.starts.reserveCapacity(starts.count)
    for mentee in 0..<starts.count - 1 {
      for position in self[mentee] where keeps(mentee, position) {
        rows.mentors.append(mentors[position])
        rows.weights.append(weights[position])
      }
      rows.starts.append(Int32(rows.mentors.count))
    }
    return rows
  }
}

extension EdgeRows {
  /// Sorts edges in two linear passes, by mentor and then by mentee.
  init(_ list: EdgeList, mentees: Int, mentors mentorCount: Int) {
    let count = list.mentees.count
    let byMentor = Self.order(count, keys: list.mentors, upTo: mentorCount) { $0 }
    let order = Self.order(count, keys: list.mentees, upTo: mentees) { Int(byMentor[$0]) }
    mentors = order.map { list.mentors[Int($0)] }
    weights = order.map { list.weights[Int($0)] }
    starts = [Int32](repeating: 0, count: mentees + 1)
    for mentee in list.mentees { starts[Int(mentee) + 1] += 1 }
    for mentee in 0..<mentees { starts[mentee + 1] += starts[mentee] }
  }

  /// A stable counting sort of positions by a key.
  private static func order(
    _ count: Int, keys: [Int32], upTo limit: Int, _ position: (Int) -> Int
  ) -> [Int32] {
    var next = [Int32](repeating: 0, count: limit + 1)
    for key in keys { next[Int(key) + 1] += 1 }
    for key in 0..<limit { next[key + 1] += next[key] }
    return [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        let from = position(index)
        let key = Int(keys[from])
        buffer[Int(next[key])] = Int32(from)
        next[key] += 1
      }
      initialized = count
    }
  }

  /// The first pair that stands twice.
  var duplicate: Pair? {
    for mentee in 0..<starts.count - 1 {
      for position in self[mentee].dropFirst() where mentors[position] == mentors[position - 1] {
        return Pair(mentee, Int(mentors[position]))
      }
    }
    return nil
  }
}

/// Edges as they come, in columns.
struct EdgeList {
  var mentees: [Int32] = []
  var mentors: [Int32] = []
  var weights: [Int64] = []

  /// Makes room for a number of edges.
  mutating func reserve(_ count: Int) {
    mentees.reserveCapacity(count)
    mentors.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  /// Adds an edge whose numbers fit.
  @inline(__always)
  mutating func append(_ mentee: Int, _ mentor: Int, _ weight: Int) {
    mentees.append(Int32(truncatingIfNeeded: mentee))
    mentors.append(Int32(truncatingIfNeeded: mentor))
    weights.append(Int64(weight))
  }
}
