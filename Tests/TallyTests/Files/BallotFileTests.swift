import Tally
import Testing

@Suite struct BallotFileTests {
  private func read(_ text: String) throws(FileProblem) -> Election {
    try Election(blt: Array(text.utf8))
  }

  private func problem(_ text: String) -> FileProblem? {
    do {
      _ = try Election(ballots: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `a file with all that the form knows is read`() throws {
    let election = try read(
      """
      \u{feff}# A comment
      4 2   # candidates, seats
      -3
      (paper 7) 3 1 2 0
      2 1=4 - 2 0  # equal, then a rank left out
      1 0
      0
      "Ann \\"A\\" Archer"
      "Béla"
      "Cem" # withdrew
      "Dee"
      "Council"
      "a source"\r
      """)
    #expect(election.title == "Council")
    #expect(election.seats == 2)
    #expect(
      election.candidates == [
        Candidate("Ann \\\"A\\\" Archer"), Candidate("Béla"),
        Candidate("Cem", isWithdrawn: true), Candidate("Dee"),
      ])
    #expect(
      election.papers.papers == [
        Paper(1, .ranks([])), Paper(3, ranking: [1, 2]), Paper(2, .ranks([[1, 4], [], [2]])),
      ])
  }

  @Test func `equal papers are put together, whatever the order of equal candidates`() throws {
    let one = try read("3 1\n2 1=3 2 0\n1 3=1 2 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n")
    #expect(one.papers.distinct == 2)
    #expect(one.papers.total == 4)
  }

  @Test(arguments: [5, 31, 32, 63, 64, 300], [false, true])
  func `papers of any length are counted and put in order, with or without an odd one among them`(
    _ candidates: Int, _ hasOdd: Bool
  ) throws {
    var random = SplitMix(state: UInt64(candidates))
    var counts: [[Int]: Int] = [:]
    var lines: [String] = []
    for _ in 0..<5000 {
      let length = [0, 1, 1, 2, 3, 7, 8, 11, 12, 13, 24, 25, 60].randomElement(using: &random) ?? 0
      let ranking = Array((1...candidates).shuffled(using: &random).prefix(length))
      let weight = [1, 1, 2, 1 << 33].randomElement(using: &random) ?? 1
      counts[ranking, default: 0] += weight
      lines.append(([weight] + ranking + [0]).map(String.init).joined(separator: " "))
    }
    var expected = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Paper($0.value, ranking: $0.key) }
    if hasOdd {
      lines.append("5 1=2 3 0")
      expected.append(Paper(5, .ranks([[1, 2], [3]])))
    }
    let names = (1...candidates).map { "\"\($0)\"" }
    let text = (["\(candidates) 1"] + lines + ["0"] + names).joined(separator: "\n")
    #expect(try read(text).papers.papers == expected)
  }

  @Test(arguments: [
    ("", 1, "the file is empty."),
    ("x", 1, "the first line must be two numbers, candidates and seats, not 'x'."),
    ("0 1", 1, "there are 0 candidates; there may be 1 to 1000."),
    ("1001 1", 1, "there are 1001 candidates; there may be 1 to 1000."),
    ("2 0", 1, "there are 0 seats; there may be 1 to 1000."),
    ("2 1\n-3\n", 2, "'-3' is no candidate who could withdraw; they are numbered 1 to 2."),
    ("2 1\n\n1 3 0", 3, "there is no candidate '3'; they are numbered 1 to 2."),
    ("2 1\n1 1 2 1 0", 2, "candidate 1 is marked twice on one paper."),
    ("2 1\n1 1 2\n1 1 0", 2, "a paper must end with 0 on its own line."),
    ("2 1\n1 1 0 2", 2, "more stands after the 0 that ends a paper."),
    ("2 1\n1 1 x 0", 2, "'x' is no candidate."),
    ("2 1\n1 1x 0", 2, "'1x' is no candidate."),
    ("2 1\n1 1= 0", 2, "behind '=' must stand a candidate, without a space."),
    ("2 1\n1.5 1 0", 2, "'.5' is no candidate."),
    ("2 1\n0 1 0", 2, "a paper cannot stand for 0 papers; write a whole number from 1."),
    ("2 1\n(a 1 0", 2, "the bracket around the paper's name is not closed."),
    ("2 1\n1 1:65536 0", 2, "the score '1:65536' is not a whole number from 0 to 65535."),
    ("2 1\n1 1 0\n", 3, "the file ends before the line with a single 0 that ends the papers."),
    ("2 1\n0\n\"A\"\n", 4, "the file ends after 1 of 2 names."),
    ("2 1\n0\n\"A\"\nB\n", 4, "here belongs a candidate's name in quotes, not 'B'."),
    ("2 1\n0\n\"A\n", 3, "the quotes around the name are not closed."),
    ("1 1\n0\n\"A\" x\n", 3, "more stands behind the name."),
    ("1 1\n1 1 0\n\0", 3, "there is a NUL byte; this is no text file."),
  ])
  func `a line that cannot be taken is named with the reason`(
    _ text: String, _ line: Int, _ reason: String
  ) {
    #expect(problem(text) == FileProblem(line: line, reason))
  }

  @Test func `more papers than can be counted are refused, with the line`() throws {
    let lines = Array(repeating: "999999999999999999 1 0", count: 5).joined(separator: "\n")
    #expect(problem("1 1\n\(lines)\n0\n\"A\"\n")?.line == 6)
  }

  @Test func `names in Latin-1 are read`() throws {
    let election = try Election(blt: Array("1 1\n0\n\"Ren".utf8) + [0xe9] + Array("\"\n".utf8))
    #expect(election.candidates == [Candidate("René")])
  }

  @Test func `what is written reads as the same election`() throws {
    var random = SplitMix(state: 31)
    for _ in 0..<200 {
      let election = try random.election()
      #expect(try read(election.blt) == election)
    }
    let odd = try read("3 2\n-1\n2 1=3 - 2 0\n1 - 1 0\n4 0\n0\n\"A\"\n\"B\"\n\"\"\n\"T\"\n")
    #expect(try read(odd.blt) == odd)
    let scored = try read("2 1\n2 2:7 1:0 0\n1 1:65535 0\n1 0\n0\n\"A\"\n\"B\"\n\"T\"\n")
    #expect(try read(scored.blt) == scored)
    #expect(scored.papers.kind == .scores)
  }

  @Test func `papers that add up to 19 digits are written and read`() throws {
    let heavy = try read("1 1\n999999999999999999 1 0\n2 1 0\n0\n\"A\"\n")
    #expect(try read(heavy.blt) == heavy)
    #expect(heavy.papers.total == 1_000_000_000_000_000_001)
    #expect(problem("1 1\n9999999999999999999 1 0")?.line == 2)
  }

  @Test func `control characters in names become spaces, and those around a name go`() throws {
    let election = try read("1 1\n0\n\" A\u{85}B\u{b} \"\n")
    #expect(election.candidates == [Candidate("A B")])
    #expect(try read(election.blt) == election)
  }
}
