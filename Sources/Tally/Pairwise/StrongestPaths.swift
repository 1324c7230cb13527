/// The strongest path of defeats from every candidate to every other.
///
/// A path is as strong as its weakest defeat. Strengths are kept as their rank among all that
/// occur, so that any order of strengths can be compared by small numbers.
struct StrongestPaths {
  private let candidates: [Int]
  private let all: Int
  /// Of each pair that takes part the rank of the strongest path; 0 where there is none.
  private var paths: [Int32]
  /// Of each rank the strength as it is reported.
  private var strengths: [Int]

  /// How strong a defeat is: first by the first number, then by the second.
  private struct Defeat {
    let first: Int
    let second: Int
    /// Whose defeat it is, as a place in the table of pairs.
    let pair: Int

    static func < (one: Defeat, other: Defeat) -> Bool {
      (one.first, one.second) < (other.first, other.second)
    }
  }

  /// Follows all defeats among the candidates who take part.
  ///
  /// - Parameter breaksEquals: whether of two defeats with equal strength the one with more papers
  ///   against it is the weaker.
  init(
    _ counts: PairCounts, among candidates: [Int], _ strength: Schulze.Strength, breaksEquals: Bool
  ) {
    self.candidates = candidates
    all = counts.candidates
    paths = Array(repeating: 0, count: candidates.count * candidates.count)
    strengths = [0]
    var defeats: [Defeat] = []
    for (row, one) in candidates.enumerated() {
      for (column, other) in candidates.enumerated() {
        let (votes, against) = (counts[one, other], counts[other, one])
        guard votes > against else { continue }
        defeats.append(
          Defeat(
            first: strength == .margins ? votes - against : votes,
            second: breaksEquals ? -against : 0, pair: row * candidates.count + column))
      }
    }
    rank(defeats)
    widen()
  }

  /// Gives every pair the rank of its defeat.
  private mutating func rank(_ defeats: [Defeat]) {
    var last: Defeat?
    for defeat in defeats.sorted(by: <) {
      if last.map({ $0 < defeat }) ?? true { strengths.append(defeat.first) }
      paths[defeat.pair] = Int32(strengths.count - 1)
      last = defeat
    }
  }

  /// Finds the strongest paths, in 16 bits where there are few enough strengths.
  private mutating func widen() {
    guard strengths.count <= Int(Int16.max) else { return Self.widen(&paths, candidates.count) }
    var narrow = paths.map { Int16(truncatingIfNeeded: $0) }
    Self.widen(&narrow, candidates.count)
    paths = narrow.map { Int32($0) }
  }

  /// Lets every path go through every candidate in turn (Floyd and Warshall).
  private static func widen(_ paths: inout [some FixedWidthInteger & BitwiseCopyable], _ count: Int)
  {
    guard count > 0 else { return }
    paths.withUnsafeMutableBufferPointer { paths in
      let start = paths.baseAddress.unsafelyUnwrapped
      for via in 0..<count {
        let second = start + via * count
        for one in 0..<count where one != via {
          let row = start + one * count
          let first = row[via]
          if first == 0 { continue }
          for other in 0..<count { row[other] = max(row[other], min(first, second[other])) }
        }
      }
      // A way from a candidate back to the same is no path.
      for one in 0..<count { start[one * count + one] = 0 }
    }
  }

  private func beats(_ one: Int, _ other: Int) -> Bool {
    let count = candidates.count
    return paths[one * count + other] > paths[other * count + one]
  }

  /// Who is beaten by nobody, then who is beaten only by those, and so on.
  var layers: [[Int]] {
    var layers: [[Int]] = []
    var left = Array(candidates.indices)
    while !left.isEmpty {
      let layer = left.filter { one in !left.contains { beats($0, one) } }
      layers.append(layer.map { candidates[$0] })
      left.removeAll { layer.contains($0) }
    }
    return layers
  }

  /// The comparison as the report shows it.
  func report(_ counts: PairCounts) -> PairReport {
    let count = candidates.count
    var shown = Array(repeating: Array(repeating: 0, count: all), count: all)
    var wins = Array(repeating: 0, count: count)
    for one in 0..<count {
      for other in 0..<count {
        shown[candidates[one]][candidates[other]] = strengths[Int(paths[one * count + other])]
        if beats(one, other) { wins[one] += 1 }
      }
    }
    return PairReport(
      preferences: counts.rows, paths: shown, winners: (layers.first ?? []).map { $0 + 1 },
      ranking: Marking.groups(count) { wins[$0] > wins[$1] }.map { $0.map { candidates[$0] + 1 } })
  }
}
