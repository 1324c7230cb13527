import Crypto
import Foundation

/// A file that appears under its name when it is whole, never before and never over another.
///
/// It holds everything that the database holds, so only its owner may read it.
package final class NewFile {
  private static let chunk = 1 << 18

  private let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var digest = SHA256()

  /// The name under which the file grows.
  package static func unfinished(_ path: String) -> String { path + ".unfinished" }

  /// Begins a file.
  /// - Throws: ``TransferProblem`` when there is one of this name, or none can be made.
  package init(path: String) throws {
    self.path = path
    try Self.refuseExisting(path)
    let descriptor = open(Self.unfinished(path), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else {
      throw TransferProblem.file(path: path, reason: Self.lastReason)
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Adds bytes.
  package func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.chunk { try flush() }
  }

  /// The SHA-256 of all bytes so far.
  package func checksum() throws -> String {
    try flush()
    return digest.finalize().hexadecimal
  }

  /// Ends the file; it has its name only after ``publish(_:)``.
  package func close() throws {
    try flush()
    do {
      try handle.close()
    } catch {
      throw TransferProblem.file(path: path, reason: "it cannot be written")
    }
  }

  /// Gives a grown file its name, once the disk has all of it.
  /// - Throws: ``TransferProblem`` when another file has the name by now.
  package static func publish(_ path: String) throws {
    try synchronize(unfinished(path))
    // Unlike renaming, linking refuses to replace.
    guard link(unfinished(path), path) == 0 else {
      if errno == EEXIST { throw TransferProblem.exists(path: path) }
      throw TransferProblem.file(path: path, reason: lastReason)
    }
    unlink(unfinished(path))
    try synchronize(directory(of: path))
  }

  /// Removes what grew, after a failure.
  package static func discard(_ path: String) {
    unlink(unfinished(path))
  }

  /// - Throws: ``TransferProblem`` when there is a file of this name.
  package static func refuseExisting(_ path: String) throws(TransferProblem) {
    if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
  }

  /// Waits until the disk has a file, or a folder's list of names.
  package static func synchronize(_ path: String) throws(TransferProblem) {
    let descriptor = open(path, O_RDONLY)
    defer { if descriptor >= 0 { Foundation.close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw .file(path: path, reason: lastReason)
    }
  }

  /// The folder that holds a file.
  package static func directory(of path: String) -> String {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return parent.isEmpty ? "." : parent
  }

  private func flush() throws {
    do {
      try handle.write(contentsOf: Data(buffer))
    } catch {
      throw TransferProblem.file(path: path, reason: "it cannot be written; is the disk full?")
    }
    digest.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static var lastReason: String { String(cString: strerror(errno)) }
}
