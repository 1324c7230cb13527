import Foundation

/// What a password of a local account must be: long, and not the first thing one would try.
///
/// No kind of character is asked for or refused, and nothing is cut off (OWASP ASVS 5.0, 6.2).
package struct PasswordRules: Sendable {
  /// The fewest characters, counted as a person counts them.
  package static let least = 12
  /// The most characters.
  package static let most = 256
  /// The most octets in UTF-8; a single character can be made of any number of them.
  static let mostOctets = 8_192

  private let siteWords: [String]

  /// Takes what everybody here knows: the institution's and the product's names, the host name.
  package init(siteWords: [String]) {
    self.siteWords = siteWords
  }

  /// All problems of a password; none when it may be used.
  /// - Parameter known: what others know of its owner: names, e-mail addresses, user name.
  package func problems(in password: String, of known: [String]) -> [PasswordProblem] {
    let text = password.precomposedStringWithCanonicalMapping
    guard text.utf8.count <= Self.mostOctets, text.count <= Self.most else {
      return [.tooLong(most: Self.most)]
    }
    var problems: [PasswordProblem] = []
    if text.count < Self.least {
      problems.append(.tooShort(characters: text.count, least: Self.least))
    }
    let guess = PasswordGuess(text, knownWords: siteWords + known)
    if let word = guess.knownWord {
      problems.append(.knownWord(word))
    } else if !text.isEmpty, guess.isEasy {
      problems.append(.common)
    }
    return problems
  }
}
