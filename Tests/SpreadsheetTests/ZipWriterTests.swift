import Foundation
import Testing

@testable import Spreadsheet

@Suite struct ZipWriterTests {
  @Test func `what is written is read back, checked by another program's library`() throws {
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) }
    let files: [(String, [UInt8])] = [
      ("empty.csv", []), ("one.csv", Array("a,b\r\n".utf8)), ("long.bin", long),
    ]
    var writer = ZipWriter()
    for (name, content) in files { writer.add(name, content) }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("zip-\(UInt64.random(in: 0 ... .max)).zip")
    try Data(writer.archive).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let archive = try ZipArchive(path: file.path, limits: SheetLimits())
    for (name, content) in files {
      let entry = try #require(try archive.open(name))
      // One byte more than there is, so that the end and its checksum are reached.
      #expect(try entry.start(content.count + 1) == content, "\(name)")
    }
    #expect(try archive.open("two.csv") == nil)
  }

  @Test func `the same files give the same archive`() {
    var (one, other) = (ZipWriter(), ZipWriter())
    for name in ["a.csv", "b.csv"] {
      one.add(name, [1, 2, 3])
      other.add(name, [1, 2, 3])
    }
    #expect(one.archive == other.archive)
  }
}
