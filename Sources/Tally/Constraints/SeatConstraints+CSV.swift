extension SeatConstraints {
  /// The constraints in a CSV file with the columns group, minimum, maximum and candidates.
  ///
  /// Candidates are numbers with spaces between them. An empty minimum is 0, an empty maximum is no
  /// limit: `department Surgery,,1,1 4 7`. A first line that begins with `group` is a heading.
  ///
  /// - Throws: ``FileProblem`` with the first line that cannot be taken.
  public init(csv bytes: [UInt8], for election: Election) throws(FileProblem) {
    var rules: [SeatRule] = []
    for (place, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let bytes = line.drop { $0 == 0xef || $0 == 0xbb || $0 == 0xbf }
      let text = String(decoding: bytes, as: UTF8.self)
      let fields = Self.fields(of: text)
      if fields == [""] || place == 0 && fields[0] == "group" { continue }
      do {
        rules.append(try Self.rule(fields, candidates: election.candidates.count))
      } catch {
        throw FileProblem(line: place + 1, error.reason)
      }
    }
    self.init(rules)
  }

  private static func rule(
    _ fields: [String], candidates: Int
  ) throws(FileProblem) -> SeatRule {
    guard fields.count == 4 else {
      throw FileProblem(
        line: 0, "there are \(fields.count) fields; group, minimum, maximum and candidates belong.")
    }
    let minimum = try bound(fields[1], otherwise: 0)
    let maximum = try bound(fields[2], otherwise: .max)
    guard minimum <= maximum else {
      throw FileProblem(line: 0, "the minimum \(minimum) is above the maximum \(maximum).")
    }
    var members: Set<Int> = []
    for word in fields[3].split(separator: " ") {
      guard let number = Int(word), (1...candidates).contains(number) else {
        let problem = PaperProblem.stranger("'\(word.prefix(20))'", candidates: candidates)
        throw FileProblem(line: 0, problem.description)
      }
      members.insert(number)
    }
    return SeatRule(group: fields[0], minimum: minimum, maximum: maximum, members: members)
  }

  private static func bound(_ field: String, otherwise: Int) throws(FileProblem) -> Int {
    if field.isEmpty { return otherwise }
    guard let bound = Int(field), (0...Election.mostCandidates).contains(bound) else {
      throw FileProblem(
        line: 0, "'\(field.prefix(20))' is not a number from 0 to \(Election.mostCandidates).")
    }
    return bound
  }

  /// The fields of a line without the spaces around them; in quotes a comma does not part them.
  private static func fields(of line: String) -> [String] {
    var fields: [[Character]] = [[]]
    var isQuoted = false
    for character in line where character != "\r" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append([])
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields.map { field in
      let isSpace = { (character: Character) in character == " " || character == "\t" }
      return String(field.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
  }
}
