import Credentials
import Crypto
package import Kernel

/// The code that opens a concern for whoever wrote it: shown once, kept by nobody but them.
///
/// It is drawn before the concern is sent and stands in the form, so that a form sent twice is one
/// concern. From it follow what the concern is found by and the key that opens it; neither leads
/// back to the code, nor from one to the other.
package struct ConcernCode: Hashable, Sendable {
  /// The code as it is shown, such as `k7dmq-2xwp9-r4t8c-h3b6n-v5yj0-g2x4k`: 150 random bits.
  package let text: String

  private static let length = 30

  /// Draws a new code.
  package init(in world: World) {
    text = ReadableCode.grouped(ReadableCode.characters(of: world.randomBytes(Self.length)))
  }

  /// Takes a code as a person types it.
  /// - Returns: nil when it cannot be a code.
  package init?(typed: String) {
    guard let characters = ReadableCode.characters(typed: typed, count: Self.length) else {
      return nil
    }
    text = ReadableCode.grouped(characters)
  }

  /// By what the concern is found.
  var digest: String { Hex.text(derived("find")) }

  /// The pair of keys of whoever has the code.
  var keys: SealedBox.KeyPair? { SealedBox.KeyPair(random: derived("open")) }

  private func derived(_ purpose: String) -> [UInt8] {
    Array(SHA256.hash(data: Array("concern\n\(purpose)\n\(text)\n".utf8)))
  }
}

extension ConcernCode: CustomStringConvertible, CustomReflectable {
  package var description: String { "ConcernCode(not shown)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
