import Disclosure
import Testing

@Suite struct FileTests {
  @Test func `a table is added up, and handed out in the columns in which it came`() throws {
    let file = try Self.table("count,program,level\n3,B,PGY10\n20,A,PGY2\n9,A,PGY10\n30,B,PGY2\n")
    let published = PublishedTable(file.table, withholding: [1, 4]).inColumns(of: file)
    #expect(
      published.csv == """
        count,program,level
        20,A,PGY2
        x,A,PGY10
        29,A,Total
        30,B,PGY2
        x,B,PGY10
        33,B,Total
        50,Total,PGY2
        12,Total,PGY10
        62,Total,Total

        """)
    #expect(
      PublishedTable(axes: [try Axis(name: "a", codes: ["\"q\", r"])], figures: [nil]).csv
        == "a,count\n\"\"\"q\"\", r\",x\n")
  }

  @Test func `totals in a file must be right, and are not counted twice`() throws {
    let file = try Self.table("program,count\nA,3\nB,4\nTotal,7\n")
    #expect(file.table.counts == [3, 4, 7])
    #expect(throws: FileProblem(line: 4, reason: "The total is 8; its parts add up to 7.")) {
      try Self.table("program,count\nA,3\nB,4\nTotal,8\n")
    }
  }

  @Test func `what is published is audited as it is listed`() throws {
    let text = "program,count\n\"A, first\",x\nB,<5\nC,10-12\nTotal,30\n"
    let file = try PublishedFile(parsing: Array(text.utf8))
    let report = try AuditReport(file, threshold: 5)
    #expect(
      report.csv == """
        program,low,high,too_narrow
        "A, first",14,20,no
        B,0,4,no
        C,10,12,no

        """)
    #expect(report.isSafe)
    let leak = try PublishedFile(parsing: Array("program,count\nA,\nB,4\nTotal,7\n".utf8))
    #expect(try AuditReport(leak).text == "A: 3…3  too narrow\n1 withheld, 1 too narrow.\n")
  }

  @Test func `hierarchies place codes under totals`() throws {
    let above = try HierarchyFile(
      parsing: Array("dimension,code,parent\nlevel,PGY1,junior\nlevel,PGY2,junior\n".utf8))
    let text = "level,count\nPGY1,3\nPGY2,20\nPGY3,30\n"
    let file = try CountFile(parsing: Array(text.utf8), hierarchies: above)
    #expect(file.table.axes[0].codes == ["PGY1", "PGY2", "PGY3", "junior", "Total"])
    #expect(file.table.counts == [3, 20, 30, 23, 53])
  }

  @Test(arguments: [
    ("", nil, "The file is empty."),
    ("a,count\n", nil, "The file has no rows."),
    ("a,count\nx,1,2\n", 2, "Expected 2 fields and found 3."),
    ("a,count\nx,1\nx,2\n", 3, "The same combination as in line 2."),
    ("a,count\n\nx,-1\n", 3, "'-1' is no count that can be worked with."),
    (
      "a,count\nx,99999999999999999999\n", 2,
      "'99999999999999999999' is no count that can be worked with."
    ),
    ("a,count\n\"x,1\n", 2, "A quote that is not closed."),
    ("a,count\nx\u{0},1\n", 2, "A NUL byte."),
    ("a,a\nx,1\n", 1, "A column name stands twice."),
    ("count\n1\n", 1, "There must be at least two columns."),
  ])
  func `what is wrong with a file is said with its line`(
    text: String, line: Int?, reason: String
  ) {
    #expect(throws: FileProblem(line: line, reason: reason)) { try Self.table(text) }
  }

  @Test func `bytes that are no text, cycles and second parents are refused`() {
    #expect(throws: FileProblem(line: 2, reason: "Bytes that are no UTF-8.")) {
      try CountFile(parsing: Array("a,count\nx".utf8) + [0xFF] + Array(",1\n".utf8))
    }
    #expect(throws: FileProblem(line: 3, reason: "'a' is its own ancestor.")) {
      try HierarchyFile(parsing: Array("dimension,code,parent\nd,a,b\nd,b,a\n".utf8))
    }
    #expect(throws: FileProblem(line: 3, reason: "'a' has two parents.")) {
      try HierarchyFile(parsing: Array("dimension,code,parent\nd,a,b\nd,a,c\n".utf8))
    }
    #expect(throws: TableProblem.cycle(through: "a", axis: "d")) {
      try Axis(name: "d", codes: ["a", "b"], parents: ["a": "b", "b": "a"])
    }
  }

  @Test func `a file of thousands of lines is read, and a table of too many cells refused`() throws
  {
    var text = "person,count\n"
    for number in 0..<5_000 { text += "p\(number),\(number % 9)\n" }
    #expect(try Self.table(text).table.counts.count == 5_001)
    var wide = "a,b,count\n"
    for number in 0..<3_000 { wide += "a\(number),b\(number),1\n" }
    #expect(throws: FileProblem.self) { try Self.table(wide) }
  }

  private static func table(_ text: String) throws -> CountFile {
    try CountFile(parsing: Array(text.utf8))
  }
}
