/// The text of XML files: references, line ends, white space.
enum MarkupText {
  private static let ampersand = UInt8(ascii: "&")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// The longest reference is that of a character, `&#x10FFFF;`, here with leading zeros.
  private static let longestReference = 16

  /// Whether a byte is what XML calls white space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// What bytes of a file mean: references resolved unless `isLiteral`, line ends made LF; nil
  /// for a reference that XML itself does not know.
  static func plain(_ bytes: UnsafeRawBufferPointer, isLiteral: Bool) -> String? {
    let isPlain = !bytes.contains { $0 == ampersand && !isLiteral || $0 == carriageReturn }
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == carriageReturn {
        if index == bytes.count || bytes[index] != 0x0A { plain.append(0x0A) }
      } else if byte == ampersand, !isLiteral {
        let rest = bytes[index...].prefix(longestReference)
        guard
          let end = rest.firstIndex(of: UInt8(ascii: ";")),
          let scalar = scalar(String(decoding: rest[..<end], as: UTF8.self))
        else { return nil }
        plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end + 1
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The character that a reference such as `amp` or `#233` means.
  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    default: numeric(reference)
    }
  }

  private static func numeric(_ reference: String) -> Unicode.Scalar? {
    guard reference.hasPrefix("#") else { return nil }
    let isHexadecimal = reference.hasPrefix("#x")
    let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
    guard
      digits.utf8.first != UInt8(ascii: "+"),
      let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number > 0
    else { return nil }
    return Unicode.Scalar(number)
  }

  /// Where a text much longer than a reference may be cut: not within a character, a reference
  /// or a CRLF.
  static func cut(_ bytes: UnsafeRawBufferPointer) -> Int {
    var end = bytes.count
    while end > 1, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if bytes[end - 1] >= 0x80 { end -= 1 }
    let tail = bytes[..<end].suffix(longestReference)
    if let start = tail.lastIndex(of: ampersand), !tail[start...].contains(UInt8(ascii: ";")) {
      end = start
    }
    return bytes[end - 1] == carriageReturn ? end - 1 : end
  }
}
