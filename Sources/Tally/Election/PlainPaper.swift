/// A paper as most are: how many there are of it, and candidates one behind another.
///
/// Two keys hold the marks; what does not fit into them is no plain paper.
struct PlainPaper {
  let weight: UInt32
  let packing: Packing
  private(set) var count = 0
  /// The first marks, and those behind them.
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  init(weight: UInt32, _ packing: Packing) {
    self.weight = weight
    self.packing = packing
  }

  /// Adds a candidate by place; false if there is no room left.
  @inline(__always)
  mutating func add(_ candidate: Int) -> Bool {
    let mark = UInt16(truncatingIfNeeded: candidate)
    if count < packing.held {
      first = packing.adding(mark, to: first)
    } else if count < 2 * packing.held {
      second = packing.adding(mark, to: second)
    } else {
      return false
    }
    count += 1
    return true
  }

  /// Whether the first key holds the paper to its end.
  @inline(__always)
  var isWhole: Bool { count < packing.held }

  /// The key by which the paper is sorted.
  @inline(__always)
  var key: UInt64 { packing.closed(first, count: min(count, packing.held)) }

  /// The marks of a paper that is not whole.
  var marks: some RandomAccessCollection<UInt16> {
    let behind = packing.closed(second, count: count - packing.held)
    return (0..<count).lazy.map { [packing, first] place in
      place < packing.held
        ? packing.mark(place, of: first) : packing.mark(place - packing.held, of: behind)
    }
  }
}
