/// Which byte sequences are UTF-8: table 3-7 of the Unicode Standard.
enum UTF8Form {
  /// The length of the sequence that a byte beyond ASCII begins, or 0 where it begins none.
  static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether `length` bytes at `index` are one character; `length` is what its lead byte asks.
  static func isWellFormed(_ bytes: UnsafeRawBufferPointer, at index: Int, length: Int) -> Bool {
    guard index + length <= bytes.count, second(lead: bytes[index]).contains(bytes[index + 1])
    else { return false }
    return length < 3
      || bytes[(index + 2)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// The second byte's range: it keeps out overlong forms, surrogates and what lies beyond
  /// U+10FFFF.
  static func second(lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
