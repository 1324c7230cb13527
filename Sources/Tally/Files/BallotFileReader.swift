/// Reads a .blt file: the form in which OpenSTV and its kin keep ballots.
///
/// Beyond the original form it takes what others have added: a paper's name in brackets, `=`
/// between equal candidates, `-` for a skipped rank, comments after `#`, several withdrawn
/// candidates on a line; and, for scores, `candidate:score`.
struct BallotFileReader {
  var scanner: ByteScanner
  private let allowsEqualRanks: Bool
  private(set) var seats = 0
  private(set) var withdrawn: Set<Int> = []
  var stack = PaperStack(candidates: 0)
  /// How many scores stand on the paper at hand.
  private var scored = 0

  /// The election in the bytes of a file.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, equalRanks: Bool
  ) throws(FileProblem) -> Election {
    var reader = BallotFileReader(scanner: ByteScanner(bytes), allowsEqualRanks: equalRanks)
    try reader.readHead()
    try reader.readPapers()
    let names = try reader.readNames()
    return reader.election(names)
  }

  private init(scanner: ByteScanner, allowsEqualRanks: Bool) {
    self.scanner = scanner
    self.allowsEqualRanks = allowsEqualRanks
  }

  func problem(_ reason: String) -> FileProblem {
    FileProblem(line: scanner.line, reason)
  }

  // MARK: Head

  /// The first line: how many candidates, how many seats.
  private mutating func readHead() throws(FileProblem) {
    guard scanner.skipEmptyLines() else { throw FileProblem(line: 1, "the file is empty.") }
    let start = scanner.at
    let candidates = scanner.number()
    scanner.skipSpaces()
    guard let candidates, let seats = scanner.number(), endsHere() else {
      let word = scanner.word(from: start)
      throw problem("the first line must be two numbers, candidates and seats, not \(word).")
    }
    for (count, what) in [(candidates, "candidates"), (seats, "seats")]
    where !(1...Election.mostCandidates).contains(count) {
      throw problem("there are \(count) \(what); there may be 1 to \(Election.mostCandidates).")
    }
    self.seats = seats
    stack = PaperStack(candidates: candidates)
    stack.reserve(bytes: scanner.remaining)
  }

  private mutating func endsHere() -> Bool {
    scanner.skipSpaces()
    return scanner.isAtLineEnd
  }

  /// A line of withdrawn candidates, such as `-2 -5`.
  private mutating func readWithdrawn() throws(FileProblem) {
    while !endsHere() {
      let start = scanner.at
      guard scanner.byte == UInt8(ascii: "-") else {
        throw problem(
          "a line that begins with '-' names who withdrew, such as '-2 -5'; "
            + "\(scanner.word(from: start)) does not belong there.")
      }
      scanner.skip()
      guard let number = scanner.number(), (1...stack.candidates).contains(number) else {
        throw problem(
          "\(scanner.word(from: start)) is no candidate who could withdraw; they are numbered "
            + "1 to \(stack.candidates).")
      }
      withdrawn.insert(number)
    }
  }

  // MARK: Papers

  /// All lines up to the one that is 0.
  private mutating func readPapers() throws(FileProblem) {
    while scanner.skipEmptyLines() {
      if scanner.byte == UInt8(ascii: "-"), stack.isEmpty {
        try readWithdrawn()
      } else if try !readPlainPaper(), try !readPaper() {
        return
      }
      scanner.skipLine()
    }
    throw problem("the file ends before the line with a single 0 that ends the papers.")
  }

  /// A line with nothing but a plain paper that is short enough, as most are; false at any other.
  @inline(__always)
  private mutating func readPlainPaper() throws(FileProblem) -> Bool {
    guard stack.candidates <= ByteScanner.mostPlainCandidates, stack.isPlain,
      let paper = scanner.plainPaper(candidates: stack.candidates, stack.packing)
    else { return false }
    if let problem = stack.add(paper) {
      throw self.problem(problem.description)
    }
    return true
  }

  /// A line with a paper; false at the 0 that ends them.
  private mutating func readPaper() throws(FileProblem) -> Bool {
    if scanner.byte == UInt8(ascii: "(") { try skipPaperName() }
    let start = scanner.at
    guard let weight = scanner.number() else {
      let word = scanner.word(from: start)
      throw problem("a paper begins with how many there are, not with \(word).")
    }
    if weight == 0 {
      guard endsHere() else { throw problem(PaperProblem.weight("0").description) }
      return false
    }
    try readMarks()
    if let problem = stack.close(weight: weight) { throw self.problem(problem.description) }
    return true
  }

  private mutating func skipPaperName() throws(FileProblem) {
    while !scanner.isAtLineEnd, scanner.byte != UInt8(ascii: ")") { scanner.skip() }
    guard scanner.byte == UInt8(ascii: ")") else {
      throw problem("the bracket around the paper's name is not closed.")
    }
    scanner.skip()
    scanner.skipSpaces()
  }

  /// The marks of a paper up to the 0 at the end of its line.
  private mutating func readMarks() throws(FileProblem) {
    let paper = stack.marks.count
    var rank = paper
    while true {
      scanner.skipSpaces()
      let start = scanner.at
      guard let number = scanner.number() else {
        try skipRank()
        rank = stack.marks.count
        continue
      }
      if number == 0 { break }
      try take(number, from: start)
      switch scanner.byte {
      case 32, 9, 13, 10, nil:
        if stack.marks.count - rank > 1 { stack.shareRank(since: rank) }
        rank = stack.marks.count
      case UInt8(ascii: "="): try joinNext()
      case UInt8(ascii: ":"):
        try readScore(from: start)
        rank = stack.marks.count
      default: throw problem("\(scanner.word(from: start)) is no candidate.")
      }
    }
    guard endsHere() else { throw problem("more stands after the 0 that ends a paper.") }
    try settleKind(since: paper)
  }

  @inline(__always)
  private mutating func take(_ number: Int, from start: Int) throws(FileProblem) {
    guard number <= stack.candidates else {
      throw problem(
        PaperProblem.stranger(scanner.word(from: start), candidates: stack.candidates).description)
    }
    guard stack.name(number - 1) else { throw problem(PaperProblem.twice(number).description) }
    stack.marks.append(UInt16(truncatingIfNeeded: number - 1))
  }
}

