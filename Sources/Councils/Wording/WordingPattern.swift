/// A phrase of a rule, taken apart.
struct WordingPattern: Sendable {
  /// What stands at one place of a phrase.
  enum Element: Sendable, Equatable {
    case word(String)
    case trait, people, number, start
  }

  let rule: WordingRule
  let elements: [Element]

  init(_ phrase: String, of rule: WordingRule) {
    self.rule = rule
    elements = phrase.split(separator: " ").map { word in
      switch word {
      case "{trait}": .trait
      case "{people}": .people
      case "{number}": .number
      case "{start}": .start
      default: .word(String(word))
      }
    }
  }

  /// The word with which the phrase begins, unless it begins with something else.
  var firstWord: String? {
    if case .word(let word)? = elements.first { word } else { nil }
  }

  /// Whether the phrase says itself who is shut out, so that a “not” before it changes nothing.
  var negates: Bool {
    elements.contains {
      if case .word(let word) = $0 { Self.denials.contains(word) } else { false }
    }
  }

  /// Whether what follows can limit it, as in “open to all *women*”.
  var endsOpen: Bool {
    if case .word(let word)? = elements.last { Self.quantities.contains(word) } else { false }
  }

  private static let quantities: Set = [
    "all", "any", "every", "everyone", "everybody", "anyone", "anybody",
  ]

  private static let denials: Set = [
    "not", "no", "cannot", "closed", "exclude", "excludes", "excluding", "excluded", "exception",
    "ineligible",
  ]
}
