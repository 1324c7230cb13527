extension RawRepresentable<String> {
  /// The word as a blueprint writes it: `each department`.
  var fileWord: String { rawValue.replacing("_", with: " ") }
}

extension Found {
  /// One of an enumeration's words.
  func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ type: Word.Type = Word.self
  ) -> Located<Word>? {
    choice(Word.allCases.map { ($0.fileWord, $0) })
  }
}
