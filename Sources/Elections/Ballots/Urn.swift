import Credentials
package import Kernel

/// The place of an election's sealed ballots: everybody can put one in, the secret key takes them
/// out.
package struct Urn: Sendable {
  let election: ElectionID
  let publicKey: [UInt8]

  /// Makes a pair of keys for an election that is about to open, and keeps the secret one.
  ///
  /// Call it before the transaction that opens: where that fails, the key is one of no election.
  /// - Returns: the public key in hexadecimal digits.
  /// - Throws: ``BallotRefusal/noPlaceForKeys(_:)`` where keys cannot be kept.
  package static func prepare(for election: ElectionID, in world: World) throws -> String {
    if let obstacle = world.urnKeys.obstacle { throw BallotRefusal.noPlaceForKeys(obstacle) }
    let seed = world.randomBytes(SealedBox.keyLength)
    guard let pair = SealedBox.KeyPair(random: seed) else { throw BallotRefusal.noUrn }
    let publicKey = Hex.text(pair.publicKey)
    try world.urnKeys.keep(seed, of: UrnKey(election: election.text, publicKey: publicKey))
    return publicKey
  }

  /// The urn of an election that is open.
  init(of election: Election) throws(BallotRefusal) {
    guard let text = election.publicKey, let publicKey = Hex.octets(text) else { throw .noUrn }
    self.election = election.id
    self.publicKey = publicKey
  }

  /// A ballot, sealed.
  func seal(
    _ ballot: Ballot, _ receipt: BallotReceipt, candidates: Int, in world: World
  ) throws(BallotRefusal) -> [UInt8] {
    let content = BallotContent(ranking: ballot.ranking, receiptDigest: receipt.digestOctets)
    let sealed = SealedBox.seal(
      content.octets(candidates: candidates), to: publicKey,
      random: world.randomBytes(SealedBox.keyLength))
    guard let sealed else { throw .noUrn }
    return sealed
  }

  /// The pair of keys that opens it.
  /// - Throws: ``BallotRefusal/keyMissing`` where the secret one is not here.
  func keys(in world: World) throws -> SealedBox.KeyPair {
    let key = UrnKey(election: election.text, publicKey: Hex.text(publicKey))
    guard let seed = try world.urnKeys.seed(of: key), let pair = SealedBox.KeyPair(random: seed),
      pair.publicKey == publicKey
    else { throw BallotRefusal.keyMissing }
    return pair
  }
}
