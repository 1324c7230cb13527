import Testing

@Suite struct HonestyTests {
  @Test func `no test is skipped`() { expectTidy(TestRules.noneIsSkipped) }

  @Test func `a skipped test is found`() {
    // Put together here, so that a search for skipped tests does not find this one.
    for mark in ["@Test(." + "disabled())", "with" + "KnownIssue {", "throw XCT" + "SkipTest()"] {
      #expect(TestRules.noneIsSkipped.lines(in: "Tests/ATests/A.swift", "\n\(mark)") == [2])
    }
    #expect(TestRules.noneIsSkipped.lines(in: "Tests/ATests/A.swift", ".enabled()").isEmpty)
  }
}
