/// Writes characters as UTF-8 into memory that the caller made large enough.
struct UTF8Writer {
  /// U+FFFD, for what could not be read.
  static let replacement: UInt32 = 0xFFFD

  /// How many bytes are written.
  private(set) var count = 0

  private let target: UnsafeMutableRawBufferPointer

  /// Writes from the start of `target`.
  init(_ target: UnsafeMutableRawBufferPointer) {
    self.target = target
  }

  /// Writes one ASCII byte.
  mutating func append(ascii byte: UInt8) {
    target[count] = byte
    count += 1
  }

  /// Writes one scalar value; it must not be a surrogate.
  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      append(ascii: UInt8(scalar))
    case ..<0x800:
      append(ascii: UInt8(0xC0 | scalar >> 6))
      append(ascii: UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      append(ascii: UInt8(0xE0 | scalar >> 12))
      append(ascii: UInt8(0x80 | scalar >> 6 & 0x3F))
      append(ascii: UInt8(0x80 | scalar & 0x3F))
    default:
      append(ascii: UInt8(0xF0 | scalar >> 18))
      append(ascii: UInt8(0x80 | scalar >> 12 & 0x3F))
      append(ascii: UInt8(0x80 | scalar >> 6 & 0x3F))
      append(ascii: UInt8(0x80 | scalar & 0x3F))
    }
  }
}
