/// What is wrong with a chosen password.
package enum PasswordProblem: Hashable, Sendable {
  /// Fewer characters than asked for.
  case tooShort(characters: Int, least: Int)
  /// More characters, or more octets, than taken.
  case tooLong(most: Int)
  /// Made of words and rows of keys that are tried first.
  case common
  /// Little else than a word that others know: a name, an address, the institution.
  case knownWord(String)

  /// The problem in a plain sentence that says how to mend it.
  package var sentence: String {
    switch self {
    case .tooShort(let characters, let least):
      "Use at least \(least) characters; this has \(characters). A few unrelated words do well."
    case .tooLong(let most):
      "Use at most \(most) characters."
    case .common:
      "This is among the passwords that are tried first. Use a few words that nobody would expect."
    case .knownWord(let word):
      "This is little more than “\(word)”, which others know. Leave it out, or add words to it."
    }
  }
}
