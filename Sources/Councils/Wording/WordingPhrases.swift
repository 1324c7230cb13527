/// Phrases by their first words: hardly any of hundreds can begin at a given word of a text.
struct WordingPhrases: Sendable {
  private var byWord: [String: [WordingPattern]] = [:]
  /// Those that begin with a trait, people, a number, or the start of a clause.
  private var others: [WordingPattern] = []

  /// - Parameter patterns: in the order in which they are tried.
  init(_ patterns: [WordingPattern]) {
    for pattern in patterns {
      if let word = pattern.firstWord {
        // Those before it that begin with anything are tried before it.
        byWord[word, default: others].append(pattern)
      } else {
        others.append(pattern)
        for word in byWord.keys { byWord[word]?.append(pattern) }
      }
    }
  }

  /// Those that may begin at a word, in their order.
  func beginning(with word: String) -> [WordingPattern] { byWord[word] ?? others }
}