// MARK: Marks beyond a plain order

extension BallotFileReader {
  /// A rank left out, written as `-`.
  private mutating func skipRank() throws(FileProblem) {
    guard scanner.byte == UInt8(ascii: "-") else {
      throw scanner.isAtLineEnd
        ? problem("a paper must end with 0 on its own line.")
        : problem("\(scanner.word(from: scanner.at)) is no candidate.")
    }
    scanner.skip()
    stack.marks.append(Mark.skipped)
    stack.hasSkippedRanks = true
  }

  /// Passes over the `=` before a candidate of the same rank.
  private mutating func joinNext() throws(FileProblem) {
    guard allowsEqualRanks else { throw problem(PaperProblem.equal.description) }
    scanner.skip()
    guard let byte = scanner.byte, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) else {
      throw problem("behind '=' must stand a candidate, without a space.")
    }
  }

  /// The score behind a candidate's colon.
  private mutating func readScore(from start: Int) throws(FileProblem) {
    scanner.skip()
    guard let score = scanner.number(), let mark = UInt16(exactly: score) else {
      throw problem(PaperProblem.score(scanner.word(from: start)).description)
    }
    stack.marks.append(mark)
    scored += 1
  }

  /// Notes whether the paper had ranks or scores, which must be alike on all papers.
  @inline(__always)
  private mutating func settleKind(since paper: Int) throws(FileProblem) {
    let marks = stack.marks.count - paper
    defer { scored = 0 }
    guard marks > 0 else { return }
    guard scored == 0 || scored * 2 == marks,
      stack.begin(scored > 0 ? .scores : .ranks) == nil
    else { throw problem(PaperProblem.mixed.description) }
    if scored > 0 { stack.orderScores(since: paper) }
  }
}
