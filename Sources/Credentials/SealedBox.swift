import CSodium

/// Boxes that anyone can seal with a public key and only the secret key opens.
///
/// X25519, XSalsa20 and Poly1305 in the form of libsodium's sealed boxes: a key pair of one box,
/// its public key in front of the content. Nothing in a box says who sealed it.
package enum SealedBox {
  /// Octets of each key, and of the randomness that a box or a pair of keys is made from.
  package static let keyLength = 32
  /// Octets of a box beyond its content.
  package static let overhead = keyLength + Int(crypto_box_MACBYTES)

  /// The two keys of one purpose.
  package struct KeyPair: Sendable {
    package let publicKey: [UInt8]
    /// Goes where boxes are opened and nowhere else.
    package let secretKey: [UInt8]

    /// Makes the pair of some random octets, ``SealedBox/keyLength`` of them.
    /// - Returns: nil for another number of octets.
    package init?(random octets: [UInt8]) {
      guard Sodium.isStarted, octets.count == keyLength else { return nil }
      var publicKey = [UInt8](repeating: 0, count: keyLength)
      var secretKey = publicKey
      guard crypto_box_seed_keypair(&publicKey, &secretKey, octets) == 0 else { return nil }
      self.publicKey = publicKey
      self.secretKey = secretKey
    }
  }

  /// Puts content in a box.
  ///
  /// What libsodium's own function draws is passed in here, so that a demonstration repeats itself.
  /// - Parameter octets: random ones, ``keyLength`` of them, for this box alone.
  /// - Returns: nil where a key or the octets have another length.
  package static func seal(
    _ content: [UInt8], to publicKey: [UInt8], random octets: [UInt8]
  ) -> [UInt8]? {
    guard publicKey.count == keyLength, let pair = KeyPair(random: octets),
      let nonce = nonce(pair.publicKey, publicKey)
    else { return nil }
    var box = [UInt8](repeating: 0, count: content.count + Int(crypto_box_MACBYTES))
    let outcome = crypto_box_easy(
      &box, content, UInt64(content.count), nonce, publicKey, pair.secretKey)
    return outcome == 0 ? pair.publicKey + box : nil
  }

  /// Takes the content out of a box.
  /// - Returns: nil where the box was sealed to another key, or changed.
  package static func open(_ box: [UInt8], with pair: KeyPair) -> [UInt8]? {
    guard Sodium.isStarted, box.count >= overhead else { return nil }
    var content = [UInt8](repeating: 0, count: box.count - overhead)
    let outcome = crypto_box_seal_open(
      &content, box, UInt64(box.count), pair.publicKey, pair.secretKey)
    return outcome == 0 ? content : nil
  }

  /// The number used once, which follows from both public keys.
  private static func nonce(_ ephemeral: [UInt8], _ publicKey: [UInt8]) -> [UInt8]? {
    var nonce = [UInt8](repeating: 0, count: Int(crypto_box_NONCEBYTES))
    let keys = ephemeral + publicKey
    let outcome = crypto_generichash(&nonce, nonce.count, keys, UInt64(keys.count), nil, 0)
    return outcome == 0 ? nonce : nil
  }
}
