extension AssignmentProblem {
  /// Reads the `bmatch` form.
  ///
  /// ```
  /// bmatch MENTEES MENTORS PAIRS
  /// CAPACITY CAPACITY …
  /// MENTEE MENTOR WEIGHT
  /// …
  /// ```
  /// A capacity for each mentor, then a line for each pair that may be made; numbers begin at 0.
  public init(bmatch text: [UInt8]) throws(InvalidInput) {
    let result = text.withUnsafeBufferPointer { bytes in
      Result { () throws(InvalidInput) in try Self.read(LineScanner(bytes)) }
    }
    self = try result.get()
  }

  private static func read(_ text: LineScanner) throws(InvalidInput) -> AssignmentProblem {
    var scanner = text
    try scanner.expect("bmatch")
    let mentees = try scanner.number("the number of mentees")
    let mentors = try scanner.number("the number of mentors")
    let pairs = try scanner.number("the number of pairs")
    try Limits.check(mentees, "mentees", upTo: Limits.people, line: 1)
    try Limits.check(mentors, "mentors", upTo: Limits.people, line: 1)
    try Limits.check(pairs, "pairs", upTo: Limits.pairs, line: 1)
    try scanner.endLine()
    let capacities = try readCapacities(mentors, &scanner)
    var list = EdgeList()
    // No faith in the first line: a short text cannot ask for much memory.
    list.reserve(min(pairs, scanner.byteCount / 6 + 1))
    for _ in 0..<pairs {
      try scanner.endLine()
      let mentee = try scanner.number("a mentee")
      let mentor = try scanner.number("a mentor")
      let weight = try scanner.number("a weight")
      try check(Edge(mentee, mentor, weight: weight), mentees, mentors, line: scanner.line)
      list.append(mentee, mentor, weight)
    }
    try scanner.endText()
    return try AssignmentProblem(menteeCount: mentees, capacities: capacities, read: list)
  }

  private static func readCapacities(
    _ mentors: Int, _ scanner: inout LineScanner
  ) throws(InvalidInput) -> [Int] {
    var capacities: [Int] = []
    for _ in 0..<mentors {
      let capacity = try scanner.number("a capacity")
      guard capacity >= 0 else {
        throw InvalidInput(line: scanner.line, "the capacity \(capacity) is below 0")
      }
      capacities.append(capacity)
    }
    return capacities
  }

  /// A problem whose edges stand from the third line on.
  private init(menteeCount: Int, capacities: [Int], read list: EdgeList) throws(InvalidInput) {
    do throws(InvalidInput) {
      try self.init(menteeCount: menteeCount, capacities: capacities, checked: list)
    } catch {
      throw Self.locate(error, in: list)
    }
  }

  /// Finds the line of the second of two equal pairs.
  private static func locate(_ error: InvalidInput, in list: EdgeList) -> InvalidInput {
    var seen: Set<Pair> = []
    for index in list.mentees.indices {
      let pair = Pair(Int(list.mentees[index]), Int(list.mentors[index]))
      if !seen.insert(pair).inserted { return InvalidInput(line: index + 3, error.reason) }
    }
    return error
  }
}
