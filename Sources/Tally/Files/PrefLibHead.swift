/// What the lines with `#` on top of a PrefLib file say.
struct PrefLibHead {
  private(set) var title = ""
  private(set) var candidates = 0
  private var categories = 0
  private var named: [Int: String] = [:]

  /// Takes a line without its `#`; says what is wrong with it, if anything is.
  mutating func take(_ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    let value = line[line.index(after: colon)...].drop { $0 == " " }
    switch key {
    case "TITLE": title = String(value)
    case "NUMBER ALTERNATIVES":
      guard let count = Int(value), (1...Election.mostCandidates).contains(count) else {
        let most = Election.mostCandidates
        return "there may be 1 to \(most) alternatives, not '\(value.prefix(20))'."
      }
      candidates = count
    case "NUMBER CATEGORIES":
      guard let count = Int(value), (1...1000).contains(count) else {
        return "there may be 1 to 1000 categories, not '\(value.prefix(20))'."
      }
      categories = count
    default:
      let words = key.split(separator: " ")
      if words.prefix(2) == ["ALTERNATIVE", "NAME"], let number = words.last.flatMap({ Int($0) }) {
        named[number] = String(value)
      }
    }
    return nil
  }

  /// The candidates in order; who has no name is called by number.
  var names: [Candidate] {
    (1...candidates).map { Candidate(named[$0] ?? "Candidate \($0)") }
  }

  /// What a line of ranks or categories says.
  func marks(_ ranks: [[Int]], at line: Int) throws(FileProblem) -> Paper.Marks {
    guard categories > 0 else {
      if ranks.contains([]) { throw FileProblem(line: line, "a rank is empty.") }
      return .ranks(ranks)
    }
    guard ranks.count <= categories else {
      throw FileProblem(line: line, "there are \(ranks.count) of \(categories) categories.")
    }
    if categories <= 2 { return .ranks(ranks.prefix(1).filter { !$0.isEmpty }) }
    var scores: [Int: Int] = [:]
    for (place, rank) in ranks.enumerated() {
      for number in rank {
        guard scores.updateValue(categories - 1 - place, forKey: number) == nil else {
          throw FileProblem(line: line, PaperProblem.twice(number).description)
        }
      }
    }
    return .scores(scores)
  }
}
