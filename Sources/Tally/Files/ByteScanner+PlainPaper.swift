/// A paper as most are: how many there are, and candidates one behind another.
struct PlainPaper {
  let weight: UInt32
  /// Its marks to the end, packed.
  let key: UInt64
}

extension ByteScanner {
  /// The greatest number of candidates of which a paper can be read as a plain one.
  static let mostPlainCandidates = 63

  /// Reads a paper to the end of its line if it has nothing unusual and a key holds it whole.
  ///
  /// Any other paper gives nil and is left untouched, be it right or wrong: the reader of all forms
  /// has the last word on it. Nothing but digits with single spaces between them is taken, so that
  /// a mark costs a look at three bytes.
  @inline(__always)
  mutating func plainPaper(candidates: Int, _ packing: Packing) -> PlainPaper? {
    let start = at
    guard let number = number(), number > 0, let weight = UInt32(exactly: number), byte == 32
    else { return rewind(to: start) }
    skip()
    var key: UInt64 = 0
    var count = 0
    // Of each candidate a bit, so that nobody is named twice.
    var named: UInt64 = 0
    while count < packing.held, let next = shortNumber(), next <= candidates {
      if next == 0 {
        guard isAtLineEnd else { break }
        return PlainPaper(weight: weight, key: packing.closed(key, count: count))
      }
      guard named >> UInt64(next) & 1 == 0, byte == 32 else { break }
      skip()
      named |= 1 << UInt64(next)
      key = key << UInt64(packing.width) | UInt64(next)
      count += 1
    }
    return rewind(to: start)
  }

  private mutating func rewind(to start: Int) -> PlainPaper? {
    at = start
    return nil
  }
}
