/// Where papers came last that many have: most short papers are found here and need no entry more.
///
/// A table with one slot for many keys, of which the last one has it. Small enough to stay in the
/// processor's cache, so that looking costs less than sorting one entry more.
struct RecentKeys {
  private static let bits: UInt64 = 13
  /// A key with no end, as none of a whole paper is.
  private static let none = (key: UInt64.max, place: 0)

  private var slots: [(key: UInt64, place: Int)] = []

  /// Where this key has its entry; nil if that is not known, and then it is at this new place.
  @inline(__always)
  mutating func find(_ key: UInt64, orPutAt place: Int) -> Int? {
    if slots.isEmpty { slots = Array(repeating: Self.none, count: 1 << Int(Self.bits)) }
    // Multiplying by the golden ratio spreads keys over the highest bits.
    let slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) &>> (64 - Self.bits))
    if slots[slot].key == key { return slots[slot].place }
    slots[slot] = (key, place)
    return nil
  }
}
