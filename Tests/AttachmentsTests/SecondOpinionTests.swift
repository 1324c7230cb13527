import Attachments
import AttachmentsTestSupport
import Foundation
import Testing

/// Cleaned pictures as Pillow reads them: the same pixels, and nothing beside them.
@Suite(
  .enabled(
    if: Pillow.python != nil || Pillow.isDemanded,
    "HOUSESTAFF_TEST_PYTHON names no Python"))
struct SecondOpinionTests {
  private func difference(after names: [String], in folder: URL) throws -> [String: [String]] {
    let cleaned = try Pillow.folder()
    defer { try? FileManager.default.removeItem(at: cleaned) }
    for name in names {
      let file = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      try Data(CleanFile(received: file).bytes).write(to: cleaned.appending(path: name))
    }
    let answer = try Pillow.run("compare", folder.path, cleaned.path)
    return try JSONDecoder().decode([String: [String]].self, from: answer)
  }

  @Test func `pictures of every sort decode to the same pixels`() throws {
    let names = Sample.jpegs + Sample.pngs
    let found = try difference(after: names, in: Sample.folder.appending(path: "Fixtures"))
    #expect(found == Dictionary(uniqueKeysWithValues: names.map { ($0, []) }))
  }

  @Test func `pictures that say all that Pillow can write say nothing any more`() throws {
    let folder = try Pillow.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Pillow.run("laden", folder.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 17)
    #expect(
      try difference(after: names, in: folder)
        == Dictionary(uniqueKeysWithValues: names.map { ($0, []) }))
  }
}

/// Pillow, which Tests/BrowserTests/requirements.txt pins, in the Python of HOUSESTAFF_TEST_PYTHON.
enum Pillow {
  /// Whether its absence is a failure.
  static let isDemanded = ProcessInfo.processInfo.environment["CI"] == "true"
  /// Where Python is.
  static let python = ProcessInfo.processInfo.environment["HOUSESTAFF_TEST_PYTHON"]
    .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }

  /// Runs a command of `pictures.py`, and gives what it prints.
  static func run(_ arguments: String...) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(
      filePath: try #require(python, "HOUSESTAFF_TEST_PYTHON must name a Python in CI"))
    let script = Sample.folder.appending(path: "pictures.py").path
    process.arguments = [script] + arguments
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "pictures.py failed")
    return data
  }

  /// A new folder.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
