/// Where our words for things may stand, which an institution replaces by its own.
enum WordRules {
  static let bareWord = Rule(
    instead: "Put the word in braces and have Words fill it: “Add {a program}”.",
    appliesTo: { file in
      file.isProductCode && modules.contains(file.module ?? "") && !isVocabulary(file)
    },
    find: { file in
      file.swift.literals.filter { isSaid($0.text) }.flatMap { literal in
        word.matches(in: literal.text, firstLine: literal.line)
          .map { .init(line: $0.line, what: "'\($0.groups[0])' in a sentence") }
      }
    })

  /// Whose sentences reach people of an institution. The help of the commands is read before any
  /// database, and what they say of one comes from here.
  private static let modules: Set = [
    "Accounts", "Blueprint", "Councils", "Kernel", "Mentoring", "Roster", "Web",
  ]

  /// Files that hold our words themselves, or the words of record systems, and the samples of
  /// `/design`.
  private static func isVocabulary(_ file: TreeFile) -> Bool {
    file.name == "Settings.swift" || file.path.contains("/Design/")
      || ["+Cell.swift", "+Titles.swift"].contains { file.name.hasSuffix($0) }
  }

  /// One of our words on its own: in braces, in a name, an address or a path it is another thing,
  /// and a mentoring program is none of those in which someone trains.
  private static let word = Pattern(
    #"(?i)(?<![\w{./-])(?<!mentoring )(?:trainee|program|department|site|office)s?"#
      + #"(?![\w}/-]|\.\w)"#)

  /// Whether a literal is something that people read: no name of a thing, and no SQL.
  private static func isSaid(_ literal: String) -> Bool {
    let isSentence = literal.contains(" ") || literal.first?.isUppercase == true
    return isSentence && !statement.matches(literal)
  }

  private static let statement = Pattern(
    #"\b(?:SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|WHERE|AND|ORDER|SET|VALUES|AS|NULL)\b"#)
}
