extension StableProblem {
  /// Reads the `hr` form.
  ///
  /// ```
  /// hr RESIDENTS PROGRAMS
  /// CAPACITY CAPACITY …
  /// PROGRAM (PROGRAM PROGRAM) …
  /// …
  /// RESIDENT (RESIDENT RESIDENT) …
  /// …
  /// ```
  /// A line for each resident, then one for each program, the most wanted first; equals stand in
  /// parentheses, an empty line lists nobody, numbers begin at 0.
  public init(hr text: [UInt8]) throws(InvalidInput) {
    let result = text.withUnsafeBufferPointer { bytes in
      Result { () throws(InvalidInput) in
        var reader = StableReader(bytes)
        return try reader.read()
      }
    }
    self = try result.get()
  }
}

/// Reads the `hr` form line by line.
private struct StableReader {
  private var scanner: LineScanner
  /// The list that last named each of the other side, to find who is named twice.
  private var lastLists: [Int32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { scanner = LineScanner(bytes) }

  mutating func read() throws(InvalidInput) -> StableProblem {
    try scanner.expect("hr")
    let residents = try scanner.number("the number of residents")
    let programs = try scanner.number("the number of programs")
    try Limits.check(residents, "residents", upTo: Limits.people, line: 1)
    try Limits.check(programs, "programs", upTo: Limits.people, line: 1)
    try scanner.endLine()
    var capacities: [Int] = []
    for _ in 0..<programs {
      let capacity = try scanner.number("a capacity")
      guard capacity >= 0 else {
        throw InvalidInput(line: scanner.line, "the capacity \(capacity) is below 0")
      }
      capacities.append(capacity)
    }
    let residentLists = try readLists(residents, of: programs, "program")
    let programLists = try readLists(programs, of: residents, "resident")
    try scanner.endText()
    return StableProblem(capacities, residentLists, programLists)
  }

  private mutating func readLists(
    _ count: Int, of others: Int, _ name: String
  ) throws(InvalidInput) -> Preferences {
    var lists = Preferences()
    lastLists = [Int32](repeating: -1, count: others)
    for owner in 0..<count {
      try scanner.endLine()
      var rank = 0
      var isInGroup = false
      while scanner.hasMore() {
        if !isInGroup, scanner.take("(") {
          isInGroup = true
          continue
        }
        if isInGroup, scanner.take(")") {
          isInGroup = false
          rank += 1
          continue
        }
        lists.append(try entry(of: owner, others, name), rank: rank)
        if !isInGroup { rank += 1 }
      }
      guard !isInGroup else { throw scanner.unexpected("“)”") }
      lists.endList()
      guard lists.others.count <= Limits.pairs else {
        throw InvalidInput(line: scanner.line, "there are more than \(Limits.pairs) entries")
      }
    }
    return lists
  }

  private mutating func entry(
    of owner: Int, _ others: Int, _ name: String
  ) throws(InvalidInput) -> Int {
    let other = try scanner.number("a number")
    guard other >= 0, other < others else {
      throw InvalidInput(line: scanner.line, "there is no \(name) \(other)")
    }
    guard lastLists[other] != Int32(owner) else {
      throw InvalidInput(line: scanner.line, "\(name) \(other) is listed twice")
    }
    lastLists[other] = Int32(owner)
    return other
  }
}
