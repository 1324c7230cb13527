import Credentials
import Kernel

/// What stands on a certificate of service, and finds the page that says the same.
package struct CertificateCode: Hashable, Sendable {
  /// Such as `k7dmq-2xwp9-r4t8c-h3b6n`: 100 random bits, which nobody finds by trying.
  package let text: String

  private static let length = 20

  /// Draws a new code.
  init(in world: World) {
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

  init(stored text: String) { self.text = text }
}
