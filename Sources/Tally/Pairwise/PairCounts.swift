/// How many papers prefer each candidate to each other.
///
/// Who is not ranked comes after all who are. Equals are preferred by neither.
struct PairCounts {
  let candidates: Int
  /// Row by row: how many papers prefer the row's candidate to the column's.
  private let counts: [Int]

  /// Counts all papers; linear in their marks times the candidates.
  init(_ papers: Papers, candidates: Int) {
    self.candidates = candidates
    // No count exceeds the papers, and the narrower the numbers are, the more are added at a time.
    counts =
      papers.total <= Int(UInt16.max)
      ? Self.counts(papers, candidates, as: UInt16.self)
      : papers.total <= Int(UInt32.max)
        ? Self.counts(papers, candidates, as: UInt32.self)
        : Self.counts(papers, candidates, as: Int.self)
  }

  private static func counts<Count: FixedWidthInteger & BitwiseCopyable>(
    _ papers: Papers, _ candidates: Int, as _: Count.Type
  ) -> [Int] {
    var counts = [Count](repeating: 0, count: candidates * candidates)
    var below = [Count](repeating: 0, count: candidates)
    counts.withUnsafeMutableBufferPointer { counts in
      below.withUnsafeMutableBufferPointer { below in
        for place in 0..<papers.distinct {
          below.update(repeating: Count(truncatingIfNeeded: papers.count(place)))
          add(papers.marks(place), below, counts)
        }
      }
    }
    return counts.map { Int(truncatingIfNeeded: $0) }
  }

  /// Adds a paper: `below` holds its weight for everyone who has not been ranked yet.
  private static func add<Count: FixedWidthInteger & BitwiseCopyable>(
    _ marks: ArraySlice<UInt16>, _ below: UnsafeMutableBufferPointer<Count>,
    _ counts: UnsafeMutableBufferPointer<Count>
  ) {
    var first = marks.startIndex
    for at in marks.indices {
      if marks[at] == Mark.skipped {
        first = at + 1
        continue
      }
      below[Mark.candidate(marks[at])] = 0
      guard marks[at] & Mark.equal == 0 else { continue }
      for mark in marks[first...at] {
        let row = counts.baseAddress.unsafelyUnwrapped + Mark.candidate(mark) * below.count
        for other in 0..<below.count { row[other] &+= below[other] }
      }
      first = at + 1
    }
  }

  /// How many papers prefer one candidate to another.
  subscript(_ one: Int, _ other: Int) -> Int { counts[one * candidates + other] }

  /// The counts row by row.
  var rows: [[Int]] { (0..<candidates).map { one in (0..<candidates).map { self[one, $0] } } }
}
