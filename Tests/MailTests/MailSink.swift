import Foundation
import Testing

/// A strict SMTP server outside this package, written with aiosmtpd: a second opinion.
///
/// It stands beside the package (`../shared/checks/smtp_sink.py`); the environment variable
/// HOUSESTAFF_TEST_PYTHON names a Python that has aiosmtpd.
final class MailSink {
  /// What the sink notes of a message, as far as it is compared.
  struct Note: Decodable, Equatable {
    var from: String
    var to: [String]
    var subject: String
    var text: String?
    var tls: Bool
    var user: String?
    var types: [String]
    var listUnsubscribe: String?
    var autoSubmitted: String?
    var defects: [String]
  }

  /// Whether its absence is a failure.
  static let isDemanded = ProcessInfo.processInfo.environment["CI"] == "true"
  /// Whether the program and its Python are here.
  static let isAvailable = python != nil && FileManager.default.fileExists(atPath: script)

  private static let python = ProcessInfo.processInfo.environment["HOUSESTAFF_TEST_PYTHON"]
    .flatMap { FileManager.default.isExecutableFile(atPath: $0) ? $0 : nil }
  private static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/checks/smtp_sink.py").standardizedFileURL.path

  /// Its port on 127.0.0.1.
  let port: Int
  private let folder: URL
  private let process = Process()

  /// The certificate that it shows after STARTTLS.
  var certificate: String { folder.appending(path: "cert.pem").path }

  /// Starts it and waits until it listens.
  init(_ options: String...) throws {
    let python = try #require(Self.python, "HOUSESTAFF_TEST_PYTHON must name a Python in CI")
    port = try LocalPort.free()
    folder = try TemporaryFolder.make()
    process.executableURL = URL(filePath: python)
    process.arguments = [Self.script, "--dir", folder.path, "--port", "\(port)"] + options
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = output.fileHandleForReading.availableData
    try #require(String(decoding: line, as: UTF8.self).hasPrefix("smtp://"))
  }

  /// What it kept, in order of arrival; lines end in LF, and the end of the last one is dropped,
  /// which belongs to the boundary when there are two bodies.
  func notes() throws -> [Note] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
      let data = try Data(contentsOf: folder.appending(path: name))
      var note = try decoder.decode(Note.self, from: data)
      note.text = note.text?.replacing("\r\n", with: "\n").replacing(/\n$/, with: "")
      return note
    }
  }

  deinit {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }
}
