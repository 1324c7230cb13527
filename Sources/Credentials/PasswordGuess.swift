import Foundation

/// How soon a guesser who knows common passwords, keyboards and the site would come to a password.
///
/// Letter case, accents, digits for letters, and digits or signs around a word hide nothing.
struct PasswordGuess {
  /// The most digits and signs around a word that are taken for decoration.
  private static let longestDecoration = 8
  /// The fewest octets of a known word that matter; an "Al" is in too many passphrases.
  private static let shortestWord = 4
  /// The fewest letters and digits that must stand beside known words.
  private static let fewestBesideKnownWords = 8
  /// The fewest different characters.
  private static let fewestDifferent = 5

  private let folded: [Character]
  private let knownWords: [String]

  /// Takes the password in normal form C and phrases whose words others know.
  init(_ password: String, knownWords phrases: [String]) {
    folded = Array(Self.fold(password))
    let words = phrases.flatMap { phrase in
      Self.fold(phrase).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    knownWords = Set(words.filter { $0.utf8.count >= Self.shortestWord })
      .sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// The longest known word in the password, when little else stands beside such words.
  var knownWord: String? {
    var rest = String(folded)
    var found: String?
    for word in knownWords where rest.contains(word) {
      found = found ?? word
      rest = rest.replacingOccurrences(of: word, with: " ")
    }
    let beside = rest.count { $0.isLetter || $0.isNumber }
    return beside < Self.fewestBesideKnownWords ? found : nil
  }

  /// Whether the password is one or two easy pieces, decorated or repeated, or hardly varies.
  var isEasy: Bool {
    Set(folded).count < Self.fewestDifferent
      || Self.forms(of: folded).contains { isEasy($0) }
  }

  /// Whether a form is an easy piece, two of them, or a repetition of such.
  private func isEasy(_ form: [Character]) -> Bool {
    let unit = Self.repeatedUnit(of: form)
    return isPiece(unit[...])
      || unit.indices.dropFirst().contains { isPiece(unit[..<$0]) && isPiece(unit[$0...]) }
  }

  private func isPiece(_ piece: ArraySlice<Character>) -> Bool {
    let text = String(piece)
    return GuessedPasswords.words.contains(text) || knownWords.contains(text)
      || (piece.count >= 3 && GuessedPasswords.rows.contains { $0.contains(text) })
  }

  /// The readings of a password: without decoration, with digits and signs read as letters.
  private static func forms(of folded: [Character]) -> Set<[Character]> {
    let tail = folded.reversed().prefix { !$0.isLetter }.count
    let head = folded.prefix { !$0.isLetter }.count
    let letters = folded.filter(\.isLetter)
    var forms: Set<[Character]> = [folded]
    if folded.count - letters.count <= longestDecoration { forms.insert(letters) }
    for (first, last) in [(0, 0), (0, tail), (head, 0), (head, tail)]
    where first + last < folded.count && max(first, last) <= longestDecoration {
      let core = folded.dropFirst(first).dropLast(last)
      for reading in [[:], lettersForSigns, lettersForSigns.merging(["1": "l", "!": "l"]) { $1 }] {
        forms.insert(core.map { reading[$0] ?? $0 }.filter { $0.isLetter || $0.isNumber })
      }
    }
    return forms
  }

  private static let lettersForSigns: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "+": "t", "(": "c", "|": "l",
  ]

  /// The shortest beginning whose repetition is the whole.
  private static func repeatedUnit(of form: [Character]) -> [Character] {
    let length = (1...max(form.count, 1)).first { length in
      form.count.isMultiple(of: length)
        && form.indices.allSatisfy { form[$0] == form[$0 % length] }
    }
    return Array(form.prefix(length ?? form.count))
  }

  private static func fold(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }
}
