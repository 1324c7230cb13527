import Foundation
import Testing

@Suite struct DisclosureCommandTests {
  private let residents = """
    program,gender,count
    Medicine,women,21
    Medicine,men,17
    Surgery,women,3
    Surgery,men,14
    Pathology,women,9
    Pathology,men,8

    """

  private let leak = "program,count\nA,x\nB,4\nTotal,7\n"

  @Test func `a table is protected, and its audit finds nothing`() throws {
    let published = try Executable.answer(
      to: ["disclosure", "protect"], residents, "--threshold", "5")
    #expect(
      published
        == .done(
          """
          program,gender,count
          Medicine,men,17
          Medicine,women,21
          Medicine,Total,38
          Pathology,men,x
          Pathology,women,x
          Pathology,Total,17
          Surgery,men,x
          Surgery,women,x
          Surgery,Total,17
          Total,men,39
          Total,women,33
          Total,Total,72

          """))
    let audit = try Executable.answer(
      to: ["disclosure", "audit"], published.output, "--threshold", "5")
    #expect(
      audit
        == .done(
          """
          Pathology, men: 5…17
          Pathology, women: 0…12
          Surgery, men: 5…17
          Surgery, women: 0…12
          4 withheld, none too narrow.

          """))
  }

  @Test func `a protected table is the same as JSON`() throws {
    let answer = try Executable.answer(
      to: ["disclosure", "protect"], residents, "--threshold", "5", "--format", "json")
    #expect(answer.status == 0)
    #expect(answer.complaint.isEmpty)
    let table = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    #expect(table?["method"] as? String == "suppress")
    #expect(table?["threshold"] as? Int == 5)
    #expect(table?["withheld"] as? Int == 4)
    #expect((table?["cells"] as? [[String: Any]])?.count == 12)
  }

  @Test func `rounded counts are multiples of the base and still add up`() throws {
    let answer = try Executable.answer(
      to: ["disclosure", "protect"], residents, "--threshold", "5", "--method", "round",
      "--base", "10")
    let rows = answer.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let counts = rows.compactMap { Int($0[2]) }
    #expect(answer.status == 0)
    #expect(counts.count == 12)
    #expect(counts.allSatisfy { $0 % 10 == 0 })
    #expect(counts[0] + counts[1] == counts[2])
    #expect(counts[9] + counts[10] == counts[11])
  }

  @Test func `a betrayed cell ends with 1, and the answer names it`() throws {
    #expect(
      try Executable.answer(to: ["disclosure", "audit"], leak)
        == .init(
          status: 1, output: "A: 3…3  too narrow\n1 withheld, 1 too narrow.\n", complaint: ""))
    #expect(
      try Executable.answer(to: ["disclosure", "audit"], leak, "--format", "csv")
        == .init(status: 1, output: "program,low,high,too_narrow\nA,3,3,yes\n", complaint: ""))
    let json = try Executable.answer(to: ["disclosure", "audit"], leak, "--format", "json")
    #expect(json.status == 1)
    let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(report?["tooNarrow"] as? Int == 1)
  }

  @Test func `only a threshold makes a small interval too narrow`() throws {
    let text = "program,count\nA,1-2\nB,x\nTotal,7\n"
    #expect(try Executable.answer(to: ["disclosure", "audit"], text).status == 0)
    let strict = try Executable.answer(to: ["disclosure", "audit"], text, "--threshold", "5")
    #expect(strict.status == 1)
    #expect(strict.output == "A: 1…2  too narrow\nB: 5…6\n2 withheld, 1 too narrow.\n")
  }

  @Test func `certificates are written, hold beside their table, and beside no other`() throws {
    let text = "program,count\nA,x\nB,x\nTotal,7\n"
    let plain = try Executable.answer(to: ["disclosure", "audit"], text)
    try Executable.withFile("") { proof in
      let written = try Executable.answer(
        to: ["disclosure", "audit"], text, "--certificates", proof)
      #expect(written == plain && written.status == 0)
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: proof)))
      #expect(
        (object as? [String: Any])?.keys.sorted()
          == ["cells", "dimensions", "growth", "intervals", "relations", "steps", "tables"])
      let check = ["--check-certificates", proof]
      #expect(try Executable.answer(to: ["disclosure", "audit"], text, check) == plain)
      let other = try Executable.answer(
        to: ["disclosure", "audit"], text.replacing("7", with: "8"), check)
      #expect(
        (other.status, other.output) == (65, "")
          && other.complaint.replacing(proof, with: "PROOF")
            == "housestaff: PROOF: Table 0 does not agree with what is published.\n"
      )
    }
  }

  @Test func `a file that is no certificate ends with 65, and one that cannot be written with 73`()
    throws
  {
    try Executable.withFile("{\"steps\":[]}") { proof in
      let answer = try Executable.answer(
        to: ["disclosure", "audit"], leak, "--check-certificates", proof)
      #expect(answer.status == 65 && answer.output.isEmpty)
      #expect(answer.complaint == "housestaff: \(proof): These are no certificates.\n")
    }
    #expect(
      try Executable.answer(
        to: ["disclosure", "audit"], leak, "--certificates", "/absent/proof.json")
        == .init(
          status: 73, output: "",
          complaint: "housestaff: /absent/proof.json: The file cannot be written.\n"))
  }

  @Test(arguments: [
    ["audit", "a", "--certificates", "b", "--check-certificates", "b"],
    ["protect", "a"], ["protect", "a", "--threshold", "1"],
    ["protect", "a", "--threshold", "5", "--method", "hide"],
    ["protect", "a", "--threshold", "5", "--method", "noise"],
    ["protect", "a", "--threshold", "5", "--base", "1"],
    ["protect", "a", "--threshold", "5", "--epsilon", "0"], ["protect", "--threshold", "5"],
    ["audit"], ["audit", "a", "--threshold", "1"], ["audit", "a", "--format", "xml"], ["hide"],
  ])
  func `words that do not fit end with 64 and a usage`(_ words: [String]) throws {
    let answer = try Executable.run(words: ["disclosure"] + words)
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.complaint.contains("Usage:"))
  }

  @Test(arguments: [
    ("a,count\nx,1\nx,2\n", "FILE:3: The same combination as in line 2."),
    ("a,count\n\nx,-1\n", "FILE:3: '-1' is no count that can be worked with."),
    ("a,count\nx,1,2\n", "FILE:2: Expected 2 fields and found 3."),
    ("a,count\nA,3\nTotal,4\n", "FILE:3: The total is 4; its parts add up to 3."),
    ("", "FILE: The file is empty."),
  ])
  func `a bad table ends with 65 and names file, line and reason`(
    _ text: String, _ complaint: String
  ) throws {
    #expect(
      try Executable.answer(to: ["disclosure", "protect"], text, "--threshold", "5")
        == .init(status: 65, output: "", complaint: "housestaff: \(complaint)\n"))
  }

  @Test(arguments: [
    ("a,count\nx,maybe\n", "FILE:2: 'maybe' is neither a count nor a mark for a withheld one."),
    ("a,count\nx,1\ny,1,1\n", "FILE:3: Expected 2 fields and found 3."),
  ])
  func `a bad publication ends with 65 and names file, line and reason`(
    _ text: String, _ complaint: String
  ) throws {
    #expect(
      try Executable.answer(to: ["disclosure", "audit"], text)
        == .init(status: 65, output: "", complaint: "housestaff: \(complaint)\n"))
  }

  @Test func `figures that contradict each other end with 65`() throws {
    let answer = try Executable.answer(
      to: ["disclosure", "audit"], "program,count\nA,9\nB,x\nTotal,7\n")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.complaint.hasPrefix("housestaff: FILE: The published figures contradict"))
  }

  @Test func `a file of hierarchies that is wrong is named itself`() throws {
    let above = "dimension,code,parent\nd,a,b\nd,b,a\n"
    let answer = try Executable.withFile(above) { path in
      let answer = try Executable.answer(
        to: ["disclosure", "protect"], residents, "--threshold", "5", "--hierarchy", path)
      return Executable.Answer(
        status: answer.status, output: answer.output,
        complaint: answer.complaint.replacing(path, with: "ABOVE"))
    }
    #expect(
      answer
        == .init(
          status: 65, output: "", complaint: "housestaff: ABOVE:3: 'a' is its own ancestor.\n"))
  }

  @Test(arguments: ["protect", "audit"])
  func `a file that is not there ends with 65`(_ command: String) throws {
    let threshold = ["--threshold", "5"]
    #expect(
      try Executable.run(words: ["disclosure", command, "/absent.csv"] + threshold)
        == .init(
          status: 65, output: "",
          complaint: "housestaff: /absent.csv: The file cannot be read.\n"))
  }
}
