extension PaperStack {
  /// The papers with equal ones together, in the order of their marks.
  ///
  /// Keys are sorted by their digits. What is wholly in there is known without another look; only
  /// longer papers that agree so far are compared further. Linear in the marks for elections as
  /// they are.
  consuming func grouped() -> Papers {
    var packing = packing
    if !isPlain {
      packing = kind == .scores ? .none : .wholeMarks
      repack(packing)
    }
    RadixSort.sort(&entries)
    sortLongPapers(packing)
    let groups = Groups(self, packing)
    return Papers(
      kind: kind ?? .ranks, total: total, hasEqualRanks: hasEqualRanks,
      hasSkippedRanks: hasSkippedRanks, marks: groups.marks, starts: groups.starts,
      before: groups.before)
  }

  /// Puts papers in order that agree in all that a key holds.
  private mutating func sortLongPapers(_ packing: Packing) {
    var first = 0
    while first < entries.count {
      let key = entries[first].key
      var end = first + 1
      while end < entries.count, entries[end].key == key { end += 1 }
      if end - first > 1, !packing.holdsAll(key) { sortLongPapers(first..<end, packing.held) }
      first = end
    }
  }

  /// Puts papers in order by what stands behind so many marks.
  private mutating func sortLongPapers(_ range: Range<Int>, _ held: Int) {
    let sorted = entries[range].sorted { one, other in
      marks(one.place).dropFirst(held).lexicographicallyPrecedes(marks(other.place).dropFirst(held))
    }
    entries.replaceSubrange(range, with: sorted)
  }
}

/// Distinct papers and how many there are of each.
private struct Groups {
  private(set) var marks: [UInt16] = []
  private(set) var starts: [Int] = []
  private(set) var before: [Int] = []

  /// Puts equal papers together, whose entries follow one another.
  ///
  /// Room is asked for as if no two papers were equal: what nobody writes to costs nothing.
  init(_ stack: borrowing PaperStack, _ packing: Packing) {
    let most = stack.entries.count
    let mostMarks = (most + 1) * packing.held + stack.marks.count
    var written = GroupWriter.Counts()
    marks = [UInt16](unsafeUninitializedCapacity: mostMarks) { marks, marksUsed in
      starts = [Int](unsafeUninitializedCapacity: most + 1) { starts, startsUsed in
        before = [Int](unsafeUninitializedCapacity: most + 1) { before, beforeUsed in
          var writer = GroupWriter(marks: marks, starts: starts, before: before)
          for entry in stack.entries { writer.add(entry, packing, stack) }
          written = writer.finish()
          beforeUsed = written.papers + 1
        }
        startsUsed = written.papers + 1
      }
      marksUsed = written.marks
    }
  }
}

/// Writes distinct papers one after another.
private struct GroupWriter {
  let marks: UnsafeMutableBufferPointer<UInt16>
  let starts: UnsafeMutableBufferPointer<Int>
  let before: UnsafeMutableBufferPointer<Int>
  /// How much is written.
  var written = Counts()
  /// How many papers came so far.
  var total = 0
  /// The key of the last paper, if it holds all of it.
  var lastKey: UInt64?

  /// How many distinct papers there are, and marks on them.
  struct Counts {
    var papers = 0
    var marks = 0
  }

  /// Adds papers; where they equal the last, to their count.
  @inline(__always)
  mutating func add(
    _ entry: RadixSort.Entry, _ packing: Packing, _ stack: borrowing PaperStack
  ) {
    if !packing.holdsAll(entry.key) {
      addLong(stack.marks(entry.place))
      lastKey = nil
    } else if entry.key != lastKey {
      let end = marks.baseAddress.unsafelyUnwrapped + written.marks
      begin(count: packing.unpack(entry.key, to: end))
      lastKey = entry.key
    }
    total += entry.weight > 0 ? Int(entry.weight) : stack.weights[Int(entry.place)]
  }

  private mutating func addLong(_ paper: ArraySlice<UInt16>) {
    if written.papers > 0,
      marks[starts[written.papers - 1]..<written.marks].elementsEqual(paper)
    {
      return
    }
    for (offset, mark) in paper.enumerated() { marks[written.marks + offset] = mark }
    begin(count: paper.count)
  }

  /// Begins a distinct paper with so many marks, which are written already.
  @inline(__always)
  private mutating func begin(count: Int) {
    starts[written.papers] = written.marks
    before[written.papers] = total
    written.marks += count
    written.papers += 1
  }

  /// Closes the last paper and says how much was written.
  mutating func finish() -> Counts {
    starts[written.papers] = written.marks
    before[written.papers] = total
    return written
  }
}
