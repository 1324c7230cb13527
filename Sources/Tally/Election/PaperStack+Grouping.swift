extension PaperStack {
  /// The papers with equal ones together, in the order of their marks.
  ///
  /// The first marks of a paper are packed into 64 bits, twelve of them where there are at most 31
  /// candidates, and sorted by their digits. What is wholly in there is known without another look;
  /// only longer papers that agree so far are compared further. Linear in the marks for elections
  /// as they are.
  consuming func grouped() -> Papers {
    let packing = packing
    var entries = packedEntries(packing)
    RadixSort.sort(&entries)
    sortLongPapers(&entries, packing)
    let groups = Groups(self, entries, packing)
    return Papers(
      kind: kind ?? .ranks, total: total, hasEqualRanks: hasEqualRanks,
      hasSkippedRanks: hasSkippedRanks, marks: groups.marks, starts: groups.starts,
      before: groups.before)
  }

  private var packing: Packing {
    // A score may use all bits of a mark, so nothing would be left for the end of a paper.
    if kind == .scores { return Packing(width: 16, held: 0) }
    if hasEqualRanks || hasSkippedRanks { return Packing(width: 16, held: 4) }
    let width = candidates < 32 ? 5 : candidates < 256 ? 8 : 16
    return Packing(width: width, held: 64 / width)
  }

  private func packedEntries(_ packing: Packing) -> [RadixSort.Entry] {
    marks.withUnsafeBufferPointer { marks in
      starts.withUnsafeBufferPointer { starts in
        weights.indices.map { place in
          let paper = marks[starts[place]..<starts[place + 1]]
          return .init(
            key: packing.key(UnsafeBufferPointer(rebasing: paper)), place: UInt32(place),
            weight: UInt32(exactly: weights[place]) ?? 0)
        }
      }
    }
  }

  /// Puts papers in order that agree in all that a key holds.
  private func sortLongPapers(_ entries: inout [RadixSort.Entry], _ packing: Packing) {
    var first = 0
    while first < entries.count {
      let key = entries[first].key
      var end = first + 1
      while end < entries.count, entries[end].key == key { end += 1 }
      if end - first > 1, !packing.holdsAll(key) {
        entries[first..<end].sort { one, other in
          marks(Int(one.place)).dropFirst(packing.held)
            .lexicographicallyPrecedes(marks(Int(other.place)).dropFirst(packing.held))
        }
      }
      first = end
    }
  }

  /// The marks of the paper at this place.
  fileprivate func marks(_ place: Int) -> ArraySlice<UInt16> {
    marks[starts[place]..<starts[place + 1]]
  }
}

/// How the first marks of a paper fit into 64 bits.
private struct Packing {
  /// The bits of a mark; zero stands for the end of the paper.
  let width: Int
  /// How many marks fit.
  let held: Int

  private var mask: UInt64 { (1 << UInt64(width)) - 1 }

  func key(_ marks: UnsafeBufferPointer<UInt16>) -> UInt64 {
    var key: UInt64 = 0
    let count = min(held, marks.count)
    for mark in marks[..<count] { key = key << UInt64(width) | (UInt64(mark) + 1) & mask }
    return key << UInt64((held - count) * width)
  }

  /// Whether a key holds its paper to the end.
  func holdsAll(_ key: UInt64) -> Bool { held > 0 && key & mask == 0 }

  /// Writes the marks that a key holds; says how many.
  func unpack(_ key: UInt64, to marks: UnsafeMutablePointer<UInt16>) -> Int {
    var count = 0
    while count < held {
      let mark = key >> UInt64((held - 1 - count) * width) & mask
      if mark == 0 { break }
      marks[count] = UInt16(mark - 1)
      count += 1
    }
    return count
  }
}

/// Distinct papers and how many there are of each.
private struct Groups {
  private(set) var marks: [UInt16]
  private(set) var starts: [Int]
  private(set) var before: [Int]

  /// Puts equal papers together, which follow one another in these entries.
  init(_ stack: borrowing PaperStack, _ entries: [RadixSort.Entry], _ packing: Packing) {
    // One mark more than needed, so that there is always somewhere to point.
    marks = Array(repeating: 0, count: stack.marks.count + 1)
    starts = Array(repeating: 0, count: entries.count + 1)
    before = starts
    let (papers, end) = marks.withUnsafeMutableBufferPointer { marks in
      starts.withUnsafeMutableBufferPointer { starts in
        before.withUnsafeMutableBufferPointer { before in
          var writer = GroupWriter(marks: marks, starts: starts, before: before)
          for entry in entries { writer.add(entry, packing, stack) }
          return (writer.papers, writer.end)
        }
      }
    }
    marks.removeLast(marks.count - end)
    starts.removeLast(starts.count - papers - 1)
    before.removeLast(before.count - papers - 1)
  }
}

/// Writes distinct papers one after another.
private struct GroupWriter {
  let marks: UnsafeMutableBufferPointer<UInt16>
  let starts: UnsafeMutableBufferPointer<Int>
  let before: UnsafeMutableBufferPointer<Int>
  /// How many distinct papers there are so far, and where the marks of the last one end.
  var papers = 0
  var end = 0
  /// The key of the last paper, if it holds all of it.
  var lastKey: UInt64?

  /// Adds papers; where they equal the last, to their count.
  @inline(__always)
  mutating func add(
    _ entry: RadixSort.Entry, _ packing: Packing, _ stack: borrowing PaperStack
  ) {
    let weight = entry.weight > 0 ? Int(entry.weight) : stack.weights[Int(entry.place)]
    if !packing.holdsAll(entry.key) {
      addLong(stack.marks(Int(entry.place)))
      lastKey = nil
    } else if entry.key != lastKey {
      let start = marks.baseAddress.unsafelyUnwrapped + end
      begin(count: packing.unpack(entry.key, to: start))
      lastKey = entry.key
    }
    before[papers] += weight
  }

  private mutating func addLong(_ paper: ArraySlice<UInt16>) {
    if papers > 0, marks[starts[papers - 1]..<end].elementsEqual(paper) { return }
    for (offset, mark) in paper.enumerated() { marks[end + offset] = mark }
    begin(count: paper.count)
  }

  /// Begins a distinct paper with so many marks, which are written already.
  @inline(__always)
  private mutating func begin(count: Int) {
    end += count
    papers += 1
    starts[papers] = end
    before[papers] = before[papers - 1]
  }
}
