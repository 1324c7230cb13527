import Testing

@Suite struct DocumentTests {
  private static let list = TreeFile("docs/adr/README.md", "- [One](0001-one.md)")
  private static let one = TreeFile("docs/adr/0001-one.md", "# 0001. One\n")

  @Test func `decision records are numbered`() { expectTidy(DocumentRules.recordsAreNumbered) }

  @Test(arguments: [
    ("0003-gap.md", "# 0003. Gap"), ("0001-twice.md", "# 0001. Twice"),
    ("two.md", "# 0002. Two"), ("0002-Two.md", "# 0002. Two"), ("0002-two.md", "# Two"),
  ])
  func `a record out of order is found`(_ name: String, _ heading: String) {
    let record = TreeFile("docs/adr/\(name)", heading)
    let findings = DocumentRules.recordsAreNumbered.findings(in: [Self.list, Self.one, record])
    #expect(findings.map(\.path) == ["docs/adr/\(name)"])
  }

  @Test func `decision records are listed`() { expectTidy(DocumentRules.recordsAreListed) }

  @Test func `a record that is not listed is found`() {
    let two = TreeFile("docs/adr/0002-two.md", "# 0002. Two\n")
    let files = [Self.list, Self.one, two]
    #expect(DocumentRules.recordsAreNumbered.findings(in: files).isEmpty)
    #expect(DocumentRules.recordsAreListed.findings(in: files).map(\.path) == [two.path])
  }

  @Test func `links lead somewhere`() { expectTidy(DocumentRules.linksLead) }

  @Test func `a dead link is found, one that leads is not`() {
    let page = TreeFile(
      "docs/operating.md",
      """
      [a](adr/0001-one.md#why) [b](../Makefile) [c](https://example.org/x) [d](#backup) [e](adr/)
      [f](adr/0002-two.md) [g](../../Makefile2)
      """)
    let files = [Self.list, Self.one, TreeFile("Makefile", ""), page]
    #expect(
      DocumentRules.linksLead.findings(in: files).map(\.what) == [
        "a dead link to 'adr/0002-two.md'", "a dead link to '../../Makefile2'",
      ])
  }
}
