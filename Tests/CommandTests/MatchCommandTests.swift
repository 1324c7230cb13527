import Foundation
import Testing

@Suite struct MatchCommandTests {
  private let spring = """
    bmatch 3 2 4
    1 1
    0 0 90
    0 1 80
    1 0 85
    2 0 10

    """

  private let march = """
    hr 2 2
    1 1
    0 1
    0
    0 1
    0

    """

  @Test func `an assignment is printed as JSON or for people, and nothing else`() throws {
    let json = try Executable.answer(to: ["match", "assign"], spring, "--format", "json")
    #expect(
      json
        == .done(
          #"{"objective":"total","total":165,"matched":2,"dualBound":165,"#
            + #""pairs":[[0,1],[1,0]]}"# + "\n"))
    let text = try Executable.answer(to: ["match", "assign"], spring)
    #expect(
      text
        == .done(
          """
          2 of 3 mentees matched, total 165 (proven: no assignment of this kind exceeds 165)
          mentee mentor weight
          0 1 80
          1 0 85

          """))
  }

  @Test(arguments: ["total", "most", "fair"])
  func `each objective is named in its answer`(_ objective: String) throws {
    let answer = try Executable.answer(
      to: ["match", "assign"], spring, "--objective", objective, "--format", "json")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("{\"objective\":\"\(objective)\","))
  }

  @Test func `a stable matching is JSON unless asked for text`() throws {
    let json = #"{"matched":1,"assignment":[0,-1]}"# + "\n"
    #expect(try Executable.answer(to: ["match", "stable"], march) == .done(json))
    #expect(
      try Executable.answer(to: ["match", "stable"], march, "--format", "json") == .done(json))
    #expect(
      try Executable.answer(to: ["match", "stable"], march, "--format", "text")
        == .done("1 of 2 residents matched\nresident program\n0 0\n1 none\n"))
  }

  @Test func `the side that is asked for has its best stable matching`() throws {
    let crossed = "hr 2 2\n1 1\n0 1\n1 0\n1 0\n0 1\n"
    #expect(
      try Executable.answer(to: ["match", "stable"], crossed, "--side", "residents")
        == .done(#"{"matched":2,"assignment":[0,1]}"# + "\n"))
    #expect(
      try Executable.answer(to: ["match", "stable"], crossed, "--side", "programs")
        == .done(#"{"matched":2,"assignment":[1,0]}"# + "\n"))
  }

  @Test(arguments: [
    ["assign"], ["assign", "a", "b"], ["assign", "a", "--objective", "best"],
    ["assign", "a", "--format", "csv"], ["stable"], ["stable", "a", "--side", "left"],
    ["stable", "a", "--format", "csv"], ["stable", "a", "--ties", "coin"],
    ["stable", "a", "--side", "programs", "--ties", "strong"], ["marry"],
  ])
  func `words that do not fit end with 64 and a usage`(_ words: [String]) throws {
    let answer = try Executable.run(words: ["match"] + words)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.complaint.contains("Usage:"))
  }

  @Test(arguments: [
    ("assign", "bmatch 1 1 1\n1\n0 7 3\n", "FILE:3: there is no mentor 7"),
    ("assign", "", "FILE:1: “bmatch” should stand here, not something unreadable"),
    ("assign", "bmatch 1 1 1\n-1\n0 0 3\n", "FILE:2: the capacity -1 is below 0"),
    ("stable", "hr 1 1\n1\n0 0\n0\n", "FILE:3: program 0 is listed twice"),
    ("stable", "hr 1 1\n1\n4\n0\n", "FILE:3: there is no program 4"),
    ("stable", "hr 1 1\n1\n", "FILE:3: the text ends too early"),
  ])
  func `a bad file ends with 65 and names file, line and reason`(
    _ command: String, _ text: String, _ complaint: String
  ) throws {
    #expect(
      try Executable.answer(to: ["match", command], text)
        == .init(status: 65, output: "", complaint: "housestaff: \(complaint)\n"))
  }

  @Test(arguments: ["assign", "stable"])
  func `a file that is not there ends with 65`(_ command: String) throws {
    #expect(
      try Executable.run("match", command, "/absent.txt")
        == .init(
          status: 65, output: "", complaint: "housestaff: /absent.txt: cannot be read\n"))
  }

  @Test func `where no strongly stable matching exists, that is said`() throws {
    let tied = "hr 2 1\n1\n0\n0\n(0 1)\n"
    #expect(
      try Executable.answer(to: ["match", "stable"], tied, "--ties", "strong")
        == .init(
          status: 65, output: "",
          complaint: "housestaff: FILE: no strongly stable matching exists\n"))
  }
}
