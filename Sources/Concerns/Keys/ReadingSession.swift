import Credentials

/// A sign-in in which somebody may read concerns: its name, and octets that only the browser's
/// cookie gives.
package struct ReadingSession: Sendable {
  /// The session's identifier.
  let session: String
  private let seed: [UInt8]

  /// - Parameter seed: ``SealedBox/keyLength`` octets that follow from the cookie, and from which
  ///   the cookie does not.
  package init(session: String, seed: [UInt8]) {
    self.session = session
    self.seed = seed
  }

  /// The keys to which the unlocked key is sealed.
  /// - Throws: ``KeyFault`` where the seed has another length.
  var keys: SealedBox.KeyPair {
    get throws {
      guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
      return keys
    }
  }
}
