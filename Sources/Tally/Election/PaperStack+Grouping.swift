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
  private(set) var starts: [Int] = [0]
  private(set) var before: [Int] = [0]

  /// Puts equal papers together, which follow one another in these entries.
  init(_ stack: borrowing PaperStack, _ entries: [RadixSort.Entry], _ packing: Packing) {
    // One more than needed, so that there is always somewhere to point.
    marks = Array(repeating: 0, count: stack.marks.count + 1)
    starts.reserveCapacity(entries.count + 1)
    before.reserveCapacity(entries.count + 1)
    var end = 0
    var lastKey: UInt64?
    for entry in entries {
      let weight = entry.weight > 0 ? Int(entry.weight) : stack.weights[Int(entry.place)]
      if packing.holdsAll(entry.key) {
        if entry.key != lastKey {
          end += marks.withUnsafeMutableBufferPointer {
            packing.unpack(entry.key, to: $0.baseAddress.unsafelyUnwrapped + end)
          }
          begin(at: end)
        }
        lastKey = entry.key
      } else {
        let paper = stack.marks(Int(entry.place))
        if starts.count == 1 || !marks[starts[starts.count - 2]..<end].elementsEqual(paper) {
          marks.replaceSubrange(end..<end + paper.count, with: paper)
          end += paper.count
          begin(at: end)
        }
        lastKey = nil
      }
      before[before.count - 1] += weight
    }
    marks.removeLast(marks.count - end)
  }

  /// Begins a distinct paper whose marks end here.
  private mutating func begin(at end: Int) {
    starts.append(end)
    before.append(before[before.count - 1])
  }
}
