import Foundation
import Tally
import Testing

@Suite struct DocumentationTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let catalog = tests.appending(path: "../../../Sources/Tally/Tally.docc")
    .standardized

  private static func articles() throws -> [String: String] {
    try FileManager.default.contentsOfDirectory(at: catalog, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "md" }
      .reduce(into: [:]) {
        $0[$1.lastPathComponent] = try String(contentsOf: $1, encoding: .utf8)
      }
  }

  /// Lines without what is before and behind them.
  private static func lines(_ text: some StringProtocol) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `every example of the catalog is one that is compiled here`() throws {
    let examples = try Self.lines(
      String(contentsOf: Self.tests.appending(path: "Examples.swift"), encoding: .utf8))
    var found = 0
    for (name, text) in try Self.articles() {
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        let code = Self.lines(block.components(separatedBy: "```")[0])
        found += 1
        #expect(
          examples.indices.contains { examples[$0...].starts(with: code) }, "\(name): \(code)")
      }
    }
    #expect(found == 6)
  }

  @Test func `the examples do what the catalog says`() throws {
    #expect(try Examples.counting().contains("Lost by rounding"))
    let (read, same, preflib) = try Examples.reading()
    #expect(read == same)
    #expect(preflib.contains("2: 2,{1,4}"))
    #expect(read.candidates[2].isWithdrawn)
    let council = try Election(
      title: "Resident council", seats: 2,
      candidates: [Candidate("Ana"), Candidate("Ben"), Candidate("Chi"), Candidate("Dev")],
      papers: [Paper(7, ranking: [1, 2]), Paper(2, ranking: [2]), Paper(2, ranking: [3])])
    #expect(try Examples.constraining(council).elected == [1, 3])
    #expect(try Examples.lots(council).0.order.sorted() == [1, 2, 3, 4])
    #expect(try Examples.json(council).contains("\"method\": \"meek\""))
    let text = try #require(Self.articles()["BallotFiles.md"])
    do throws(FileProblem) {
      _ = try Election(blt: Array("2 1\n1 1 3 0\n".utf8))
    } catch {
      #expect(text.contains("`council.blt:\(error)`"))
    }
  }

  @Test func `every report keeps the published schema, and a spoiled one does not`() throws {
    let schema = try Schema(
      Data(
        contentsOf: Self.catalog.appending(path: "Resources/tally-report.schema.json")))
    let methods: [any CountingMethod] = [
      ScottishSTV(), MeekSTV(), MeekSTV(.hillWichmannWoodall), InstantRunoff(), Plurality(),
      Approval(), Scoring(), Scoring(missing: .isIgnored), Schulze(),
      Schulze(defaultOption: .init(1)),
    ]
    var random = SplitMix(state: 17)
    for _ in 0..<60 {
      let election = try random.election()
      for method in methods {
        let json = try method.count(election, lot: .seed("s")).json
        #expect(try schema.problems(in: Data(json.utf8)) == [], "\(method.name)")
      }
    }
    let json = try ScottishSTV().count(random.election()).json
    for (word, other) in [("\"valid\"", "\"vald\""), ("00000\"", "0000x\""), ("scottish", "x")] {
      let spoiled = json.replacingOccurrences(of: word, with: other)
      #expect(try schema.problems(in: Data(spoiled.utf8)) != [])
    }
  }
}
