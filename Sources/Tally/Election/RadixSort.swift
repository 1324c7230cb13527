/// Sorting by 64-bit keys in passes over their digits; entries with equal keys keep their order.
enum RadixSort {
  /// The key of a paper, where the rest of it is, and how many there are.
  struct Entry {
    var key: UInt64
    /// Where the paper is kept that the key does not hold whole.
    var place: UInt32
    /// How many there are; 0 where 32 bits cannot say it.
    var weight: UInt32

    init(key: UInt64, place: UInt32, weight: UInt32) {
      self.key = key
      self.place = place
      self.weight = weight
    }

    /// Papers of which the key says all.
    init(key: UInt64, weight: UInt32) {
      self.init(key: key, place: .max, weight: weight)
    }

    /// Whether the key says all, so that the paper is kept nowhere else.
    var isWhole: Bool { place == .max }
  }

  /// Below this many entries comparing is faster than counting digits.
  private static let fewest = 4096
  private static let digit = 12

  /// Sorts in place; linear in the number of entries.
  static func sort(_ entries: inout [Entry]) {
    guard entries.count >= fewest else {
      // Places ascend before sorting, so that they settle what is equal.
      entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
      return
    }
    // Every pass writes all of it before anything is read.
    var spare = [Entry](unsafeUninitializedCapacity: entries.count) { $1 = entries.count }
    for shift in stride(from: 0, to: 64, by: digit) {
      let moved = entries.withUnsafeBufferPointer { from in
        spare.withUnsafeMutableBufferPointer { pass(from, into: $0, shift: UInt64(shift)) }
      }
      if moved { swap(&entries, &spare) }
    }
  }

  /// Moves the entries into the order of one digit; false if all have the same there.
  private static func pass(
    _ from: UnsafeBufferPointer<Entry>, into target: UnsafeMutableBufferPointer<Entry>,
    shift: UInt64
  ) -> Bool {
    let mask: UInt64 = (1 << UInt64(digit)) - 1
    var places = [Int](repeating: 0, count: 1 << digit)
    return places.withUnsafeMutableBufferPointer { places in
      for entry in from { places[Int(entry.key &>> shift & mask)] &+= 1 }
      if places[Int(from[0].key >> shift & mask)] == from.count { return false }
      var sum = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum &+ places[digit]) }
      for entry in from {
        let digit = Int(entry.key &>> shift & mask)
        target[places[digit]] = entry
        places[digit] &+= 1
      }
      return true
    }
  }
}
