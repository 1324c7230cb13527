/// Exact chances from random bits, eight at a time, without any floating point.
struct Coin<Source: RandomNumberGenerator> {
  var source: Source
  private var word: UInt64 = 0
  private var left = 0

  init(_ source: Source) {
    self.source = source
  }

  /// Eight random bits.
  @inline(__always)
  private mutating func bits() -> UInt64 {
    if left == 0 {
      word = source.next()
      left = 8
    }
    left -= 1
    let bits = word & 0xFF
    word >>= 8
    return bits
  }

  /// One of two sides, alike.
  mutating func isHeads() -> Bool { bits() & 1 == 0 }

  /// A number below another, all alike; at most 2^47 of them.
  @inline(__always)
  mutating func below(_ count: UInt64) -> UInt64 {
    if count == 1 { return 0 }
    if count <= 1 << 16 {
      let isByte = count <= 1 << 8
      let sides: UInt64 = isByte ? 1 << 8 : 1 << 16
      let fair = sides - sides % count
      while true {
        let drawn = isByte ? bits() : bits() << 8 | bits()
        if drawn < fair { return drawn % count }
      }
    }
    return source.next(upperBound: count)
  }

  /// Heads with probability `part / whole`, below 2^47 both.
  ///
  /// Compares random bits with the fraction's own, from the first on, until they differ.
  @inline(__always)
  mutating func lands(_ part: UInt64, of whole: UInt64) -> Bool {
    var rest = part
    while true {
      let digits = (rest << 8) / whole
      let drawn = bits()
      if drawn != digits { return drawn < digits }
      rest = (rest << 8) % whole
      if rest == 0 { return false }
    }
  }

  /// Heads with probability `part / whole`, below 2^110 both.
  mutating func lands(_ part: UInt128, of whole: UInt128) -> Bool {
    if whole < 1 << 47 { return lands(UInt64(part), of: UInt64(whole)) }
    var rest = part
    while true {
      let digits = UInt64((rest << 8) / whole)
      let drawn = bits()
      if drawn != digits { return drawn < digits }
      rest = (rest << 8) % whole
      if rest == 0 { return false }
    }
  }

  /// Heads with probability exp(-1).
  @inline(__always)
  mutating func landsInverseE() -> Bool {
    // The first two tosses land with probabilities 1 and 1/2, then 1/3, 1/4, ...
    var count: UInt64 = 2
    while lands(1, of: count) { count += 1 }
    return count & 1 == 1
  }

  /// Heads with probability exp(-part/whole), for part at most whole and both below 2^40.
  @inline(__always)
  mutating func landsInverseExponential(_ part: UInt64, of whole: UInt64) -> Bool {
    if part == 0 { return true }
    var count: UInt64 = 1
    while lands(part, of: whole * count) { count += 1 }
    return count & 1 == 1
  }

  /// Heads with probability exp(-part/whole), for any part; whole below 2^90.
  mutating func landsInverseExponential(_ part: UInt128, of whole: UInt128) -> Bool {
    for _ in 0..<(part / whole) where !landsInverseE() { return false }
    let rest = part % whole
    if rest == 0 { return true }
    var count: UInt128 = 1
    while lands(rest, of: whole * count) { count += 1 }
    return count & 1 == 1
  }
}
