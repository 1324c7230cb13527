/// How text stands between tags and inside a double-quoted attribute.
enum Escape {
  /// How many bytes a text takes.
  static func size(of text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      guard isNeeded(by: bytes) else { return bytes.count }
      return bytes.reduce(0) { $0 + (entity(of: $1)?.utf8CodeUnitCount ?? 1) }
    }
  }

  /// Hands over what stands for a text, piece by piece.
  static func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard isNeeded(by: bytes) else { return write(bytes) }
    for index in bytes.indices {
      if let entity = entity(of: bytes[index]) {
        write(UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      } else {
        write(UnsafeBufferPointer(rebasing: bytes[index...index]))
      }
    }
  }

  /// Whether a text has anything to escape; most have not, and are copied whole.
  static func isNeeded(by bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(bytes)
    guard bytes.count >= 8 else { return bytes.contains { entity(of: $0) != nil } }
    // The last eight overlap with those before them.
    let last = bytes.count - 8
    var place = 0
    while place < last {
      if isNeeded(byEight: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
        return true
      }
      place += 8
    }
    return isNeeded(byEight: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
  }

  /// The same for eight bytes at once: exclusive or makes what is looked for zero, and one more bit
  /// stands for two letters that differ in it.
  private static func isNeeded(byEight bytes: UInt64) -> Bool {
    let quote = bytes ^ 0x2222_2222_2222_2222
    let ampersandOrApostrophe = (bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727
    let lessOrGreater = (bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
    return zeros(quote) | zeros(ampersandOrApostrophe) | zeros(lessOrGreater) != 0
  }

  /// Not zero where one of the eight bytes is.
  private static func zeros(_ bytes: UInt64) -> UInt64 {
    (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
  }

  /// What stands for a byte; nil where it stands for itself.
  static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
