/// A code that stands in once for a lost authenticator: ten characters, 50 random bits.
package struct RecoveryCode: Hashable, Sendable {
  /// The code as it is printed, such as `k7dm-2xwp-9r`.
  package let text: String

  private static let length = 10

  /// Draws a new code.
  package init(random: RandomBytes) {
    text = Self.grouped(ReadableCode.characters(of: random.fill(Self.length)))
  }

  /// Takes a code as a person types it; nil when it cannot be a code.
  package init?(typed: String) {
    guard let characters = ReadableCode.characters(typed: typed, count: Self.length) else {
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
