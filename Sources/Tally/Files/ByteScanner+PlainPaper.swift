extension ByteScanner {
  /// The greatest number of candidates of which a paper can be read as a plain one.
  static let mostPlainCandidates = 63

  /// Reads a paper to the end of its line if it has nothing unusual and is not too long.
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
    var paper = PlainPaper(weight: weight, packing)
    // Of each candidate a bit, so that nobody is named twice.
    var named: UInt64 = 0
    while let next = shortNumber(), next <= candidates {
      if next == 0 {
        guard isAtLineEnd else { break }
        return paper
      }
      guard named &>> UInt64(next) & 1 == 0, byte == 32, paper.add(next - 1) else { break }
      skip()
      named |= 1 &<< UInt64(next)
    }
    return rewind(to: start)
  }

  private mutating func rewind(to start: Int) -> PlainPaper? {
    at = start
    return nil
  }
}
