import Testing

@Suite struct WordTests {
  @Test func `no sentence holds a word that the institution may replace`() {
    expectTidy(WordRules.bareWord)
  }

  @Test(arguments: [
    "Add a program", "Trainees", "The site of 3 beds.", "Ask the office.", "$ programs",
    "{Program} or department",
  ])
  func `a bare word is found`(_ sentence: String) {
    let text = "\nlet a = \"\(sentence)\"\n"
    #expect(WordRules.bareWord.lines(in: "Sources/Web/A.swift", text) == [2])
    #expect(WordRules.bareWord.lines(in: "Sources/Web/Design/A.swift", text).isEmpty)
    #expect(WordRules.bareWord.lines(in: "Sources/Roster/A+Titles.swift", text).isEmpty)
    #expect(WordRules.bareWord.lines(in: "Sources/Housestaff/A.swift", text).isEmpty)
  }

  @Test(arguments: [
    "Add {a program}", "{Trainees}", "program", "program.added", "/programs/one two",
    "SELECT name FROM program", "The programmer’s on-site work", "see program.edited",
  ])
  func `a word in braces, a name, a path or SQL is not found`(_ literal: String) {
    #expect(
      WordRules.bareWord.lines(in: "Sources/Web/A.swift", "let a = \"\(literal)\"").isEmpty)
  }
}
