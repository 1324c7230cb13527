package import SQLStore

/// Words that someone typed to find something by its folded name.
package enum SearchWords {
  /// How many words a search looks at.
  private static let most = 8

  /// The conditions that a folded name fulfills where it has every word, each as the beginning of
  /// one of its own.
  package static func conditions(_ text: String, in column: StaticString) -> [SQLQuery] {
    FoldedText.words(text).prefix(most).map { word in
      "' ' || \(literal: column) LIKE \("% " + escaped(word) + "%") ESCAPE '!'"
    }
  }

  /// A word in which nothing stands for other letters.
  package static func escaped(_ word: Substring) -> String {
    word.reduce(into: "") { text, letter in
      if letter == "!" || letter == "%" || letter == "_" { text.append("!") }
      text.append(letter)
    }
  }
}
