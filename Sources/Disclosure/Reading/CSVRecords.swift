/// The records of a comma-separated file (RFC 4180), each with the line on which it begins.
///
/// Fields may stand in double quotes; a quote within them is doubled. A byte order mark and empty
/// lines are passed over. Linear in the bytes.
struct CSVRecords {
  /// One record.
  struct Record {
    let line: Int
    let fields: [String]
  }

  /// The most fields that one record may have.
  private static let mostFields = 1000

  private(set) var header: Record
  private(set) var rows: [Record]

  private let bytes: [UInt8]
  private var next = 0
  private var line = 1

  /// Reads all records; the first is the header.
  ///
  /// Throws ``FileProblem`` for bytes that are no text, open quotes, and rows of another length.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    rows = []
    header = .init(line: 1, fields: [])
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
    guard let first = try record() else {
      throw FileProblem(line: nil, reason: "The file is empty.")
    }
    header = first
    while let row = try record() {
      guard row.fields.count == first.fields.count else {
        throw FileProblem(
          line: row.line,
          reason: "Expected \(first.fields.count) fields and found \(row.fields.count).")
      }
      rows.append(row)
    }
  }

  /// The next record that is no empty line; nil at the end.
  private mutating func record() throws -> Record? {
    while next < bytes.count, bytes[next] == .lineFeed || bytes[next] == .carriageReturn {
      if bytes[next] == .lineFeed { line += 1 }
      next += 1
    }
    guard next < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard fields.count <= Self.mostFields else {
        throw FileProblem(line: start, reason: "More than \(Self.mostFields) fields.")
      }
      guard next < bytes.count, bytes[next] == .comma else { break }
      next += 1
    }
    return Record(line: start, fields: fields)
  }

  private mutating func field() throws -> String {
    if next < bytes.count, bytes[next] == .quote { return try quoted() }
    let start = next
    while next < bytes.count, !bytes[next].endsField {
      guard bytes[next] != .quote else {
        throw FileProblem(
          line: line, reason: "A quote within a field that does not begin with one.")
      }
      next += 1
    }
    return try text(bytes[start..<next])
  }

  private mutating func quoted() throws -> String {
    let start = line
    var field: [UInt8] = []
    next += 1
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      if byte == .quote {
        guard next < bytes.count, bytes[next] == .quote else {
          guard next == bytes.count || bytes[next].endsField else {
            throw FileProblem(line: line, reason: "Text behind a closing quote.")
          }
          return try text(field[...])
        }
        next += 1
      }
      if byte == .lineFeed { line += 1 }
      field.append(byte)
    }
    throw FileProblem(line: start, reason: "A quote that is not closed.")
  }

  private func text(_ field: ArraySlice<UInt8>) throws -> String {
    guard !field.contains(0) else { throw FileProblem(line: line, reason: "A NUL byte.") }
    guard let text = String(validating: field, as: UTF8.self) else {
      throw FileProblem(line: line, reason: "Bytes that are no UTF-8.")
    }
    return text
  }
}

extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let quote = UInt8(ascii: "\"")

  fileprivate var endsField: Bool {
    self == .comma || self == .lineFeed || self == .carriageReturn
  }
}
