import Hummingbird
import Kernel
import NIOCore

/// A small file that a form brought, with the fields beside it, in memory alone: what is told in
/// confidence touches no disk before it is sealed.
struct SentFile: Sendable {
  let fields: FormFields
  let bytes: [UInt8]

  /// The name of the field that brings it.
  static let field = "file"

  /// Receives the form of a request.
  /// - Parameters:
  ///   - most: how many bytes are taken; of more of them only so many are given that it shows.
  ///   - admit: looks at the fields in front of the file, before the file is read.
  /// - Throws: ``BrokenUpload``, `Problems` where no file was chosen, or what `admit` throws.
  static func receive(
    _ request: Request, most: Int, admit: (FormFields) async throws -> Void
  ) async throws -> SentFile {
    guard var parser = MultipartParser(contentType: request.headers[.contentType] ?? "") else {
      throw BrokenUpload()
    }
    var bytes: [UInt8] = []
    var isAdmitted = false
    for try await buffer in request.body {
      bytes += try parser.feed(buffer.readableBytesView)
      if !isAdmitted, parser.fileName != nil {
        try await admit(parser.fields)
        isAdmitted = true
      }
      if bytes.count > most { return SentFile(fields: parser.fields, bytes: bytes) }
    }
    guard parser.isComplete, isAdmitted else { throw BrokenUpload() }
    if parser.fileName?.isEmpty == true { throw Problems(field: field, "Choose a file first.") }
    return SentFile(fields: parser.fields, bytes: bytes)
  }
}
