package import SQLStore

/// The institution's own words for things, put into sentences.
///
/// A sentence marks them by our word in braces: `{program}`, `{programs}`, `{a program}`; at its
/// start with a capital: `{Programs}`, `{A program}`. What stands in other braces stays as it is.
package struct Words: Sendable, Equatable {
  private let settings: Settings

  /// The words of an institution.
  package init(_ settings: Settings) {
    self.settings = settings
  }

  /// Our words, for where no institution speaks.
  package static let ours = Words(Settings())

  /// The sentence in the words of the institution that a database holds; asked only where one of
  /// its words can stand in it.
  package static func fill(_ sentence: String, reader: any SQLReader) throws -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    return Words(try Settings(reader: reader))(sentence)
  }

  /// The sentence with the institution's words in it.
  package func callAsFunction(_ sentence: String) -> String {
    guard sentence.utf8.contains(UInt8(ascii: "{")) else { return sentence }
    var text = ""
    var rest = Substring(sentence)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else { break }
      let mark = rest[rest.utf8.index(after: open)..<close]
      text += word(mark) ?? String(rest[...close])
      rest = rest[rest.utf8.index(after: close)...]
    }
    return text + rest
  }

  /// Several texts, such as the headings of a table.
  package func callAsFunction(_ texts: [String]) -> [String] { texts.map { self($0) } }

  /// `1 program`, `1,512 programs`.
  package func counted(_ number: Int, _ word: Settings.Word) -> String {
    let word = number == 1 ? settings.word(word) : settings.plural(of: word)
    return "\(GroupedDigits.of(number)) \(word)"
  }

  private func word(_ text: Substring) -> String? {
    guard let mark = Self.marks[String(text)] else { return nil }
    let own: String
    switch mark.form {
    case .one: own = settings.word(mark.word)
    case .many: own = settings.plural(of: mark.word)
    case .oneWithArticle:
      let one = settings.word(mark.word)
      own = "\(Self.article(before: one)) \(one)"
    }
    return mark.isCapital ? Self.capitalized(own) : own
  }

  /// What a mark asks for.
  private struct Mark {
    enum Form { case one, many, oneWithArticle }
    let word: Settings.Word
    let form: Form
    let isCapital: Bool
  }

  /// The marks by what stands between their braces.
  private static let marks: [String: Mark] = {
    var marks: [String: Mark] = [:]
    for word in Settings.Word.allCases {
      let forms: [(String, Mark.Form)] = [
        (word.rawValue, .one), (word.rawValue + "s", .many),
        ("a " + word.rawValue, .oneWithArticle),
      ]
      for (text, form) in forms {
        marks[text] = Mark(word: word, form: form, isCapital: false)
        marks[capitalized(text)] = Mark(word: word, form: form, isCapital: true)
      }
    }
    return marks
  }()

  private static func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, first < 128 else {
      return text.prefix(1).uppercased() + text.dropFirst()
    }
    // Most words begin with a plain letter, and then nobody needs to look where it ends.
    let small = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    return String(decoding: [small ? first - 32 : first] + text.utf8.dropFirst(), as: UTF8.self)
  }

  /// `an` before the sound of a vowel, as far as the letters tell.
  private static func article(before word: String) -> String {
    let lower = word.lowercased()
    let soundsLikeYou = ["uni", "use", "eu", "one"].contains { lower.hasPrefix($0) }
    let isVowel = lower.first.map { "aeiou".contains($0) } ?? false
    return isVowel && !soundsLikeYou || lower.hasPrefix("hour") ? "an" : "a"
  }
}

extension Settings {
  /// The institution's word for several of a thing.
  package func plural(of word: Word) -> String {
    plurals[word] ?? words[word].map(Self.plural) ?? self.word(word) + "s"
  }

  /// English as a rule: `campus` is `campuses`, `faculty` is `faculties`.
  static func plural(_ one: String) -> String {
    let lower = one.lowercased()
    if ["s", "x", "z", "ch", "sh"].contains(where: lower.hasSuffix) { return one + "es" }
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) {
      return one.dropLast() + "ies"
    }
    return one + "s"
  }
}

/// Numbers with a comma between thousands.
package enum GroupedDigits {
  /// `162,000`.
  package static func of(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}
