/// How the first marks of a paper fit into 64 bits, in the order of the papers.
struct Packing {
  /// The bits of a mark; zero stands for the end of the paper.
  let width: Int
  /// How many marks fit.
  let held: Int

  private init(width: Int, held: Int) {
    self.width = width
    self.held = held
  }

  /// For papers that only name candidates: twelve marks fit where there are at most 31 of these.
  init(candidates: Int) {
    let width = candidates < 32 ? 5 : candidates < 256 ? 8 : 16
    self.init(width: width, held: 64 / width)
  }

  /// For marks that use all of their bits.
  static let wholeMarks = Packing(width: 16, held: 4)
  /// For scores, whose bits leave nothing to tell the end of a paper by.
  static let none = Packing(width: 16, held: 0)

  private var mask: UInt64 { (1 << UInt64(width)) - 1 }

  /// The key of a paper that ends, or goes on, behind these marks.
  func key(_ marks: some Sequence<UInt16>) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for mark in marks {
      if count == held { break }
      key = adding(mark, to: key)
      count += 1
    }
    return closed(key, count: count)
  }

  /// A key of so many marks, packed one behind another, with the end of the paper behind them.
  @inline(__always)
  func closed(_ key: UInt64, count: Int) -> UInt64 { key << UInt64((held - count) * width) }

  /// A key with one more mark behind those that it holds.
  @inline(__always)
  func adding(_ mark: UInt16, to key: UInt64) -> UInt64 {
    key &<< UInt64(width) | (UInt64(mark) + 1) & mask
  }

  /// Whether a key holds its paper to the end.
  @inline(__always)
  func holdsAll(_ key: UInt64) -> Bool { held > 0 && key & mask == 0 }

  /// How many marks a key holds.
  func count(_ key: UInt64) -> Int { held - min(held, key.trailingZeroBitCount / width) }

  /// The mark at this place of a key.
  @inline(__always)
  func mark(_ place: Int, of key: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: key &>> UInt64((held &- 1 &- place) &* width) & mask) &- 1
  }

  /// Writes the marks that a key holds, and what need not be kept up to `held`; says how many.
  ///
  /// It writes as many for every key, so that there is no end to foresee.
  @inline(__always)
  func unpack(_ key: UInt64, to marks: UnsafeMutablePointer<UInt16>) -> Int {
    for place in 0..<held { marks[place] = mark(place, of: key) }
    return count(key)
  }
}
