import Foundation
import Testing

@Suite struct TallyCommandTests {
  private let council = """
    3 1
    4 1 2 0
    3 2 1 0
    2 3 2 0
    0
    "Ana"
    "Ben"
    "Chi"
    "Council"

    """

  private func tally(_ text: String, _ words: String...) throws -> Executable.Answer {
    try Executable.answer(to: ["tally"], text, words)
  }

  @Test(arguments: [
    ("scottish-stv", [2]), ("meek", [2]), ("meek-hww", [2]), ("irv", [2]), ("plurality", [1]),
    ("approval", [2]), ("score", [2]), ("schulze", [2]),
  ])
  func `each method prints its report, and nothing else`(_ method: String, _ elected: [Int]) throws
  {
    let json = try tally(council, "--method", method, "--format", "json")
    #expect(json.status == 0)
    #expect(json.complaint.isEmpty)
    let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(report?["elected"] as? [Int] == elected)
    #expect(report?["method"] as? String == method)
    let text = try tally(council, "--method", method)
    #expect(text.status == 0)
    #expect(
      text.output.hasSuffix("Elected, in this order:\n  \(elected == [1] ? "1 Ana" : "2 Ben")\n"))
  }

  @Test func `seats, lot and constraints are heeded`() throws {
    let rules = "group,minimum,maximum,candidates\nsurgery,,1,1 2\n"
    let answer = try Executable.withFile(rules) { path in
      try tally(
        council, "--method", "scottish-stv", "--seats", "2", "--lot-seed", "rain",
        "--constraints", path)
    }
    #expect(answer.status == 0)
    #expect(answer.output.hasSuffix("Elected, in this order:\n  1 Ana\n  3 Chi\n"))
    #expect(answer.output.contains("the lot from the seed 'rain'"))
  }

  @Test(arguments: [
    ["--method", "coin"], [], ["--method", "irv", "--seats", "2"],
    ["--method", "meek", "--seats", "0"], ["--method", "meek", "--margins"],
    ["--method", "irv", "--lot-seed", "a", "--lot-order", "1,2,3"],
    ["--method", "irv", "--lot-order", "1,2"], ["--method", "schulze", "--default-option", "4"],
    ["--method", "schulze", "--quorum", "4"],
  ])
  func `words that do not fit end with 64 and a usage`(_ words: [String]) throws {
    let answer = try Executable.withFile(council) { path in
      try Executable.run(words: ["tally", path] + words)
    }
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.complaint.contains("Usage:"))
  }

  @Test func `a bad file ends with 65 and names file, line and reason`() throws {
    #expect(
      try tally("3 1\n1 4 0\n", "--method", "irv")
        == .init(
          status: 65, output: "",
          complaint: "housestaff: FILE:2: there is no candidate '4'; they are numbered 1 to 3.\n"))
    #expect(
      try tally(council.replacing("3 2 1 0", with: "3 2=1 0"), "--method", "meek")
        == .init(
          status: 65, output: "",
          complaint:
            "housestaff: FILE:3: candidates share a rank; this method has no rule for equal "
            + "ranks.\n"
        ))
    let absent = try Executable.run("tally", "/absent.blt", "--method", "irv")
    #expect(absent.status == 65)
  }
}
