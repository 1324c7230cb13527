import Foundation

/// Takes the one file, and the fields beside it, out of a form that was sent as
/// `multipart/form-data` (RFC 7578), as it arrives.
///
/// The first part with a file name is the file. Memory stays bounded by what is fed at a time and
/// by what fields may have.
struct MultipartParser {
  /// The name that the browser gave to the file, as soon as it is known.
  private(set) var fileName: String?
  /// The fields that came whole so far.
  var fields: FormFields { FormFields(named) }

  private let delimiter: [UInt8]
  private var waiting: [UInt8]
  private var state = State.content(.passedOver)
  private var named: [(name: String, value: String)] = []
  /// What came of the field that is read.
  private var value: [UInt8] = []

  private enum State {
    case head
    case content(Content)
    case end
  }

  /// What a part holds.
  private enum Content {
    case file
    case field(String)
    case passedOver
  }

  /// The longest head of a part.
  private static let longestHead = 8192
  /// The longest field, and how many there may be.
  private static let longestField = 8192
  private static let mostFields = 20

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
      case .content(let content):
        guard try readContent(content, into: &file) else { return file }
      }
    }
  }

  /// Whether the form came to its end.
  var isComplete: Bool {
    if case .end = state { true } else { false }
  }

  /// - Returns: whether the delimiter was found, so that there is more to read.
  private mutating func readContent(
    _ content: Content, into file: inout [UInt8]
  ) throws(BrokenUpload) -> Bool {
    guard let found = index(of: delimiter) else {
      let certain = max(0, waiting.count - delimiter.count)
      try take(waiting[..<certain], as: content, into: &file)
      waiting.removeFirst(certain)
      return false
    }
    guard waiting.count >= found + delimiter.count + 2 else { return false }
    try take(waiting[..<found], as: content, into: &file)
    if case .field(let name) = content { try keepField(name) }
    waiting.removeFirst(found + delimiter.count)
    state = waiting.starts(with: Array("--".utf8)) ? .end : .head
    return true
  }

  private mutating func take(
    _ bytes: ArraySlice<UInt8>, as content: Content, into file: inout [UInt8]
  ) throws(BrokenUpload) {
    switch content {
    case .file: file += bytes
    case .field:
      value += bytes
      if value.count > Self.longestField { throw BrokenUpload() }
    case .passedOver: break
    }
  }

  private mutating func keepField(_ name: String) throws(BrokenUpload) {
    // NUL can be kept by neither engine.
    guard named.count < Self.mostFields, !value.contains(0),
      let text = String(validating: value, as: UTF8.self)
    else { throw BrokenUpload() }
    named.append((name, text))
    value = []
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
    state = .content(content(behind: head))
    return true
  }

  private mutating func content(behind head: String) -> Content {
    if let name = Self.word("; filename=\"", in: head) {
      guard fileName == nil else { return .passedOver }
      fileName = name
      return .file
    }
    return Self.word("; name=\"", in: head).map { .field($0) } ?? .passedOver
  }

  /// What stands in quotation marks behind a beginning.
  private static func word(_ beginning: String, in head: String) -> String? {
    guard let start = head.range(of: beginning)?.upperBound else { return nil }
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
