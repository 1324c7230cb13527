import Foundation
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// The files that pages load.
@Suite struct AssetTests {
  private static func source(_ name: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let file = tests.appending(path: "../../../Sources/Web/Assets/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func tokens(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }

  @Test(arguments: ["housestaff.css", "housestaff.js"])
  func `browsers get everything but comments and indentation`(name: String) async throws {
    try await withSite(.sqlite) { site in
      let served = try await site.get("/assets/\(name)", as: nil).text
      let lines = served.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("/") })
      let source = try Self.source(name)
      var kept = source.replacing(#/(?m)^ *\/\*(?s:.*?)\*\/$/#, with: "")
      kept.replace(#/(?m)^ *\/\/.*$/#, with: "")
      #expect(Self.tokens(served) == Self.tokens(kept))
      #expect(served.utf8.count < source.utf8.count)
    }
  }
}
