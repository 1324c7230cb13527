import Testing

/// The rules are worth what the reading of Swift below them is worth.
@Suite struct ReadingTests {
  @Test func `comments, literals and names in backticks are told from code`() {
    let text = SwiftText(
      """
      let a = "b \\(c("d")) e" // f "g"
      let h = #"i \\(j) " k"# /* l /* m */ n */ + o
      func `p q`() {}
      """)
    let lines = text.code.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    #expect(lines == ["let a = \" (c(\" \")) \"", "let h = #\" \"# + o", "func ` `() {}"])
    #expect(text.comments.map(\.text) == ["// f \"g\"", "/* l /* m */ n */"])
    #expect(text.comments.map(\.line) == [1, 2])
    #expect(text.literals.map(\.text) == ["d", "b $ e", "i \\(j) \" k"])
  }

  @Test func `a literal over several lines ends at its own quotes`() {
    let quotes = "\"\"\""
    let text = SwiftText("let a = \(quotes)\n  SELECT \"b\"\n  \(quotes)\nlet c = 1")
    #expect(text.literals == [.init(line: 1, text: "\n  SELECT \"b\"\n  ")])
    #expect(text.code.hasSuffix("let c = 1"))
    #expect(text.code.split(separator: "\n", omittingEmptySubsequences: false).count == 4)
  }

  @Test func `functions are found with their length and parameters, requirements are not`() {
    let file = TreeFile(
      "Sources/A/B.swift",
      """
      protocol P {
        func required(a: Int) -> Int
        var needed: Int { get }
      }
      struct S: P {
        let stored = S.init(a: 1)
        init(a: Int, b: Int = { 2 }()) { self.init() }
        func required(a: Int) -> Int
        where A: B
        {
          func inner() {}
          return a
        }
        var needed: Int { 3 }
      }
      """)
    #expect(
      Function.all(in: file) == [
        .init(name: "needed", line: 3, length: 1, parameters: 0, isInitializer: false),
        .init(name: "init", line: 7, length: 1, parameters: 2, isInitializer: true),
        .init(name: "required", line: 8, length: 6, parameters: 1, isInitializer: false),
        .init(name: "inner", line: 11, length: 1, parameters: 0, isInitializer: false),
        .init(name: "needed", line: 14, length: 1, parameters: 0, isInitializer: false),
      ])
  }

  @Test func `this package is the one that is read`() {
    let paths = Set(PackageTree.files.map(\.path))
    #expect(paths.contains("Package.swift"))
    #expect(paths.contains("Tests/TidyTests/ReadingTests.swift"))
    #expect(PackageTree.files.contains { $0.isProductCode })
    #expect(!paths.contains { $0.hasPrefix("/") || $0.contains(".build") || $0.contains("//") })
  }
}
