/// Base32 of RFC 4648, the form in which people type the secret of an authenticator.
enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  /// Capital letters and digits without padding.
  static func text(_ octets: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt16 = 0
    var bits = 0
    for octet in octets {
      buffer = buffer << 8 | UInt16(octet)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(alphabet[Int(buffer >> bits) & 31])
      }
    }
    if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits)) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// The octets, whatever the letter case, spaces, hyphens and padding; nil for other characters.
  static func octets(_ text: String) -> [UInt8]? {
    var octets: [UInt8] = []
    var buffer: UInt16 = 0
    var bits = 0
    for character in text.uppercased().utf8 where !" -=".utf8.contains(character) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      buffer = buffer << 5 | UInt16(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        octets.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    return octets
  }
}
