/// Reads PrefLib's ordinal and categorical files: .soc, .soi, .toc, .toi and .cat.
///
/// Two categories are taken as approved and not; with more, the first is worth most and the last
/// nothing.
struct PrefLibReader {
  private var scanner: ByteScanner
  private let allowsEqualRanks: Bool
  private var head = PrefLibHead()
  private var stack: PaperStack?

  /// What every such file says in its head.
  static let mark = Array("# NUMBER ALTERNATIVES:".utf8)

  /// The election in the bytes of a file, for so many seats.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, seats: Int, equalRanks: Bool
  ) throws(FileProblem) -> Election {
    var reader = PrefLibReader(scanner: ByteScanner(bytes), allowsEqualRanks: equalRanks)
    while let byte = reader.nextLine() {
      if byte == UInt8(ascii: "#") {
        try reader.readHead()
      } else {
        try reader.readPaper()
      }
      reader.scanner.skipLine()
    }
    return try reader.election(seats: seats)
  }

  private init(scanner: ByteScanner, allowsEqualRanks: Bool) {
    self.scanner = scanner
    self.allowsEqualRanks = allowsEqualRanks
  }

  /// The first byte of the next line that holds something.
  private mutating func nextLine() -> UInt8? {
    scanner.skipSpaces()
    while scanner.byte == UInt8(ascii: "\n") {
      scanner.skipLine()
      scanner.skipSpaces()
    }
    return scanner.byte
  }

  private func problem(_ reason: String) -> FileProblem {
    FileProblem(line: scanner.line, reason)
  }

  private mutating func readHead() throws(FileProblem) {
    scanner.skip()
    if let reason = head.take(scanner.restOfLine()) { throw problem(reason) }
  }

  // MARK: Papers

  /// A line with papers: how many, a colon, and candidates with commas between them.
  private mutating func readPaper() throws(FileProblem) {
    guard head.candidates > 0 else {
      throw problem("the head must say '# NUMBER ALTERNATIVES' before the first paper.")
    }
    let start = scanner.at
    let weight = scanner.number()
    guard let weight, weight > 0, take(UInt8(ascii: ":")) else {
      let word = scanner.word(from: start)
      throw problem("a line begins with how many papers and a colon, not \(word).")
    }
    var ranks: [[Int]] = []
    while !scanner.isAtLineEnd {
      ranks.append(try readRank())
      scanner.skipSpaces()
      guard scanner.isAtLineEnd || take(UInt8(ascii: ",")) else {
        throw problem("between ranks belongs a comma, not \(scanner.word(from: scanner.at)).")
      }
    }
    guard allowsEqualRanks || ranks.allSatisfy({ $0.count <= 1 }) else {
      throw problem(PaperProblem.equal.description)
    }
    try add(weight, ranks)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    scanner.skipSpaces()
    guard scanner.byte == byte else { return false }
    scanner.skip()
    scanner.skipSpaces()
    return true
  }

  /// A candidate, or several in braces.
  private mutating func readRank() throws(FileProblem) -> [Int] {
    guard take(UInt8(ascii: "{")) else { return [try readCandidate()] }
    var rank: [Int] = []
    while !take(UInt8(ascii: "}")) {
      if !rank.isEmpty, !take(UInt8(ascii: ",")) { throw problem("the brace is not closed.") }
      rank.append(try readCandidate())
    }
    return rank
  }

  private mutating func readCandidate() throws(FileProblem) -> Int {
    let start = scanner.at
    guard let number = scanner.number() else {
      throw problem("\(scanner.word(from: start)) is no candidate.")
    }
    return number
  }

  private mutating func add(_ weight: Int, _ ranks: [[Int]]) throws(FileProblem) {
    var stack = self.stack.take() ?? PaperStack(candidates: head.candidates)
    let problem = stack.add(Paper(weight, try head.marks(ranks, at: scanner.line)))
    self.stack = stack
    if let problem { throw self.problem(problem.description) }
  }

  private consuming func election(seats: Int) throws(FileProblem) -> Election {
    guard head.candidates > 0 else {
      throw FileProblem(line: 0, "the file has no line '# NUMBER ALTERNATIVES'.")
    }
    guard (1...Election.mostCandidates).contains(seats) else {
      throw FileProblem(line: 0, ElectionProblem.seats(seats).description)
    }
    return Election(
      title: head.title, seats: seats, candidates: head.names,
      papers: (stack ?? PaperStack(candidates: head.candidates)).grouped())
  }
}
