import Credentials
import Foundation
package import Kernel

/// Keys of elections in a folder: a file for each, readable by its owner alone.
package struct FolderUrnKeys: UrnKeys {
  private let path: String

  /// Keys in the folder of a path; it is made when the first key is kept.
  package init(path: String) { self.path = path }

  package var obstacle: String? { nil }

  /// Something could not be done with a file; of its content nothing is said.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  package func keep(_ seed: [UInt8], of key: UrnKey) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = file(of: key)
    try withFile(file, O_CREAT | O_EXCL | O_WRONLY) { descriptor in
      try write(Array(Hex.text(seed).utf8), to: descriptor, file)
    }
    try syncFolder()
  }

  package func seed(of key: UrnKey) throws -> [UInt8]? {
    let file = file(of: key)
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let data = FileManager.default.contents(atPath: file),
      let seed = Hex.octets(String(decoding: data, as: UTF8.self))
    else { throw fault("read", file) }
    return seed
  }

  package func elections() throws -> [String] {
    Array(Set(try files().compactMap { $0.split(separator: ".").first.map(String.init) })).sorted()
  }

  /// Writes zeros over the files before they are removed. What a file system keeps of earlier
  /// blocks is beyond us: `docs/threat-model.md` says what follows.
  package func destroy(of election: String) throws {
    let found = try files().filter { $0.hasPrefix(election + ".") }
    for name in found {
      let file = "\(path)/\(name)"
      try withFile(file, O_WRONLY) { descriptor in
        try write([UInt8](repeating: UInt8(ascii: "0"), count: 64), to: descriptor, file)
      }
      guard unlink(file) == 0 || errno == ENOENT else { throw fault("remove", file) }
    }
    if !found.isEmpty { try syncFolder() }
  }

  private func file(of key: UrnKey) -> String {
    "\(path)/\(key.election).\(key.publicKey.prefix(32)).key"
  }

  private func files() throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).filter {
      $0.hasSuffix(".key")
    }
  }

  private func withFile(
    _ file: String, _ flags: Int32, _ body: (Int32) throws -> Void
  ) throws {
    let descriptor = open(file, flags, 0o600)
    guard descriptor >= 0 else { throw fault("open", file) }
    defer { close(descriptor) }
    try body(descriptor)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32, _ file: String) throws {
    guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0
    else { throw fault("write", file) }
  }

  /// A new or removed name outlasts a loss of power when its folder is on the disk too.
  private func syncFolder() throws {
    try withFile(path, O_RDONLY | O_DIRECTORY) { descriptor in
      guard fsync(descriptor) == 0 else { throw fault("keep", path) }
    }
  }

  private func fault(_ what: String, _ file: String) -> Fault {
    Fault(description: "cannot \(what) \(file): \(String(cString: strerror(errno)))")
  }
}
