import Testing

@Suite struct CommentTests {
  @Test func `nothing is left unfinished`() { expectTidy(CommentRules.unfinishedMarks) }

  @Test(arguments: ["TODO", "FIXME", "XXX", "HACK"])
  func `an unfinished mark is found in each language`(_ mark: String) {
    let rule = CommentRules.unfinishedMarks
    #expect(rule.lines(in: "Sources/A/B.swift", "a()  // \(mark): later") == [1])
    #expect(rule.lines(in: "Sources/A/B.swift", "/*\n \(mark) */") == [2])
    #expect(rule.lines(in: "Sources/A/1.sql", "\n-- \(mark)") == [2])
    #expect(rule.lines(in: "scripts/a", "run # \(mark)") == [1])
    #expect(rule.lines(in: "Sources/A/B.swift", "let a = \"\(mark)\"").isEmpty)
  }

  @Test func `no comment is code`() { expectTidy(CommentRules.commentedOutCode) }

  @Test(arguments: [
    "let a = 1", "private static var b: Int { 1 }", "func a(_ b: Int) -> Int {", "if a {",
    "guard let a else {", "import GRDB", "try store.read(a)", "return a.b(c)", "a.b(c: 1)",
    "a.b = c", "count += 1", "}", "})", "a();",
  ])
  func `code in a comment is found`(_ code: String) {
    let rule = CommentRules.commentedOutCode
    #expect(rule.lines(in: "Sources/A/B.swift", "\n  // \(code)\n") == [2])
    #expect(rule.lines(in: "Sources/A/B.swift", "/// \(code)\n").isEmpty)
  }

  @Test(arguments: [
    "An import of a roster that is in use.", "Let the person choose.", "if it is empty, stop",
    "https://example.org/a(b)", "for each program, one sponsor", "Returns early: nothing to do.",
    "the sum (of all)", "PGY 1 to 7; the rest is refused.", "n = 3.", "MARK: Rows",
    "swift-format-ignore",
  ])
  func `a sentence is not found`(_ sentence: String) {
    let text = "// \(sentence)\n"
    #expect(CommentRules.commentedOutCode.lines(in: "Sources/A/B.swift", text).isEmpty)
  }

  @Test func `a statement in a comment of SQL is found, a sentence is not`() {
    let rule = CommentRules.commentedOutCode
    #expect(rule.lines(in: "Sources/A/1.sql", "-- DROP TABLE a;") == [1])
    #expect(rule.lines(in: "Sources/A/1.sql", "  -- name TEXT NOT NULL,") == [1])
    #expect(rule.lines(in: "Sources/A/1.sql", "-- Delete what ended; see 0002.").isEmpty)
  }

  @Test func `what other files use is documented`() { expectTidy(DocumentationRule.declarations) }

  @Test(arguments: [
    "package func a() {}", "package static let a = 1", "public struct A {}",
    "package enum A { case b }",
    "  package static var a: Int = 1", "package var a: Int { 1 }",
    "@discardableResult\npackage func a() {}",
    "package init(a: Int) { self.a = a + 1 }", "package mutating func `in`() {}",
    "package static prefix func ! (a: A) -> A { a }",
  ])
  func `an undocumented declaration is found, a documented one is not`(_ declaration: String) {
    let rule = DocumentationRule.declarations
    #expect(rule.lines(in: "Sources/A/B.swift", "// Not this.\n" + declaration) == [2])
    #expect(rule.lines(in: "Sources/A/B.swift", "/// Why.\n" + declaration).isEmpty)
  }

  @Test func `attributes may stand between the words and the declaration`() {
    let rule = DocumentationRule.declarations
    let declaration = "@A(b: c())\n@discardableResult\npackage func d() {}"
    #expect(rule.lines(in: "Sources/A/B.swift", "/// Why.\n" + declaration).isEmpty)
    #expect(rule.lines(in: "Sources/A/B.swift", "\n" + declaration).count == 1)
  }

  @Test func `a part of a value, what stores it, or what answers a protocol needs no words`() {
    let store = TreeFile(
      "Sources/A/Store.swift", "/// A store.\npackage protocol Store {\n  func read(a: Int)\n}")
    let witness = TreeFile(
      "Sources/A/B.swift",
      """
      package import Foundation

      package enum Mark {}
      struct B: Store {
        package let a: Int
        package private(set) var b: [Int]

        package init(
          a: Int
        ) {
          self.a = a
        }
        package func read(a: Int) {}
        package static func == (a: B, b: B) -> Bool { true }
      }
      """)
    let stranger = TreeFile("Sources/A/C.swift", "struct C {\n  package func read(a: Int) {}\n}")
    let findings = DocumentationRule.declarations.findings(in: [store, witness, stranger])
    #expect(findings.map(\.path) == ["Sources/A/C.swift"])
  }
}
