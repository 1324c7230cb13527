/// The residents of a program, the least wanted on top; those who left may linger below.
struct AdmittedHeap {
  private var entries: [(key: Int64, resident: Int)] = []

  /// What orders residents: the rank, then those that nobody refused yet, the later number last.
  static func key(_ rank: Int32, _ isPromoted: Bool) -> Int64 {
    Int64(rank) * 2 + (isPromoted ? 0 : 1)
  }

  /// The least wanted.
  var worst: (resident: Int, key: Int64)? { entries.first.map { ($0.resident, $0.key) } }

  private static func isWorse(
    _ one: (key: Int64, resident: Int), _ other: (key: Int64, resident: Int)
  ) -> Bool {
    one.key > other.key || (one.key == other.key && one.resident > other.resident)
  }

  /// Adds a resident.
  mutating func insert(_ resident: Int, key: Int64) {
    entries.append((key, resident))
    var index = entries.count - 1
    while index > 0, Self.isWorse(entries[index], entries[(index - 1) / 2]) {
      entries.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Takes the least wanted away.
  mutating func removeWorst() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    entries[0] = last
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < entries.count else { return }
      if child + 1 < entries.count, Self.isWorse(entries[child + 1], entries[child]) { child += 1 }
      guard Self.isWorse(entries[child], entries[index]) else { return }
      entries.swapAt(index, child)
      index = child
    }
  }
}
