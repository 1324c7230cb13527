/// Follows a stream of bytes and notices the first that cannot stand in UTF-8 text.
///
/// NUL bytes count as such too: XML cannot hold them, and they betray UTF-16.
struct UTF8Check {
  /// How many more bytes the character begun last needs.
  private(set) var missing = 0

  private var expected: ClosedRange<UInt8> = 0x80...0xBF

  /// Takes more of the stream and says whether it can still be UTF-8.
  mutating func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < bytes.count {
      if missing == 0 {
        index = Self.skipASCII(bytes, from: index)
        if index == bytes.count { return true }
      }
      guard accepts(bytes[index]) else { return false }
      index += 1
    }
    return true
  }

  private mutating func accepts(_ byte: UInt8) -> Bool {
    if missing == 0 {
      missing = UTF8Form.length(lead: byte) - 1
      expected = UTF8Form.second(lead: byte)
      return missing > 0
    }
    guard expected.contains(byte) else { return false }
    missing -= 1
    expected = 0x80...0xBF
    return true
  }

  /// The index of the first byte from `start` on that is 0 or beyond ASCII.
  private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Subtracting 1 from each byte borrows from the high bit where a byte is 0.
      guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
      index += 8
    }
    while index < bytes.count, (1..<0x80).contains(bytes[index]) { index += 1 }
    return index
  }
}
