/// Bytes of a file from front to back; whoever wants more than there are finds it damaged.
struct ByteReader {
  let bytes: [UInt8]
  /// Where the next byte is.
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(FileProblem) -> UInt8 {
    guard position < bytes.count else { throw .damaged }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func take(_ count: Int) throws(FileProblem) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw .damaged }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A number of some bytes, the highest first.
  mutating func number(_ width: Int) throws(FileProblem) -> Int {
    try take(width).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Goes on behind what somebody else has read.
  mutating func skip(to position: Int) {
    self.position = min(max(position, self.position), bytes.count)
  }
}
