import Foundation

/// An address that mail can be sent to, such as `ana.nunez@riverbend.example`.
///
/// The everyday part of RFC 5321: a dot-atom of ASCII before the at sign and a full host name
/// behind it. Quoted local parts, address literals and UTF-8 are refused: hospitals' relays
/// rarely speak SMTPUTF8, and a name in another script can be given in its `xn--` form.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// Why a text is no address.
  package enum Problem: Error, Hashable {
    /// There is no at sign, or nothing before or behind it.
    case incomplete
    /// Longer than any relay takes: 64 octets before the at sign, 254 in all.
    case tooLong
    /// A character outside ASCII.
    case notASCII
    /// A space or a sign that an address cannot hold, or a dot in the wrong place.
    case malformed

    /// The problem in a plain sentence.
    package var sentence: String {
      switch self {
      case .incomplete: "Write the whole address, such as name@hospital.org."
      case .tooLong: "This is longer than an e-mail address can be."
      case .notASCII: "Use letters without accents: many mail servers take no others in an address."
      case .malformed: "This is not an e-mail address: look for spaces, commas and stray dots."
      }
    }
  }

  /// What stands before the at sign; its letter case is kept, as servers may tell it apart.
  package let local: String
  /// What stands behind it, in lower case.
  package let domain: String

  /// Reads an address; spaces around it are passed over.
  package init(_ text: String) throws(Problem) {
    let octets = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    guard octets.allSatisfy({ $0 < 0x80 }) else { throw .notASCII }
    guard let at = octets.lastIndex(of: UInt8(ascii: "@")), at > 0, at < octets.count - 1 else {
      throw .incomplete
    }
    guard at <= 64, octets.count <= 254 else { throw .tooLong }
    guard Self.isDotAtom(octets[..<at]), Self.isHostName(octets[(at + 1)...]) else {
      throw .malformed
    }
    local = String(decoding: octets[..<at], as: UTF8.self)
    domain = String(decoding: octets[(at + 1)...], as: UTF8.self).lowercased()
  }

  package var description: String { "\(local)@\(domain)" }

  private static func isDotAtom(_ octets: ArraySlice<UInt8>) -> Bool {
    octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { atom in !atom.isEmpty && atom.allSatisfy(ASCII.isAtom) }
  }

  /// At least two labels of letters, digits and inner hyphens, the last of them not a number.
  private static func isHostName(_ octets: ArraySlice<UInt8>) -> Bool {
    let labels = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    return labels.count >= 2
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
          && label.allSatisfy { $0 == hyphen || ASCII.isLetterOrDigit($0) }
      }
      && !labels[labels.count - 1].allSatisfy(ASCII.isDigit)
  }
}
