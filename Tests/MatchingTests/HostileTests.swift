import Matching
import Testing

@Suite struct HostileTests {
  @Test(arguments: [
    ("", 1, "“bmatch” should stand here, not something unreadable"),
    ("bmatch 1 1\n1\n", 1, "the number of pairs is missing"),
    ("bmatch 1 1 1\n-1\n0 0 1\n", 2, "the capacity -1 is below 0"),
    ("bmatch 1 1 1\n1\n0 0\n", 3, "a weight is missing"),
    ("bmatch 1 1 1\n1\n0 0 1.5\n", 3, "a weight should stand here, not “1.5”"),
    ("bmatch 1 1 1\n1\n0 0 \0\n", 3, "a weight should stand here, not something unreadable"),
    ("bmatch 1 1 1\n1\n1 0 5\n", 3, "there is no mentee 1"),
    ("bmatch 1 1 1\n1\n0 -1 5\n", 3, "there is no mentor -1"),
    ("bmatch 1 1 2\n1\n0 0 5\n", 4, "a mentee is missing"),
    ("bmatch 1 1 1\n1\n0 0 5\n0 0 6\n", 4, "the end of the text should stand here, not “0”"),
    ("bmatch 1 1 2\n1\n0 0 5\n0 0 6\n", 4, "mentee 0 and mentor 0 stand twice"),
    (
      "bmatch 1 1 1\n1\n0 0 1000000000001\n", 3,
      "the weight 1000000000001 is beyond 1000000000000 either way"
    ),
    ("bmatch 1 1 1\n1\n0 0 99999999999999999999\n", 3, "a weight has too many digits"),
    ("bmatch 5000000 1 1\n", 1, "5000000 mentees are more than 4000000"),
    ("bmatch 1 -1 1\n", 1, "-1 mentors are fewer than none"),
  ])
  func `a bad assignment file is refused with its line`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    #expect(throws: InvalidInput(line: line, reason)) {
      try AssignmentProblem(bmatch: Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("hr 1 1\n1\n0", 3, "the text ends too early"),
    ("hr 1 1\n1\n0 0\n0\n", 3, "program 0 is listed twice"),
    ("hr 1 1\n1\n(0\n0\n", 3, "“)” should stand here, not something unreadable"),
    ("hr 1 1\n1\n0)\n0\n", 3, "a number should stand here, not “)”"),
    ("hr 1 1\n1\n((0))\n0\n", 3, "a number should stand here, not “(0))”"),
    ("hr 1 1\n1\n0\n1\n", 4, "there is no resident 1"),
    ("hr 1 1\n1 1\n0\n0\n", 2, "the end of the line should stand here, not “1”"),
  ])
  func `a bad preference file is refused with its line`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    #expect(throws: InvalidInput(line: line, reason)) {
      try StableProblem(hr: Array(text.utf8))
    }
  }

  @Test func `the greatest weights and capacities do not overflow`() throws {
    let greatest = Limits.weight
    let problem = try AssignmentProblem(
      menteeCount: 3, capacities: [.max, 1],
      edges: [
        Edge(0, 0, weight: greatest), Edge(1, 0, weight: greatest), Edge(1, 1, weight: -greatest),
        Edge(2, 1, weight: -greatest),
      ])
    let answers = try Objective.allCases.map { try problem.solve($0) }
    #expect(answers.map(\.total) == [2 * greatest, greatest, greatest])
    #expect(answers.map { problem.flaw(of: $0) } == [nil, nil, nil])
  }

  @Test func `a million lines are solved or refused, and take no stack`() throws {
    let count = 1_000_000
    var text = "bmatch \(count) 2 \(count)\n\(count) 1\n"
    for mentee in 0..<count { text += "\(mentee) \(mentee % 2) 1\n" }
    let answer = try AssignmentProblem(bmatch: Array(text.utf8)).solve(.total)
    #expect(answer.total == count / 2 + 1)
    #expect(throws: InvalidInput(line: count + 3, "a mentor is missing")) {
      let head = "bmatch \(count) 2 \(count)\n"
      let more = "bmatch \(count) 2 \(count + 1)\n" + text.dropFirst(head.count)
      _ = try AssignmentProblem(bmatch: Array((more + "7").utf8))
    }
  }

  @Test func `a long chain of displacements is followed to its end`() throws {
    let count = 20_000
    var edges = (0..<count).map { Edge($0, $0, weight: 1) }
    edges += (1..<count).map { Edge($0, $0 - 1, weight: 2) }
    let problem = try AssignmentProblem(
      menteeCount: count, capacities: [Int](repeating: 1, count: count), edges: edges)
    let answer = try problem.solve(.most)
    #expect(answer.matched == count && answer.total == count)
    #expect(problem.flaw(of: answer) == nil)
  }
}
