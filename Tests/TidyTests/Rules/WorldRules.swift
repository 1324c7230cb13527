import Foundation

/// Where the clock, chance, the terminal and sudden ends may stand.
enum WorldRules {
  static let clockAndChance = Rule(
    instead: "Take it from the World that is passed down; only a file named …Live.swift makes one.",
    appliesTo: { $0.isProductCode && !$0.name.hasSuffix("Live.swift") },
    find: { file in
      sources.matches(in: file.swift.code).filter { !isGivenItsSource($0.groups[0]) }
        .map { .init(line: $0.line, what: "'\($0.groups[1])'") }
    })

  /// A clock, or a drawing with its arguments up to the end of the line.
  private static let sources = Pattern(
    [
      #"(\bDate\(\)|\bDate\.now\b|\bDate\(timeIntervalSinceNow|\bUUID\(\)"#,
      #"|\bSystemRandomNumberGenerator\b|(?:\b[A-Z]\w*|(?<![\w)\]>]))\.random\("#,
      #"|\.randomElement\(\)|\.shuffled\(\)|\.shuffle\(\))"#,
      #"(.*)"#,
    ].joined())

  /// A drawing from a source of chance that was passed in is what the rule wants.
  private static func isGivenItsSource(_ text: String) -> Bool {
    text.contains("(") && text.contains("using:")
  }

  static let suddenEnds = Rule(
    instead: "Throw, or make a value that cannot be wrong: one request must not stop the server.",
    appliesTo: \.isProductCode,
    find: { file in
      Pattern(#"\bfatalError\b|\btry!|\bas!"#).matches(in: file.swift.code)
        .map { .init(line: $0.line, what: "'\($0.groups[0])'") }
    })

  static let terminal = Rule(
    instead: "Return it or log it; only the commands in Sources/Housestaff speak to the terminal.",
    appliesTo: { $0.isProductCode && $0.module != "Housestaff" },
    find: { file in
      Pattern(#"(?<![.\w])(?:debugPrint|print)\("#).matches(in: file.swift.code)
        .map { .init(line: $0.line, what: "'\($0.groups[0])'") }
    })

  static let operators = Rule(
    instead: "Take the viewer of whoever asks; only a command acts for the operator.",
    appliesTo: { $0.isProductCode && $0.module != "Housestaff" },
    find: { file in
      Pattern(#"\.operatorAtTerminal\b"#).matches(in: file.swift.code)
        .map { .init(line: $0.line, what: "'\($0.groups[0])'") }
    })
}
