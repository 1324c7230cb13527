/// Something that happens in a search when its clock has come that far.
struct PeerEvent<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  /// What happens; of what happens at once, the earlier in this order first.
  enum Kind: UInt8 {
    /// An edge leads to someone who has nobody: one more pair.
    case pair
    /// An edge leads to a node that is not in the tree.
    case reach
    /// An edge closes an odd cycle.
    case close
    /// The price of an odd blossom falls to nothing.
    case open
    /// Someone's potential falls to nothing: that person may as well stay alone.
    case leave
  }

  let time: Score
  let kind: Kind
  /// The person or blossom.
  let subject: Int32
  /// The other end of an edge that closes a cycle.
  var other: Int32 = -1

  @inline(__always)
  static func < (left: Self, right: Self) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.subject != right.subject { return left.subject < right.subject }
    return left.other < right.other
  }
}

/// Events to come, the first of them at hand: a binary heap.
struct PeerEvents<Score: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
  private var heap: [PeerEvent<Score>] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func add(_ event: PeerEvent<Score>) {
    heap.append(event)
    var index = heap.count - 1
    while index > 0, event < heap[(index - 1) / 2] {
      heap[index] = heap[(index - 1) / 2]
      index = (index - 1) / 2
    }
    heap[index] = event
  }

  mutating func popFirst() -> PeerEvent<Score>? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < last else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = last
    return first
  }
}
