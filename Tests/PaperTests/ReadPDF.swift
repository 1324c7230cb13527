import Foundation
import Paper
import Testing

/// What pdfium, by which Chromium shows PDF files, finds in one; the requirements of
/// Tests/BrowserTests pin it, and HOUSESTAFF_TEST_PYTHON names the Python that has it.
struct ReadPDF: Decodable {
  var pages: Int
  var width: Double
  var height: Double
  var title: String
  var author: String
  var created: String
  var text: String
  /// The edges of all that is not white: left, upper, right, lower.
  var covered: [Double]
  /// What a camera reads in the picture of the page, where zbarimg is installed.
  var code: String?

  /// The words as they stand in lines, each parted by one space.
  var words: String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  /// Whether its absence is a failure.
  static let isDemanded = ProcessInfo.processInfo.environment["CI"] == "true"
  /// Where Python is.
  static let python = ProcessInfo.processInfo.environment["HOUSESTAFF_TEST_PYTHON"]
    .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "read_pdf.py").path
  private static let zbarimg = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/zbarimg" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Prints a certificate and reads the file.
  static func of(_ certificate: Certificate) throws -> ReadPDF {
    let folder = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "certificate.pdf")
    let picture = folder.appending(path: "page.png").path
    try Data(certificate.pdf().bytes).write(to: file)
    let python = try #require(python, "HOUSESTAFF_TEST_PYTHON must name a Python in CI")
    var read = try JSONDecoder().decode(
      ReadPDF.self, from: output(of: python, [script, file.path, picture]))
    if let zbarimg {
      let code = try output(
        of: zbarimg,
        ["--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", picture])
      read.code = String(decoding: code, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
    return read
  }

  /// What a program prints.
  private static func output(of program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    // zbarimg complains of a missing message bus.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed")
    return data
  }
}
