/// Papers as they come in, before equal ones are put together.
struct PaperStack {
  /// The most papers that may be counted: sums of them fit wherever they are added up.
  static let mostPapers = 1 << 62

  let candidates: Int
  var marks: [UInt16] = []
  /// Where each paper begins, and at last where the next one will.
  var starts: [Int] = [0]
  var weights: [Int] = []
  private(set) var total = 0
  var kind: Papers.Kind?
  var hasEqualRanks = false
  var hasSkippedRanks = false
  /// For each candidate the paper, counted from 1, that named them last: finds repetitions.
  private var namedIn: [Int]

  init(candidates: Int) {
    self.candidates = candidates
    self.namedIn = Array(repeating: 0, count: candidates)
  }

  /// Makes room for the papers of a file of so many bytes; what is not used costs nothing.
  mutating func reserve(bytes: Int) {
    let bytes = min(bytes, 1 << 28)
    marks.reserveCapacity(bytes / 2)
    starts.reserveCapacity(bytes / 6)
    weights.reserveCapacity(bytes / 6)
  }

  /// Notes that the paper at hand names the candidate at this place; false if it did before.
  @inline(__always)
  mutating func name(_ place: Int) -> Bool {
    defer { namedIn[place] = starts.count }
    return namedIn[place] != starts.count
  }

  /// Ends the paper at hand, which stands for so many papers.
  @inline(__always)
  mutating func close(weight: Int) -> PaperProblem? {
    let (sum, overflow) = total.addingReportingOverflow(weight)
    guard !overflow, sum <= Self.mostPapers else { return .tooMany }
    total = sum
    starts.append(marks.count)
    weights.append(weight)
    return nil
  }

  /// Adds a paper, or says what is wrong with it.
  mutating func add(_ paper: Paper) -> PaperProblem? {
    guard paper.count > 0 else { return .weight(String(paper.count)) }
    let problem =
      switch paper.marks {
      case .ranks(let ranks): add(ranks: ranks)
      case .scores(let scores): add(scores: scores)
      }
    return problem ?? close(weight: paper.count)
  }

  private mutating func add(ranks: [[Int]]) -> PaperProblem? {
    if !ranks.isEmpty, let problem = begin(.ranks) { return problem }
    for rank in ranks {
      if rank.isEmpty {
        marks.append(Mark.skipped)
        hasSkippedRanks = true
      }
      let begin = marks.count
      for number in rank {
        if let problem = admit(number) { return problem }
        marks.append(UInt16(number - 1))
      }
      if rank.count > 1 { shareRank(since: begin) }
    }
    return nil
  }

  private mutating func add(scores: [Int: Int]) -> PaperProblem? {
    if !scores.isEmpty, let problem = begin(.scores) { return problem }
    for (number, score) in scores.sorted(by: { $0.key < $1.key }) {
      if let problem = admit(number) { return problem }
      guard let mark = UInt16(exactly: score) else { return .score(String(score)) }
      marks += [UInt16(number - 1), mark]
    }
    return nil
  }

  /// Fixes what the papers bear at the first one that bears anything.
  mutating func begin(_ wanted: Papers.Kind) -> PaperProblem? {
    if kind == nil { kind = wanted }
    return kind == wanted ? nil : .mixed
  }

  private mutating func admit(_ number: Int) -> PaperProblem? {
    guard (1...candidates).contains(number) else {
      return .stranger(String(number), candidates: candidates)
    }
    return name(number - 1) ? nil : .twice(number)
  }

  /// Makes the marks from here on one rank, its candidates ascending.
  mutating func shareRank(since rank: Int) {
    marks[rank...].sort()
    for at in rank..<marks.count - 1 { marks[at] |= Mark.equal }
    hasEqualRanks = true
  }

  /// Orders the marks from here on, a candidate and a score in turn, by candidate.
  mutating func orderScores(since paper: Int) {
    let pairs = stride(from: paper, to: marks.count, by: 2).map { (marks[$0], marks[$0 + 1]) }
    marks.replaceSubrange(paper..., with: pairs.sorted { $0.0 < $1.0 }.flatMap { [$0.0, $0.1] })
  }
}
