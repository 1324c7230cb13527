/// Text as old office machines write it, one byte a letter.
enum Windows1252 {
  /// The bytes of a text, or nil where it has a letter that the encoding does not know.
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x7F, 0xA0...0xFF: bytes.append(UInt8(scalar.value))
      default:
        guard let byte = others[scalar] else { return nil }
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static let others: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "Š": 0x8A, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
    "”": 0x94, "–": 0x96, "—": 0x97, "š": 0x9A, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}
