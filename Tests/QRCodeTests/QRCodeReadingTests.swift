import Foundation
import QRCode
import Testing

/// Reads codes back with zbar (Debian: zbar-tools), as a camera would.
@Suite(
  .enabled(
    if: CodeReader.path != nil || CodeReader.isDemanded,
    "zbarimg is not installed (apt-get install zbar-tools)"))
struct QRCodeReadingTests {
  @Test(arguments: [
    "https://riverbend.example/check-in/k7dm-2xwp", "0123456789", "HOUSESTAFF",
    "Núñez, 中文, عربى — Ł ř 🙂",
    "otpauth://totp/Riverbend%20Hospital:ana%40riverbend.example"
      + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Riverbend%20Hospital"
      + "&algorithm=SHA1&digits=6&period=30",
    String(repeating: "tide lamp walnut ", count: 60),
  ])
  func `A reader finds the text in the picture`(text: String) throws {
    #expect(try read(QRCode(text)) == text)
  }

  private func read(_ code: QRCode) throws -> String {
    let reader = try #require(CodeReader.path, "zbarimg must be installed where CI is true")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pbm")
    try Data(bitmap(of: code, scale: 4).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: reader)
    process.arguments = [
      "--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", file.path,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).replacing(/\n$/, with: "")
  }

  /// A portable bitmap with the quiet zone around the code.
  private func bitmap(of code: QRCode, scale: Int) -> String {
    let side = code.side
    let rows = (0..<side).map { row in
      (0..<side).map { column -> String in
        let inside = [row, column].allSatisfy { (4..<side - 4).contains($0) }
        let dark = inside && code[column: column - 4, row: row - 4]
        return String(repeating: dark ? "1 " : "0 ", count: scale)
      }.joined()
    }
    let scaled = rows.flatMap { [String](repeating: $0, count: scale) }
    return "P1\n\(side * scale) \(side * scale)\n" + scaled.joined(separator: "\n") + "\n"
  }
}

/// The program that reads codes.
private enum CodeReader {
  /// Whether its absence is a failure.
  static let isDemanded = ProcessInfo.processInfo.environment["CI"] == "true"
  /// Where it is.
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/zbarimg" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}
