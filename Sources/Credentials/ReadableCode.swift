/// Codes that people print, read and type: digits and letters without i, l, o and u, so that none
/// is mistaken for another.
package enum ReadableCode {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// A character for each random octet: five bits of it.
  package static func characters(of octets: [UInt8]) -> [Character] {
    octets.map { alphabet[Int($0 & 31)] }
  }

  /// The characters in groups of five, which eyes and fingers follow.
  package static func grouped(_ characters: [Character]) -> String {
    stride(from: 0, to: characters.count, by: 5)
      .map { String(characters[$0..<min($0 + 5, characters.count)]) }.joined(separator: "-")
  }

  /// A code as a person types it: letter case, spaces and hyphens do not matter, and o, i and l are
  /// read as the digits they resemble.
  /// - Returns: nil when it cannot be a code of so many characters.
  package static func characters(typed: String, count: Int) -> [Character]? {
    let characters = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
      .map { character -> Character in
        switch character {
        case "o": "0"
        case "i", "l": "1"
        default: character
        }
      }
    let isCode = characters.count == count && characters.allSatisfy(alphabet.contains)
    return isCode ? characters : nil
  }
}
