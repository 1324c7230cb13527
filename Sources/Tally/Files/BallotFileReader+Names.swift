extension BallotFileReader {
  /// The candidates' names and the title, each in quotes on a line of its own.
  mutating func readNames() throws(FileProblem) -> [String] {
    var names: [String] = []
    scanner.skipLine()
    while scanner.skipEmptyLines() {
      guard names.count < stack.candidates + Self.mostTitles else {
        throw problem("more stands after the names and the title.")
      }
      names.append(try readName(isTitle: names.count >= stack.candidates))
      scanner.skipLine()
    }
    guard names.count >= stack.candidates else {
      throw problem("the file ends after \(names.count) of \(stack.candidates) names.")
    }
    return names
  }

  /// Title, source and remark may stand behind the names.
  private static let mostTitles = 3

  private mutating func readName(isTitle: Bool) throws(FileProblem) -> String {
    guard scanner.byte == UInt8(ascii: "\"") else {
      throw problem(
        "here belongs \(isTitle ? "the title" : "a candidate's name") in quotes, not "
          + "\(scanner.word(from: scanner.at)).")
    }
    scanner.skip()
    let rest = scanner.restOfLine()
    guard let end = rest.lastIndex(of: "\"") else {
      throw problem("the quotes around the name are not closed.")
    }
    let behind = rest[rest.index(after: end)...].drop { $0 == " " }
    guard behind.isEmpty || behind.hasPrefix("#") else {
      throw problem("more stands behind the name.")
    }
    return ByteScanner.trimmed(rest[..<end])
  }

  /// The election of what was read.
  consuming func election(_ names: [String]) -> Election {
    let candidates = names.prefix(stack.candidates).enumerated().map { place, name in
      Candidate(name, isWithdrawn: withdrawn.contains(place + 1))
    }
    let title = names.count > candidates.count ? names[candidates.count] : ""
    // Taken out, so that grouping works in place and not in a copy.
    var papers = PaperStack(candidates: 0)
    swap(&papers, &stack)
    return Election(title: title, seats: seats, candidates: candidates, papers: papers.grouped())
  }
}
