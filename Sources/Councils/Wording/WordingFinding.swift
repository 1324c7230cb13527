/// Words that make a protected trait a condition of joining, with what to write instead.
package struct WordingFinding: Sendable, Equatable {
  /// The title of the trait, as in “Sex and gender”.
  package let trait: String
  /// The rule that found it, by its name.
  package let rule: String
  /// The words as they were written.
  package let words: String
  /// Where they stand: characters from the beginning of the text.
  package let position: Range<Int>
  package let why: String
  package let suggestion: String
  package let source: String
}
