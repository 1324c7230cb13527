import Foundation

/// Takes the one file out of a form that was sent as `multipart/form-data` (RFC 7578), as it
/// arrives.
///
/// The first part with a file name is the file; fields beside it are passed over. Memory stays
/// bounded by what is fed at a time.
struct MultipartParser {
  /// The name that the browser gave to the file, as soon as it is known.
  private(set) var fileName: String?

  private let delimiter: [UInt8]
  private var waiting: [UInt8]
  private var state = State.content(isFile: false)

  private enum State {
    case head
    case content(isFile: Bool)
    case end
  }

  /// The longest head of a part.
  private static let longestHead = 8192

  /// - Parameter contentType: the header of the request.
  init?(contentType: String) {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let start = contentType.range(of: "boundary=")?.upperBound
    else { return nil }
    let boundary = contentType[start...].prefix { $0 != ";" }.filter { $0 != "\"" }
    guard (1...70).contains(boundary.utf8.count) else { return nil }
    self.delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter has no line break before it.
    self.waiting = Array("\r\n".utf8)
  }

  /// Takes bytes in and gives those of the file back.
  /// - Throws: ``BrokenUpload`` when the form is not what browsers send.
  mutating func feed(_ bytes: some Sequence<UInt8>) throws(BrokenUpload) -> [UInt8] {
    waiting.append(contentsOf: bytes)
    var file: [UInt8] = []
    while true {
      switch state {
      case .end:
        waiting = []
        return file
      case .head:
        guard try readHead() else { return file }
      case .content(let isFile):
        guard readContent(isFile, into: &file) else { return file }
      }
    }
  }

  /// Whether the form came to its end.
  var isComplete: Bool {
    if case .end = state { true } else { false }
  }

  /// - Returns: whether the delimiter was found, so that there is more to read.
  private mutating func readContent(_ isFile: Bool, into file: inout [UInt8]) -> Bool {
    guard let found = index(of: delimiter) else {
      let certain = max(0, waiting.count - delimiter.count)
      if isFile { file += waiting[..<certain] }
      waiting.removeFirst(certain)
      return false
    }
    guard waiting.count >= found + delimiter.count + 2 else { return false }
    if isFile { file += waiting[..<found] }
    waiting.removeFirst(found + delimiter.count)
    state = waiting.starts(with: Array("--".utf8)) ? .end : .head
    return true
  }

  /// - Returns: whether the head was complete.
  private mutating func readHead() throws(BrokenUpload) -> Bool {
    guard let end = index(of: Array("\r\n\r\n".utf8)) else {
      if waiting.count > Self.longestHead { throw BrokenUpload() }
      return false
    }
    let head = String(decoding: waiting[..<end], as: UTF8.self)
    waiting.removeFirst(end + 4)
    // Content may be empty: its delimiter then follows at once.
    let name = fileName == nil ? Self.fileName(in: head) : nil
    if let name { fileName = name }
    state = .content(isFile: name != nil)
    return true
  }

  private static func fileName(in head: String) -> String? {
    guard let start = head.range(of: "filename=\"")?.upperBound else { return nil }
    return String(head[start...].prefix { $0 != "\"" && $0 != "\r" })
  }

  private func index(of pattern: [UInt8]) -> Int? {
    guard waiting.count >= pattern.count, let first = pattern.first else { return nil }
    return waiting.withUnsafeBufferPointer { bytes in
      var position = 0
      while position + pattern.count <= bytes.count {
        if bytes[position] == first,
          pattern.indices.allSatisfy({ bytes[position + $0] == pattern[$0] })
        {
          return position
        }
        position += 1
      }
      return nil
    }
  }
}
