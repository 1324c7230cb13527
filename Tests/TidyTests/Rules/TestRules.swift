/// What keeps the tests honest.
enum TestRules {
  static let noneIsSkipped = Rule(
    instead: "Mend it or delete it: a test that does not run says nothing.",
    appliesTo: { $0.isSwift && $0.path.hasPrefix("Tests/") },
    find: { file in
      skips.matches(in: file.swift.code).map { .init(line: $0.line, what: "'\($0.groups[0])'") }
    })

  private static let skips = Pattern(#"\.disabled\b|\bwithKnownIssue\b|\bXCTSkip\w*"#)
}
