import Tally
import Testing

@Suite struct PrefLibTests {
  private let head = "# TITLE: Dinner\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 2: Bread\n"

  private func read(_ text: String, seats: Int? = nil) throws(FileProblem) -> Election {
    try Election(ballots: Array(text.utf8), seats: seats)
  }

  @Test func `orders with ties are read`() throws {
    let election = try read(head + "2: 1,{2,3}\n3: 2\n1:\n", seats: 2)
    #expect(election.title == "Dinner")
    #expect(election.seats == 2)
    #expect(election.candidates.map(\.name) == ["Candidate 1", "Bread", "Candidate 3"])
    #expect(
      election.papers.papers == [
        Paper(1, .ranks([])), Paper(2, .ranks([[1], [2, 3]])), Paper(3, ranking: [2]),
      ])
  }

  @Test func `two categories are approvals, more are scores`() throws {
    let two = try read(head + "# NUMBER CATEGORIES: 2\n2: {1,3},{2}\n1: {},{1,2,3}\n")
    #expect(try Approval().count(two).stages[0].votes.map(\.?.description) == ["2", "0", "2"])
    let three = try read(head + "# NUMBER CATEGORIES: 3\n2: {1,3},{2},{}\n1: 2,1,3\n")
    #expect(three.papers.kind == .scores)
    #expect(try Scoring().count(three).stages[0].votes.map(\.?.description) == ["5", "4", "4"])
  }

  @Test(arguments: [
    ("2: 1,9\n", 4, "there is no candidate 9; they are numbered 1 to 3."),
    ("2: 1,1\n", 4, "candidate 1 is marked twice on one paper."),
    ("2: 1,{2,3\n", 4, "the brace is not closed."),
    ("2: 1 2\n", 4, "between ranks belongs a comma, not '2'."),
    ("2: 1,{}\n", 4, "a rank is empty."),
    ("2 1\n", 4, "a line begins with how many papers and a colon, not '2'."),
    ("0: 1\n", 4, "a line begins with how many papers and a colon, not '0:'."),
    ("# NUMBER CATEGORIES: 2\n1: 1,2,3\n", 5, "there are 3 of 2 categories."),
  ])
  func `a line that cannot be taken is named with the reason`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    #expect(throws: FileProblem(line: line, reason)) { try read(head + text) }
  }

  @Test func `papers before the number of alternatives are refused`() {
    #expect(throws: FileProblem.self) {
      try Election(preflib: Array("# TITLE: x\n1: 1\n# NUMBER ALTERNATIVES: 3\n".utf8))
    }
    #expect(throws: FileProblem.self) { try Election(preflib: Array("# TITLE: x\n".utf8)) }
  }

  @Test func `what is written reads as the same papers`() throws {
    var random = SplitMix(state: 71)
    for _ in 0..<100 {
      let election = try random.election()
      let again = try read(election.preflib())
      #expect(again.papers.papers == election.papers.papers.filter { $0.marks != .ranks([]) })
      #expect(again.candidates == election.candidates)
    }
  }
}
