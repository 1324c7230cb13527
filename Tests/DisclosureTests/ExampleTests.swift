import Disclosure
import Foundation
import Testing

/// The examples of the catalog, compiled and run.
@Suite struct ExampleTests {
  private static func table() throws -> CountTable {
    let axes = [
      try Axis(name: "program", categories: ["Medicine", "Surgery", "Pathology"]),
      try Axis(name: "gender", categories: ["women", "men"]),
    ]
    let table = try CountTable(axes: axes, leaves: [21, 17, 3, 14, 9, 8])
    return table
  }

  @Test func `the first example withholds a small count and what gives it away`() throws {
    let axes = [
      try Axis(name: "program", categories: ["Medicine", "Surgery", "Pathology"]),
      try Axis(name: "gender", categories: ["women", "men"]),
    ]
    let table = try CountTable(axes: axes, leaves: [21, 17, 3, 14, 9, 8])
    let release = try Suppression(ThresholdRule(5).problem(for: table))
    let published = PublishedTable(table, withholding: release.withheld)

    #expect(published.figures == [21, 17, 38, nil, nil, 17, nil, nil, 17, 33, 39, 72])
    #expect(release.audit.intervals[3] == Interval(1, 11))
  }

  @Test func `the examples of protection hold`() throws {
    let table = try Self.table()
    var problem = try ThresholdRule(11, promise: .strict).problem(for: table)
    problem.weights[try table.cell(["Total", "Total"])] = 1_000_000
    let suppression = try Suppression(problem, effort: .improved)
    #expect(suppression.audit.knownSmall(below: 11).isEmpty)

    let level = try Axis(
      name: "level", codes: ["PGY1", "PGY2", "PGY3", "junior", "all"],
      parents: ["PGY1": "junior", "PGY2": "junior", "junior": "all", "PGY3": "all"])
    #expect(level.children[4] == [2, 3])

    let program = try Axis(name: "program", categories: ["A", "B"])
    let byLevel = try CountTable(
      axes: [program, Axis(name: "level", categories: ["1", "2"])], leaves: [3, 20, 30, 25])
    let byGender = try CountTable(
      axes: [program, Axis(name: "gender", categories: ["w", "m"])], leaves: [13, 10, 20, 35])
    let linked = try LinkedTables([byLevel, byGender])
    let together = try Suppression(ThresholdRule(5).problem(for: linked))
    #expect(together.audit.knownSmall(below: 5).isEmpty)

    let rule = ThresholdRule(5)
    let lastYear = try Suppression(
      rule.problem(for: CountTable(axes: [program], leaves: [12, 20])))
    let thisYear = try CountTable(axes: [program], leaves: [11, 31])
    let next = try Suppression(rule.problem(for: thisYear, after: lastYear.audit.intervals))
    #expect(next.primary == [0])
  }

  @Test func `the examples of audit, rounding and noise hold`() throws {
    let table = try Self.table()
    let publication = try Publication(
      system: table.system, values: table.counts, withheld: [0, 1, 3, 4])
    let audit = try Audit(publication)
    let greatest = audit.witness(for: 0, greatest: true)
    #expect(try publication.admits(#require(greatest)))
    let proven = try Audit(publication, certifying: true)
    let isProven = proven.certificate?.proves(proven.intervals, of: publication)
    #expect(isProven == true)

    let file = try PublishedFile(parsing: Array("program,count\nA,x\nB,x\nTotal,7\n".utf8))
    let evidence = try AuditEvidence(file)
    let report = AuditReport(file, threshold: 5, by: evidence)
    #expect(report?.text == "A: 0…7\nB: 0…7\n2 withheld, none too narrow.\n")

    let rounded = try ControlledRounding(table, base: 5).table
    #expect(rounded.counts.allSatisfy { $0 % 5 == 0 })

    let counts = table.counts
    var chance = Seeded(1)
    var ledger = PrivacyLedger(measure: .epsilon, budget: .one)
    let cost = Fraction("0.25") ?? .one
    let figures = try ledger.release("heads 2026", counts, cost: cost, using: &chance)
    #expect(figures.count == counts.count)
  }

  @Test func `every example of the catalog stands in these tests word for word`() throws {
    let own = try Self.words(String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let articles = try FileManager.default.contentsOfDirectory(
      at: Self.catalog, includingPropertiesForKeys: nil)
    var examples = 0
    for article in articles where article.pathExtension == "md" {
      let text = try String(contentsOf: article, encoding: .utf8)
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        let code = Self.words(block.components(separatedBy: "```")[0])
        #expect(own.contains(code), "\(article.lastPathComponent): \(code)")
        examples += 1
      }
    }
    #expect(examples >= 8)
  }

  @Test func `what is printed as JSON has the members of the published schemas`() throws {
    let table = try Self.table()
    let protected = PublishedTable(table, withholding: [0])
      .json(method: "suppress", threshold: 5)
    #expect(try Self.members(protected) == Self.schema("protect"))
    let file = try PublishedFile(parsing: Array("a,count\nx,\ny,4\n".utf8))
    #expect(try Self.members(AuditReport(file).json) == Self.schema("audit"))
    let evidence = try JSONEncoder().encode(AuditEvidence(file))
    let object = try JSONSerialization.jsonObject(with: evidence) as? [String: Any]
    #expect(try object?.keys.sorted() == Self.schema("certificates").first)
  }

  private static var catalog: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Disclosure/Disclosure.docc").standardizedFileURL
  }

  /// Text with all white space alike.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The members of an object and of its first cell.
  private static func members(_ json: String) throws -> [[String]] {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let cells = try #require(object["cells"] as? [[String: Any]])
    return [object.keys.sorted(), try #require(cells.first).keys.sorted()]
  }

  /// The members that a schema requires of an object and of its cells.
  private static func schema(_ name: String) throws -> [[String]] {
    let file = catalog.appending(path: "Resources/\(name).schema.json")
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let cells = try #require(properties["cells"] as? [String: Any])
    let items = try #require(cells["items"] as? [String: Any])
    let required = [schema["required"], items["required"]]
    return required.map { (($0 as? [String]) ?? []).sorted() }
  }
}
