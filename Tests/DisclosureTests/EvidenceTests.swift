import Disclosure
import Foundation
import Testing

@Suite struct EvidenceTests {
  private func file(_ text: String) throws -> PublishedFile {
    try PublishedFile(parsing: Array(text.utf8))
  }

  private let pattern = """
    program,level,count
    A,1,x
    A,2,x
    A,Total,9
    B,1,x
    B,2,1-4
    B,Total,x
    C,1,3
    C,2,6
    C,Total,9
    Total,1,12
    Total,2,
    Total,Total,27

    """

  @Test func `evidence survives being written, and proves what an audit finds`() throws {
    let file = try file(pattern)
    let evidence = try AuditEvidence(file)
    let copy = try JSONDecoder().decode(
      AuditEvidence.self, from: JSONEncoder().encode(evidence))
    #expect(copy == evidence && copy.flaw(for: file) == nil)
    let report = try AuditReport(file, threshold: 5)
    let checked = try #require(AuditReport(file, threshold: 5, by: copy))
    #expect(checked.text == report.text)
    #expect(report.text.contains("A, 1: 1…4  too narrow"))
  }

  @Test func `random publications are proven by evidence, each end by a table`() throws {
    var chance = Seeded(5)
    for _ in 0..<60 {
      var rows = "a,b,count\n"
      for one in 0..<3 {
        for other in 0..<3 {
          let count = Int.random(in: 0...9, using: &chance)
          let mark = ["x", "<\(count + 1 + Int.random(in: 0...3, using: &chance))", "\(count)"]
          rows += "\(one),\(other),\(mark.randomElement(using: &chance) ?? "x")\n"
        }
      }
      let file = try file(rows + "Total,Total,x\n")
      let evidence = try AuditEvidence(file)
      #expect(evidence.flaw(for: file) == nil)
      #expect(AuditReport(file, by: evidence)?.text == (try AuditReport(file).text))
    }
  }

  @Test func `that nothing bounds a cell is proven too`() throws {
    let file = try file("a,b,count\nA,1,x\nA,2,x\nA,Total,x\nB,1,x\nB,2,3\nTotal,1,8\n")
    let evidence = try AuditEvidence(file)
    #expect(evidence.flaw(for: file) == nil)
    let report = try #require(AuditReport(file, by: evidence))
    #expect(report.text == (try AuditReport(file).text))
    #expect(report.text.hasPrefix("A, 1: 0…8\nA, 2: 0…\n"))
  }

  @Test func `evidence that is forged anywhere is found out`() throws {
    let file = try file(pattern)
    let honest = try AuditEvidence(file)
    func flaw(_ forge: (inout AuditEvidence) -> Void) -> String? {
      var forged = honest
      forge(&forged)
      return forged.flaw(for: file)
    }
    let (table, ends) = ("does not agree with what is published.", "No table reaches the ends of")
    #expect(flaw { $0.dimensions = ["x", "y"] } == "The certificates are of another table.")
    #expect(flaw { $0.relations[0].parts.removeLast() } == "The certificates are of another table.")
    #expect(
      flaw { $0.intervals.removeLast() } == "The certificates are of other withheld cells.")
    #expect(flaw { $0.tables[0][0] += 1 } == "Table 0 \(table)")
    #expect(flaw { $0.tables[0] = [] } == "Table 0 \(table)")
    #expect(flaw { $0.intervals[0].low += 1 } == "\(ends) cell 0.")
    #expect(flaw { $0.intervals[0].high = nil } == "\(ends) cell 0.")
    #expect(flaw { $0.growth[0] = 1 } == "The growth is none.")
    #expect(flaw { $0.growth = [] } == "The growth is none.")
    #expect(flaw { $0.intervals[0].highTable = .max } == "\(ends) cell 0.")
    #expect(flaw { $0.intervals[0].lowTable = -1 } == "\(ends) cell 0.")
    let unproven = "The steps do not prove the ends of all cells."
    #expect(flaw { $0.steps.removeAll() } == unproven)
    #expect(flaw { $0.steps[0].divisor = 0 } == unproven)
    #expect(flaw { $0.steps[0].cell = .max } == unproven)
    #expect(flaw { $0.steps[0].relations = [] } == unproven)
  }
}
