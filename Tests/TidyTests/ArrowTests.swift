import Testing

@Suite struct ArrowTests {
  @Test func `arrows point down`() { expectTidy(ArrowRules.arrowsPointDown) }

  @Test(arguments: [
    ("Roster", "Accounts"), ("HTML", "Kernel"), ("Web", "SQLiteStore"), ("Kernel", "Roster"),
    ("Novelty", "Kernel"),
  ])
  func `an arrow that points up is found`(_ from: String, _ to: String) {
    let manifest = ".target(name: \"\(from)\", dependencies: [\"\(to)\"]),"
    let findings = ArrowRules.arrowsPointDown.findings(in: [TreeFile("Package.swift", manifest)])
    #expect(findings.count == 1)
  }

  @Test func `an arrow of the table is not found, nor one of a test`() {
    let manifest = """
      .target(name: "Web", dependencies: ["HTML", "Roster"]),
      .executableTarget(name: "Housestaff", dependencies: ["Web", "SQLiteStore"]),
      .testTarget(name: "NoveltyTests", dependencies: ["Web", "SQLiteStore"]),
      """
    let files = [TreeFile("Package.swift", manifest)]
    #expect(ArrowRules.arrowsPointDown.findings(in: files).isEmpty)
  }

  @Test func `the table has no cycles`() {
    let rows = ArrowRules.arrows.compactMapValues { allowed -> Set<String>? in
      if case .only(let names) = allowed { names } else { nil }
    }
    func below(_ name: String, depth: Int = 0) -> Set<String> {
      guard depth <= rows.count else { return [] }
      return rows[name, default: []].reduce(into: []) {
        $0.formUnion(below($1, depth: depth + 1).union([$1]))
      }
    }
    #expect(rows.keys.filter { below($0).contains($0) }.isEmpty)
  }

  @Test func `each folder of Sources is a target`() { expectTidy(ArrowRules.foldersAreTargets) }

  @Test func `a folder that is no target is found`() {
    let manifest = TreeFile("Package.swift", ".target(name: \"HTML\"),")
    let (known, stray) = (TreeFile("Sources/HTML/A.swift", ""), TreeFile("Sources/Web/A.swift", ""))
    let findings = ArrowRules.foldersAreTargets.findings(in: [manifest, known, stray])
    #expect(findings.map(\.path) == ["Sources/Web"])
  }

  @Test func `each library has one module that knows it`() { expectTidy(ArrowRules.imports) }

  @Test(arguments: [
    ("import GRDB", "SQLiteStore"), ("package import CPostgres", "PostgresStore"),
    ("public import struct Hummingbird.Request", "Web"), ("import HummingbirdCore", "Housestaff"),
    ("@preconcurrency import Hummingbird", "Web"),
  ])
  func `a library in another module is found`(_ line: String, _ module: String) {
    #expect(ArrowRules.imports.lines(in: "Sources/Roster/A.swift", "\n\(line)\n") == [2])
    #expect(ArrowRules.imports.lines(in: "Sources/\(module)/A.swift", line).isEmpty)
  }
}
