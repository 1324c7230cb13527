/// Mail addresses, as far as a roster can judge them.
enum MailAddress {
  /// The address in a cell, also out of `mailto:a@b.org` and `Amara Okafor <a@b.org>`.
  /// - Returns: nil where it is no address at a named domain.
  static func address(cell: String) -> String? {
    var text = unwrapped(cell)
    return text.withUTF8(isAddress) ? text : nil
  }

  private static func unwrapped(_ cell: String) -> String {
    if cell.utf8.last == UInt8(ascii: ">"), let open = cell.lastIndex(of: "<") {
      return String(cell[cell.index(after: open)...].dropLast())
    }
    return cell.hasPrefix("mailto:") ? String(cell.dropFirst(7)) : cell
  }

  /// A local part of RFC 5322's dot-atom and a domain of two labels or more, both with letters of
  /// any script (RFC 6531).
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return false }
    let local = bytes[..<at]
    let dot = UInt8(ascii: ".")
    guard (1...64).contains(local.count), local.allSatisfy(isLocal), local.first != dot,
      local.last != dot
    else { return false }
    var labels = 0
    var start = at + 1
    for index in start...bytes.count where index == bytes.count || bytes[index] == dot {
      guard isLabel(bytes[start..<index]) else { return false }
      labels += 1
      start = index + 1
    }
    return labels >= 2
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    // ! # $ % & ' * + - . / = ? ^ _ ` { | } ~
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., hyphen: true
        default: false
        }
      }
  }
}
