/// A code that stands in once for a lost authenticator: ten characters, 50 random bits.
package struct RecoveryCode: Hashable, Sendable {
  /// The code as it is printed, such as `k7dm-2xwp-9r`.
  package let text: String

  /// Digits and letters without i, l, o and u: none is mistaken for another.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
  private static let length = 10

  /// Draws a new code.
  package init(random: RandomBytes) {
    text = Self.grouped(random.fill(Self.length).map { Self.alphabet[Int($0 & 31)] })
  }

  /// Takes a code as a person types it: letter case, spaces and hyphens don't matter, and o, i
  /// and l are read as the digits they resemble; nil when it cannot be a code.
  package init?(typed: String) {
    let characters = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
      .map { character -> Character in
        switch character {
        case "o": "0"
        case "i", "l": "1"
        default: character
        }
      }
    guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else {
      return nil
    }
    text = Self.grouped(characters)
  }

  /// A sheet of new codes, all different.
  package static func sheet(of count: Int = 10, random: RandomBytes) -> [RecoveryCode] {
    var codes: [RecoveryCode] = []
    while codes.count < count {
      let code = RecoveryCode(random: random)
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }

  private static func grouped(_ characters: [Character]) -> String {
    [characters[..<4], characters[4..<8], characters[8...]].map { String($0) }
      .joined(separator: "-")
  }
}

extension RecoveryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "RecoveryCode(not shown)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
