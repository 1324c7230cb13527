import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// A file that a form brought, on disk for as long as its handler works.
struct UploadedFile: Sendable {
  /// The name that the browser gave.
  let name: String
  /// Where it lies, readable by this user alone.
  let path: String

  /// Receives the file of a request, works with it, and removes it.
  /// - Throws: ``BrokenUpload`` or ``LargeUpload``; or what `work` throws.
  static func receive<Answer: Sendable>(
    _ incoming: Incoming, limit: Int, _ work: (UploadedFile) async throws -> Answer
  ) async throws -> Answer {
    // The system finds a name that nothing else has, and lets nobody else read it.
    var template = Array(
      (FileManager.default.temporaryDirectory.path + "/housestaff-upload-"
        + String(repeating: "X", count: 6)).utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { try? handle.close() }
    let name = try await write(incoming.request, to: handle, limit: limit)
    return try await work(UploadedFile(name: name, path: path))
  }

  private static func write(
    _ request: Request, to handle: FileHandle, limit: Int
  ) async throws -> String {
    guard var parser = MultipartParser(contentType: request.headers[.contentType] ?? "") else {
      throw BrokenUpload()
    }
    var written = 0
    for try await buffer in request.body {
      let bytes = try parser.feed(buffer.readableBytesView)
      written += bytes.count
      guard written <= limit else { throw LargeUpload(megabytes: limit / 1_048_576) }
      try handle.write(contentsOf: bytes)
    }
    guard parser.isComplete, let name = parser.fileName, !name.isEmpty else {
      throw Problems(field: "file", "Choose a file first.")
    }
    return name
  }

  /// The file in pieces of a megabyte.
  var chunks: Chunks { Chunks(path: path) }

  /// Reads a file piece by piece.
  struct Chunks: AsyncSequence, Sendable {
    let path: String

    func makeAsyncIterator() -> Iterator {
      Iterator(handle: FileHandle(forReadingAtPath: path))
    }

    struct Iterator: AsyncIteratorProtocol {
      let handle: FileHandle?

      mutating func next() async throws -> [UInt8]? {
        let bytes = try handle?.read(upToCount: 1_048_576)
        return bytes.flatMap { $0.isEmpty ? nil : [UInt8]($0) }
      }
    }
  }
}

/// The form did not arrive whole, or not as browsers send it.
struct BrokenUpload: Refusal {
  var kind: RefusalKind { .invalid }
  var code: String { "broken-upload" }
  var sentence: String { "The file did not arrive whole. Please send it again." }
}

/// More was sent than is taken.
struct LargeUpload: Refusal {
  let megabytes: Int

  var kind: RefusalKind { .invalid }
  var code: String { "large-upload" }
  var sentence: String {
    "The file has more than \(megabytes) MB. Export fewer columns, or in parts."
  }
}
