import Testing

@Suite struct LayoutTests {
  @Test func `a line has at most 100 columns`() { expectTidy(LayoutRules.columns) }

  @Test func `a line of 101 columns is found, one of 100 letters with accents is not`() {
    let text = "\(String(repeating: "é", count: 100))\n\(String(repeating: "x", count: 101))\n"
    #expect(LayoutRules.columns.lines(in: "Sources/A/B.swift", text) == [2])
    #expect(LayoutRules.columns.lines(in: "docs/a.md", text).isEmpty)
  }

  @Test func `a file has at most 400 lines`() { expectTidy(LayoutRules.fileLength) }

  @Test func `a file of 401 lines is found, one of 400 is not`() {
    let lines = String(repeating: "\n", count: 400)
    #expect(LayoutRules.fileLength.lines(in: "Sources/A/B.swift", lines).isEmpty)
    #expect(LayoutRules.fileLength.lines(in: "Sources/A/B.swift", lines + "\n") == [401])
  }

  @Test func `half of the files have fewer than 100 lines`() {
    expectTidy(LayoutRules.medianFileLength)
  }

  @Test func `a median file of 100 lines is found`() {
    let lengths = [10, 99, 200]
    func findings(_ lengths: [Int]) -> [Finding] {
      LayoutRules.medianFileLength.findings(
        in: lengths.map { TreeFile("Sources/A/\($0).swift", String(repeating: "\n", count: $0)) })
    }
    #expect(findings(lengths).isEmpty)
    #expect(findings(lengths + [100]).count == 1)
  }

  @Test func `a function has at most 60 lines`() { expectTidy(LayoutRules.functionLength) }

  @Test func `a function of 61 lines is found, one of 60 is not`() {
    func lines(_ count: Int, _ head: String) -> [Int] {
      let text = "struct A {\n\(head) {\n\(String(repeating: "  a()\n", count: count - 2))}\n}\n"
      return LayoutRules.functionLength.lines(in: "Sources/A/B.swift", text)
    }
    for head in ["func a()", "init(a: Int)", "var a: [Int: (A) -> B]"] {
      #expect(lines(60, head).isEmpty)
      #expect(lines(61, head) == [2])
    }
  }

  @Test func `nine of ten functions have fewer than 25 lines`() {
    expectTidy(LayoutRules.usualFunctionLength)
  }

  @Test func `two of ten functions with 25 lines are found, one is not`() {
    func findings(long: Int) -> [Finding] {
      let lengths = (0..<10).map { $0 < long ? 25 : 24 }
      let functions = lengths.map { "func a() {\(String(repeating: "\n", count: $0 - 1))}\n" }
      return LayoutRules.usualFunctionLength.findings(
        in: [TreeFile("Sources/A/B.swift", functions.joined())])
    }
    #expect(findings(long: 1).isEmpty)
    #expect(findings(long: 2).count == 1)
  }

  @Test func `a function takes at most five parameters`() { expectTidy(LayoutRules.parameters) }

  @Test func `six parameters are found, five with commas in their types are not`() {
    let text = """
      func five<A, B>(_ a: [A: B], b: (A, B) -> Int, c: Map<A, B> = .init(1, 2), d: A, e: B) {
      }
      func six(a: Int, b: Int, c: Int,
        d: Int, e: Int, f: Int) -> Int { 1 }
      init(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) {
      }
      """
    #expect(LayoutRules.parameters.lines(in: "Sources/A/B.swift", text) == [3])
  }
}
