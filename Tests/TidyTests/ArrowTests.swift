import Foundation
import Testing

@Suite struct ArrowTests {
  @Test func `arrows point down`() throws {
    let arrows = ArrowRules.strayArrows(in: try Manifest.ofThisPackage())
    expectNone(arrows, instead: ArrowRules.insteadOfArrow)
  }

  @Test(arguments: [
    ("Roster", "Accounts"), ("HTML", "Kernel"), ("Web", "SQLiteStore"), ("Kernel", "Roster"),
    ("Novelty", "Kernel"),
  ])
  func `an arrow that points up is found`(_ from: String, _ to: String) throws {
    let manifest = try planted([(from, "regular", [to]), (to, "regular", [])])
    let arrows = ArrowRules.strayArrows(in: manifest)
    let what =
      from == "Novelty"
      ? "the target 'Novelty' has no row in the table of arrows" : "'\(from)' depends on '\(to)'"
    #expect(arrows == [Finding(path: "Package.swift", line: 0, what: what)])
  }

  @Test func `an arrow of the table is not found, nor one of a test or to a product`() throws {
    let manifest = try planted([
      ("HTML", "regular", ["SomeProduct"]), ("Web", "regular", ["HTML"]),
      ("SQLiteStore", "regular", []), ("Housestaff", "executable", ["Web", "SQLiteStore"]),
      ("NoveltyTests", "test", ["Web", "SQLiteStore"]),
    ])
    #expect(manifest.targets.map(\.dependencies.count) == [0, 1, 0, 2, 2])
    #expect(ArrowRules.strayArrows(in: manifest) == [])
  }

  @Test func `a manifest that cannot be read is no clean one`() {
    #expect(throws: Manifest.Unreadable.self) { try Manifest(Data(#"{"targets": []}"#.utf8)) }
    #expect(throws: (any Error).self) { try Manifest(Data("error: no Package.swift".utf8)) }
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

  @Test func `each folder of Sources is a target`() throws {
    let folders = ArrowRules.strayFolders(
      in: PackageTree.files, of: try Manifest.ofThisPackage())
    expectNone(folders, instead: ArrowRules.insteadOfFolder)
  }

  @Test func `a folder that is no target is found`() throws {
    let manifest = try planted([("HTML", "regular", [])])
    let files = [TreeFile("Sources/HTML/A.swift", ""), TreeFile("Sources/Web/A.swift", "")]
    let folders = ArrowRules.strayFolders(in: files, of: manifest)
    #expect(folders.map(\.path) == ["Sources/Web"])
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

  /// A manifest as the package manager prints it.
  private func planted(_ targets: [(String, String, [String])]) throws -> Manifest {
    let rows = targets.map { name, type, dependencies in
      let list = dependencies.map { #"{"byName": ["\#($0)", null]}"# }.joined(separator: ", ")
      return #"{"name": "\#(name)", "type": "\#(type)", "dependencies": [\#(list)]}"#
    }
    return try Manifest(Data(#"{"targets": [\#(rows.joined(separator: ", "))]}"#.utf8))
  }
}
