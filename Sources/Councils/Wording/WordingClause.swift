import Kernel

/// A part of a sentence that says one thing, as words with their places in the text.
struct WordingClause: Sendable {
  /// One word, folded, and the characters it takes.
  struct Word: Sendable {
    let text: String
    let position: Range<Int>
    /// Whether a comma stands behind it.
    var endsPhrase = false
  }

  var words: [Word] = []

  /// The clauses of a text.
  static func all(in text: String) -> [WordingClause] {
    var clauses: [WordingClause] = [WordingClause()]
    var letters = ""
    var begin = 0
    func endWord(at place: Int) {
      guard !letters.isEmpty else { return }
      let word = FoldedText.key(letters)
      letters = ""
      if parting.contains(word) { return clauses.append(WordingClause()) }
      clauses[clauses.count - 1].words.append(Word(text: word, position: begin..<place))
    }
    var place = 0
    for character in text {
      if character.isLetter || character.isNumber || "'’".contains(character) {
        if letters.isEmpty { begin = place }
        letters.append(character)
      } else {
        // The points of “U.S.” end nothing.
        let isInitial = character == "." && letters.count == 1
        endWord(at: place)
        if isInitial {
          place += 1
          continue
        }
        if character == "," { clauses[clauses.count - 1].markPhrase() }
        if ".!?;:\n•()".contains(character) { clauses.append(WordingClause()) }
      }
      place += 1
    }
    endWord(at: place)
    return clauses.filter { !$0.words.isEmpty }
  }

  private mutating func markPhrase() {
    if !words.isEmpty { words[words.count - 1].endsPhrase = true }
  }

  /// Whether a comma stands before the word at a place.
  func isParted(at place: Int) -> Bool {
    place > 0 && place <= words.count && words[place - 1].endsPhrase
  }

  /// Whether the word at a place is what a phrase asks for.
  func has(_ element: WordingPattern.Element, at place: Int) -> Bool {
    guard words.indices.contains(place) else { return false }
    return switch element {
    case .word(let word): words[place].text == word
    case .people: Self.people.contains(words[place].text)
    case .number: Int(words[place].text) != nil
    case .trait, .start: false
    }
  }

  /// The place behind words for people that stand at a place.
  func people(behind place: Int) -> Int {
    var place = place
    while place < words.count, Self.people.contains(words[place].text) { place += 1 }
    return place
  }

  /// Whether a word limits nothing between a phrase and a trait.
  func isWeightless(at place: Int) -> Bool {
    let word = words[place].text
    return Self.people.contains(word) || Self.weightless.contains(word)
  }

  /// Whether what follows is denied, as in “you need *not* be”.
  func isDenied(before place: Int) -> Bool {
    words[max(0, place - 4)..<place].contains { Self.denials.contains($0.text) }
  }

  /// Whether the clause says who may join.
  var speaksOfJoining: Bool { words.contains { Self.joining.contains($0.text) } }

  func position(of range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].position.lowerBound..<words[range.upperBound - 1].position.upperBound
  }

  /// The words as they were written.
  func written(_ range: Range<Int>, of text: String) -> String {
    let position = position(of: range)
    return String(text.dropFirst(position.lowerBound).prefix(position.count))
  }

  /// Words that begin another thought.
  private static let parting: Set = ["but", "however", "although", "though", "yet", "whereas"]

  private static let people: Set = [
    "resident", "residents", "fellow", "fellows", "trainee", "trainees", "physician", "physicians",
    "doctor", "doctors", "surgeon", "surgeons", "intern", "interns", "faculty", "staff", "student",
    "students", "people", "person", "persons", "individual", "individuals", "member", "members",
    "applicant", "applicants", "candidate", "candidates", "learner", "learners", "colleague",
    "colleagues", "employee", "employees", "housestaff", "men", "women", "americans", "mentors",
    "mentees", "clinicians", "scholars", "leaders", "housestaff", "nurses", "team",
  ]

  private static let weightless: Set = [
    "a", "an", "the", "our", "its", "their", "any", "all", "every", "those", "who", "that", "are",
    "is", "be", "being", "and", "or", "as", "of", "from", "current", "active", "eligible", "new",
    "junior", "senior", "medical", "self", "identified", "identify", "identifies", "identifying",
    "race", "gender", "background", "descent", "group", "groups", "community", "to", "with",
    "everyone", "anyone", "everybody", "anybody", "proud", "practicing", "cis", "young", "early",
    "career", "pgy", "first", "second", "third", "year", "internal", "medicine", "surgical",
    "surgery", "pediatric", "pediatrics",
  ]

  private static let denials: Set = [
    "not", "never", "nobody", "needn't", "don't", "doesn't", "isn't", "aren't", "without",
  ]

  private static let joining: Set = [
    "member", "members", "membership", "join", "joins", "joining", "eligible", "eligibility",
    "admit", "admits", "admitted", "admission", "open", "apply", "applicants", "criteria",
    "participate", "participation",
  ]
}
