import Testing

@Suite struct WorldTests {
  @Test func `clocks and chance come from the World`() { expectTidy(WorldRules.clockAndChance) }

  @Test(arguments: [
    "Date()", "Date.now", "UUID()", "Int.random(in: 1...6)", "list.randomElement()",
    ".random(in: 0..<2)", "list.shuffled()", "SystemRandomNumberGenerator()",
  ])
  func `a clock or chance of its own is found, except in a Live file`(_ call: String) {
    let text = "\nlet a = \(call)\n"
    #expect(WorldRules.clockAndChance.lines(in: "Sources/A/B.swift", text) == [2])
    #expect(WorldRules.clockAndChance.lines(in: "Sources/A/WorldLive.swift", text).isEmpty)
  }

  @Test(arguments: [
    "list.shuffled(using: &source)", "chance.shuffled(list)",
    "Int.random(in: 1...6, using: &source)",
    "Date(timeIntervalSince1970: 0)", "\"Date()\"", "1 // Date()", "world.random(16)",
  ])
  func `a moment or source that was passed in is not found`(_ expression: String) {
    let text = "let a = \(expression)\n"
    #expect(WorldRules.clockAndChance.lines(in: "Sources/A/B.swift", text).isEmpty)
  }

  @Test func `nothing ends suddenly`() { expectTidy(WorldRules.suddenEnds) }

  @Test(arguments: ["fatalError(\"x\")", "try! a()", "a as! B"])
  func `a sudden end is found`(_ expression: String) {
    #expect(WorldRules.suddenEnds.lines(in: "Sources/A/B.swift", "\n\n\(expression)") == [3])
  }

  @Test func `a soft end is not found`() {
    let text = "try? a()\na as? B\n// fatalError\n"
    #expect(WorldRules.suddenEnds.lines(in: "Sources/A/B.swift", text).isEmpty)
  }

  @Test func `only the commands speak to the terminal`() { expectTidy(WorldRules.terminal) }

  @Test func `a print outside of the commands is found`() {
    let text = "print(1)\nsheet.print(2)\nfootprint(3)\n"
    #expect(WorldRules.terminal.lines(in: "Sources/Roster/A.swift", text) == [1])
    #expect(WorldRules.terminal.lines(in: "Sources/Housestaff/A.swift", text).isEmpty)
  }

  @Test func `only the commands act for the operator`() { expectTidy(WorldRules.operators) }

  @Test func `a request that acts for the operator is found`() {
    let text = "let viewer = Viewer.operatorAtTerminal(now: now, today: today)\n"
    #expect(WorldRules.operators.lines(in: "Sources/Web/A.swift", text) == [1])
    #expect(WorldRules.operators.lines(in: "Sources/Housestaff/A.swift", text).isEmpty)
  }
}
