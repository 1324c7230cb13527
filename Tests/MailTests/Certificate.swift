import Foundation
import Testing

/// A self-signed certificate for this machine, made by openssl, in a folder of its own.
struct Certificate {
  private let folder: URL
  /// The PEM file of the certificate.
  var file: String { folder.appending(path: "cert.pem").path }
  /// The PEM file of its key.
  var key: String { folder.appending(path: "key.pem").path }

  /// Makes one; it holds for two days.
  init() throws {
    folder = try TemporaryFolder.make()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-days", "2", "-subj", "/CN=localhost", "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1",
      "-keyout", key, "-out", file,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl must be installed")
  }
}

/// Folders that a test fills and the system empties.
enum TemporaryFolder {
  /// A new folder.
  static func make() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "housestaff-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
