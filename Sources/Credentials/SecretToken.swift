import CSodium
import Crypto

/// A secret that stands for a session, a mailed link or a feed: 192 random bits as URL-safe text.
///
/// Store only its hash. It prints as a placeholder, so that a log cannot betray it.
package struct SecretToken: Hashable, Sendable {
  /// The secret itself, 32 characters of `A–Z a–z 0–9 - _`: goes to its owner and nowhere else.
  package let text: String

  /// Draws a new token.
  package init(random: RandomBytes) {
    let octets = random.fill(24)
    var text = [CChar](repeating: 0, count: 33)
    sodium_bin2base64(
      &text, text.count, octets, octets.count, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    self.text = String(
      decoding: text.dropLast().map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }

  /// What to store and to look up.
  package var hash: String { Self.tokenHash(of: text) }

  /// The hash of a token that someone presents: SHA-256 in 64 hexadecimal digits.
  ///
  /// A plain hash suffices because a token has too many bits to be guessed.
  package static func tokenHash(of text: String) -> String {
    Hex.text(SHA256.hash(data: Array(text.utf8)))
  }
}

extension SecretToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "SecretToken(not shown)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
