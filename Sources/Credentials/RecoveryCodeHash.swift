import CSodium

/// A recovery code as it is stored: argon2id, because 50 bits alone would not outlast a fast hash.
///
/// All codes of a sheet share one salt, so that checking one costs one hash and not ten. Delete the
/// stored hash of a code when it was used.
package struct RecoveryCodeHash: Hashable, Sendable {
  /// The stored form: cost, salt and digest, parted by `$`.
  package let text: String

  private let method: Method
  private let digest: [UInt8]

  /// Takes a stored form; nil when it is none.
  package init?(stored text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "argon2id", let memory = Int(parts[1]),
      let passes = Int(parts[2]), let salt = Hex.octets(parts[3]),
      salt.count == Method.saltLength, let digest = Hex.octets(parts[4]),
      digest.count == Method.digestLength
    else { return nil }
    self.text = text
    self.method = Method(cost: PasswordCost(memory: memory, passes: passes), salt: salt)
    self.digest = digest
  }

  private init(_ code: RecoveryCode, method: Method) throws(PasswordHash.OutOfMemory) {
    guard let digest = method.digest(of: code) else { throw PasswordHash.OutOfMemory() }
    self.method = method
    self.digest = digest
    text =
      "argon2id$\(method.cost.memory)$\(method.cost.passes)$"
      + "\(Hex.text(method.salt))$\(Hex.text(digest))"
  }

  /// Hashes the codes of one sheet, in their order.
  package static func hashes(
    of codes: [RecoveryCode], cost: PasswordCost, random: RandomBytes
  ) throws(PasswordHash.OutOfMemory) -> [RecoveryCodeHash] {
    let method = Method(cost: cost, salt: random.fill(Method.saltLength))
    return try codes.map { code throws(PasswordHash.OutOfMemory) in
      try RecoveryCodeHash(code, method: method)
    }
  }

  /// The place of the hash that a typed code opens; nil when it opens none.
  ///
  /// Compares with all of them, in time that tells nothing about the match.
  package static func match(_ typed: String, among hashes: [RecoveryCodeHash]) -> Int? {
    guard let code = RecoveryCode(typed: typed) else { return nil }
    var digests: [Method: [UInt8]] = [:]
    for method in Set(hashes.map(\.method)) { digests[method] = method.digest(of: code) }
    var match: Int?
    for (place, hash) in hashes.enumerated() {
      if let digest = digests[hash.method], ConstantTime.equal(digest, hash.digest) {
        match = place
      }
    }
    return match
  }
}

/// The cost and the salt of a sheet.
private struct Method: Hashable, Sendable {
  static let saltLength = 16
  static let digestLength = 32

  let cost: PasswordCost
  let salt: [UInt8]

  /// Argon2id of a code; nil when there is not the memory for it.
  func digest(of code: RecoveryCode) -> [UInt8]? {
    let characters = code.text.utf8.map { CChar(truncatingIfNeeded: $0) }
    var digest = [UInt8](repeating: 0, count: Self.digestLength)
    let outcome = crypto_pwhash(
      &digest, UInt64(digest.count), characters, UInt64(characters.count), salt,
      UInt64(cost.passes), cost.memory, crypto_pwhash_ALG_ARGON2ID13)
    return Sodium.isStarted && outcome == 0 ? digest : nil
  }
}
