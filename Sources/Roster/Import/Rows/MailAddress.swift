/// Mail addresses, as far as a roster can judge them.
enum MailAddress {
  /// The address in a cell, also out of `mailto:a@b.org` and `Amara Okafor <a@b.org>`.
  /// - Returns: nil where it is no address at a named domain.
  static func address(cell: String) -> String? {
    let text = unwrapped(cell)
    guard text.utf8.count <= 254, let at = text.firstIndex(of: "@") else { return nil }
    let local = text[..<at]
    let domain = text[text.index(after: at)...]
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...64).contains(local.utf8.count), local.utf8.allSatisfy(isLocal),
      local.first != ".", local.last != ".", labels.count >= 2, labels.allSatisfy(isLabel)
    else { return nil }
    return text
  }

  private static func unwrapped(_ cell: String) -> String {
    if cell.last == ">", let open = cell.lastIndex(of: "<") {
      return String(cell[cell.index(after: open)...].dropLast())
    }
    return cell.hasPrefix("mailto:") ? String(cell.dropFirst(7)) : cell
  }

  /// The signs of RFC 5322's dot-atom, and letters of any script (RFC 6531).
  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
