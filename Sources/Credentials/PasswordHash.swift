import CSodium
import Foundation

/// A password as it is stored: argon2id in PHC text, which carries its own salt and cost.
///
/// Hashing takes tens of milliseconds and megabytes: run it on a bounded executor, never on an
/// event loop. libsodium draws the salt from the operating system itself.
package struct PasswordHash: Hashable, Sendable {
  /// Hashing did not get the memory that its cost asks for.
  package struct OutOfMemory: Error, Hashable {
    /// Says so.
    package init() {}
  }

  /// The PHC text, such as `$argon2id$v=19$m=19456,t=2,p=1$…`.
  package let text: String

  /// Takes stored text; nil when it is not argon2id or longer than the library writes it.
  package init?(stored text: String) {
    guard text.hasPrefix("$argon2id$"), text.utf8.count < Int(crypto_pwhash_STRBYTES) else {
      return nil
    }
    self.text = text
  }

  /// Hashes a password under a fresh salt.
  package init(_ password: String, cost: PasswordCost) throws(OutOfMemory) {
    let octets = Self.octets(of: password)
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let outcome = crypto_pwhash_str_alg(
      &text, octets.map { CChar(truncatingIfNeeded: $0) }, UInt64(octets.count),
      UInt64(cost.passes), cost.memory, crypto_pwhash_ALG_ARGON2ID13)
    guard Sodium.isStarted, outcome == 0 else { throw OutOfMemory() }
    self.text = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
  }

  /// Whether this is the password; false as well when memory ran out.
  package func verify(_ password: String) -> Bool {
    let octets = Self.octets(of: password)
    return crypto_pwhash_str_verify(
      text, octets.map { CChar(truncatingIfNeeded: $0) }, UInt64(octets.count)) == 0
  }

  /// Whether the hash was made at another cost, so that the next sign-in should replace it.
  package func needsRehash(for cost: PasswordCost) -> Bool {
    crypto_pwhash_str_needs_rehash(text, UInt64(cost.passes), cost.memory) != 0
  }

  /// Spends what a verification costs and says no: an unknown account must not answer sooner.
  package static func verifyAgainstNobody(_ password: String, cost: PasswordCost) -> Bool {
    _ = try? PasswordHash(password, cost: cost)
    return false
  }

  /// UTF-8 in normal form C: keyboards differ in how they compose é.
  private static func octets(of password: String) -> [UInt8] {
    Array(password.precomposedStringWithCanonicalMapping.utf8)
  }
}
