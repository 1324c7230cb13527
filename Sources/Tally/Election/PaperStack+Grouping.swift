extension PaperStack {
  /// The papers with equal ones together, in the order of their marks.
  ///
  /// The first marks of a paper are packed into 64 bits, twelve of them where there are at most 31
  /// candidates, and sorted by their digits; only papers that agree in all of those are compared
  /// further. Linear in the marks for elections as they are.
  consuming func grouped() -> Papers {
    let order = sortedPlaces()
    var grouped = Groups(marks: marks.count, papers: order.count)
    for place in order {
      grouped.append(marks[starts[place]..<starts[place + 1]], weight: weights[place])
    }
    return Papers(
      kind: kind ?? .ranks, total: total, hasEqualRanks: hasEqualRanks,
      hasSkippedRanks: hasSkippedRanks, marks: grouped.marks, starts: grouped.starts,
      before: grouped.before)
  }

  private func sortedPlaces() -> [Int] {
    let width = markWidth
    // A score may use all bits of a mark, so nothing would be left for the end of a paper.
    let held = kind == .scores ? 0 : 64 / width
    var keys = packedKeys(width: width, held: held)
    RadixSort.sort(&keys)
    var order = keys.map { Int($0.place) }
    // Papers that are longer than what a key holds, and agree in all of it.
    var first = 0
    while first < keys.count {
      var end = first + 1
      while end < keys.count, keys[end].key == keys[first].key { end += 1 }
      if end - first > 1, held == 0 || keys[first].key & ((1 << width) - 1) != 0 {
        order[first..<end].sort { isBefore($0, $1, after: held) }
      }
      first = end
    }
    return order
  }

  /// How many bits tell one mark from another, zero standing for the end of the paper.
  private var markWidth: Int {
    if kind == .scores || hasEqualRanks || hasSkippedRanks { return 16 }
    return candidates < 32 ? 5 : candidates < 256 ? 8 : 16
  }

  private func packedKeys(width: Int, held: Int) -> [RadixSort.Entry] {
    marks.withUnsafeBufferPointer { marks in
      weights.indices.map { place in
        var key: UInt64 = 0
        let (start, end) = (starts[place], starts[place + 1])
        for at in start..<min(end, start + held) {
          key = key << width | (UInt64(marks[at]) &+ 1) & ((1 << width) - 1)
        }
        let missing = held - min(held, end - start)
        return .init(key: key << (missing * width), place: UInt32(place))
      }
    }
  }

  private func isBefore(_ one: Int, _ other: Int, after held: Int) -> Bool {
    marks[starts[one]..<starts[one + 1]].dropFirst(held)
      .lexicographicallyPrecedes(marks[starts[other]..<starts[other + 1]].dropFirst(held))
  }
}

/// Distinct papers in the making.
private struct Groups {
  var marks: [UInt16] = []
  var starts = [0]
  var before = [0]

  init(marks: Int, papers: Int) {
    self.marks.reserveCapacity(marks)
    starts.reserveCapacity(papers + 1)
    before.reserveCapacity(papers + 1)
  }

  /// Adds papers; where they equal those added last, to their count.
  mutating func append(_ paper: ArraySlice<UInt16>, weight: Int) {
    if starts.count > 1, marks[starts[starts.count - 2]...].elementsEqual(paper) {
      before[before.count - 1] += weight
    } else {
      marks += paper
      starts.append(marks.count)
      before.append(before[before.count - 1] + weight)
    }
  }
}
