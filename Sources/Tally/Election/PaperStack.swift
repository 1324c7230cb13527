/// Papers as they come in, before equal ones are put together.
///
/// A paper is kept as a number that holds its marks, twelve of them where there are at most 31
/// candidates. Only what does not fit is kept mark by mark besides.
struct PaperStack {
  /// The most papers that may be counted: sums of them fit wherever they are added up.
  static let mostPapers = 1 << 62

  let candidates: Int
  /// How marks are packed as long as papers only name candidates.
  let packing: Packing
  /// A key for each paper; its place is of meaning where the key does not say all.
  var entries: [RadixSort.Entry] = []
  /// The marks of the papers that do not fit, and at the end those of the paper at hand.
  var marks: [UInt16] = []
  /// Where each paper that does not fit begins, and at last where the paper at hand does.
  var starts: [Int] = [0]
  /// How many papers each one that does not fit stands for.
  var weights: [Int] = []
  private(set) var total = 0
  var kind: Papers.Kind?
  var hasEqualRanks = false
  var hasSkippedRanks = false
  private var recent = RecentKeys()
  /// The number of the paper at hand, from 1.
  private var paper = 1
  /// For each candidate the number of the paper that named them last: finds repetitions.
  private var namedIn: [Int]

  init(candidates: Int) {
    self.candidates = candidates
    packing = Packing(candidates: candidates)
    namedIn = Array(repeating: 0, count: candidates)
  }

  /// Makes room for the papers of a file of so many bytes; what is not used costs nothing.
  mutating func reserve(bytes: Int) {
    let bytes = min(bytes, 1 << 28)
    entries.reserveCapacity(bytes / 6)
    marks.reserveCapacity(bytes / 2)
  }

  /// Whether there is no paper yet.
  var isEmpty: Bool { entries.isEmpty }

  /// Whether all papers so far only name candidates, one behind another.
  var isPlain: Bool { kind != .scores && !hasEqualRanks && !hasSkippedRanks }

  /// Notes that the paper at hand names the candidate at this place; false if it did before.
  @inline(__always)
  mutating func name(_ place: Int) -> Bool {
    defer { namedIn[place] = paper }
    return namedIn[place] != paper
  }

  // MARK: Closing

  /// Ends the paper at hand, which stands for so many papers.
  @inline(__always)
  mutating func close(weight: Int) -> PaperProblem? {
    if let problem = count(weight) { return problem }
    let marks = self.marks[starts[starts.count - 1]...]
    let key = isPlain ? packing.key(marks) : 0
    if isPlain, packing.holdsAll(key), let weight = UInt32(exactly: weight) {
      addWhole(key, weight: weight)
      self.marks.removeLast(marks.count)
    } else {
      keep(key, weight: weight)
    }
    return nil
  }

  /// Adds a plain paper, or says what is wrong with it; only where all so far are plain.
  @inline(__always)
  mutating func add(_ paper: PlainPaper) -> PaperProblem? {
    if let problem = count(Int(paper.weight)) { return problem }
    if paper.count > 0 { kind = .ranks }
    if paper.isWhole {
      addWhole(paper.key, weight: paper.weight)
    } else {
      marks += paper.marks
      keep(paper.key, weight: Int(paper.weight))
    }
    return nil
  }

  /// Adds papers of which the key says all; to an entry of equal ones if one is at hand.
  @inline(__always)
  private mutating func addWhole(_ key: UInt64, weight: UInt32) {
    if let place = recent.find(key, orPutAt: entries.count) {
      let (sum, overflow) = entries[place].weight.addingReportingOverflow(weight)
      if !overflow {
        entries[place].weight = sum
        return
      }
    }
    entries.append(.init(key: key, weight: weight))
  }

  @inline(__always)
  private mutating func count(_ weight: Int) -> PaperProblem? {
    let (sum, overflow) = total.addingReportingOverflow(weight)
    guard !overflow, sum <= Self.mostPapers else { return .tooMany }
    total = sum
    paper += 1
    return nil
  }

  /// Keeps the paper at hand mark by mark.
  private mutating func keep(_ key: UInt64, weight: Int) {
    entries.append(
      .init(key: key, place: UInt32(weights.count), weight: UInt32(exactly: weight) ?? 0))
    starts.append(marks.count)
    weights.append(weight)
  }

  /// The marks of the paper at this place, of those that do not fit into a key.
  func marks(_ place: UInt32) -> ArraySlice<UInt16> {
    marks[starts[Int(place)]..<starts[Int(place) + 1]]
  }

  /// Keeps every paper mark by mark and packs it anew, because some do more than name candidates.
  mutating func repack(_ wider: Packing) {
    for at in entries.indices {
      let entry = entries[at]
      if entry.isWhole {
        marks += (0..<packing.count(entry.key)).map { packing.mark($0, of: entry.key) }
        entries[at].place = UInt32(weights.count)
        starts.append(marks.count)
        weights.append(Int(entry.weight))
      }
      entries[at].key = wider.key(marks(entries[at].place))
    }
  }
}

// MARK: Papers made in memory

extension PaperStack {
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
