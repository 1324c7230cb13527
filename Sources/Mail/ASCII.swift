/// The classes of octets by which mail is written.
enum ASCII {
  /// A decimal digit.
  static func isDigit(_ octet: UInt8) -> Bool { (0x30...0x39).contains(octet) }

  /// A letter of either case, or a digit.
  static func isLetterOrDigit(_ octet: UInt8) -> Bool {
    isDigit(octet) || (0x41...0x5a).contains(octet) || (0x61...0x7a).contains(octet)
  }

  /// What an atom of RFC 5322 holds.
  static func isAtom(_ octet: UInt8) -> Bool {
    isLetterOrDigit(octet) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
  }

  /// A visible character or a space.
  static func isPrintable(_ octet: UInt8) -> Bool { (0x20...0x7e).contains(octet) }

  /// A visible character.
  static func isVisible(_ octet: UInt8) -> Bool { (0x21...0x7e).contains(octet) }
}
