import Testing

@Suite struct PageTests {
  @Test func `the stylesheets are small`() { expectTidy(PageRules.stylesheetSize) }

  @Test func `stylesheets over the budget together are found`() {
    let half = String(repeating: "a", count: PageRules.stylesheetBudget / 2)
    let sheets = [TreeFile("Sources/Web/a.css", half), TreeFile("Sources/Web/b.css", half)]
    #expect(PageRules.stylesheetSize.findings(in: sheets).isEmpty)
    let one = TreeFile("Sources/Web/c.css", "a")
    #expect(PageRules.stylesheetSize.findings(in: sheets + [one]).count == 1)
  }

  @Test func `no rule of a stylesheet overrules the others`() { expectTidy(PageRules.important) }

  @Test func `an overruling rule is found, one for print or still pages is not`() {
    let sheet = """
      /* !important
      */
      @media print { nav { display: none !important } }
      @media (prefers-reduced-motion: reduce) {
        * { animation: none !important; }
      }
      a { color: red !important; }
      @media (width < 40em) { a { color: red !important } }
      """
    #expect(PageRules.important.lines(in: "Sources/Web/a.css", sheet) == [7, 8])
  }

  @Test func `pages hold no style or script of their own`() { expectTidy(PageRules.inlineCode) }

  @Test(arguments: [
    "\"<p style='color: red'>\"", "\"<style>\"", "\"<script>alert(1)</script>\"",
    "\"<button onclick='go()'>\"", "p(.named(\"style\", color))", ".element(\"style\", [], [])",
    "Attribute(\"onclick\", .text(code))", "\"javascript:go()\"",
  ])
  func `inline style or script is found`(_ expression: String) {
    #expect(PageRules.inlineCode.lines(in: "Sources/Web/A.swift", "\n\(expression)") == [2])
  }

  @Test(arguments: [
    "\"<script src='a.js' type='module'></script>\"", "\"the style of the house\"",
    ".named(\"once\", \"a\").class(\"style\")", "link(.named(\"rel\", \"stylesheet\"))",
  ])
  func `a file of its own, or a word, is not found`(_ expression: String) {
    #expect(PageRules.inlineCode.lines(in: "Sources/Web/A.swift", expression).isEmpty)
  }
}
