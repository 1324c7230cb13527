import CSodium
import Foundation

/// Octets that follow from a passphrase and a salt, to make a key of: argon2id, as passwords are
/// hashed.
///
/// Takes tens of milliseconds and megabytes: run it on a bounded executor.
package enum PassphraseSeed {
  /// Octets of a salt.
  package static let saltLength = Int(crypto_pwhash_SALTBYTES)

  /// The octets, ``SealedBox/keyLength`` of them.
  /// - Throws: ``PasswordHash/OutOfMemory`` where the memory of its cost is not to be had.
  package static func octets(
    of passphrase: String, salt: [UInt8], cost: PasswordCost
  ) throws(PasswordHash.OutOfMemory) -> [UInt8] {
    guard Sodium.isStarted, salt.count == saltLength else { throw PasswordHash.OutOfMemory() }
    let typed = Array(passphrase.precomposedStringWithCanonicalMapping.utf8)
    var seed = [UInt8](repeating: 0, count: SealedBox.keyLength)
    let outcome = crypto_pwhash(
      &seed, UInt64(seed.count), typed.map { CChar(truncatingIfNeeded: $0) },
      UInt64(typed.count), salt, UInt64(cost.passes), cost.memory, crypto_pwhash_ALG_ARGON2ID13)
    guard outcome == 0 else { throw PasswordHash.OutOfMemory() }
    return seed
  }
}
