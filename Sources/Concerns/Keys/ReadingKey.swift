import Credentials
package import Kernel
package import SQLStore

/// A key that opens concerns, of a responder or of a group's recovery sheet: its public half.
package struct ReadingKey: Sendable, Equatable {
  package let id: ID<ReadingKey>
  let publicKey: [UInt8]
}

/// What locks a reading key: octets that follow from a passphrase and a salt.
package struct KeyLock: Sendable {
  let salt: [UInt8]
  let octets: [UInt8]

  /// - Parameter octets: what `PassphraseSeed` gives for the salt.
  package init(salt: [UInt8], octets: [UInt8]) {
    self.salt = salt
    self.octets = octets
  }
}

extension ReadingKey: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(id: try row.id("id"), publicKey: try row.bytes("public_key"))
  }
}

extension ReadingKey {
  /// A person's own; nil where they have not made one.
  package static func of(_ person: PersonID, reader: any SQLReader) throws -> ReadingKey? {
    try reader.first(
      ReadingKey.self, "SELECT id, public_key FROM reading_key WHERE person_id = \(person)")
  }

  /// That of a group's recovery sheet; nil where none was printed.
  static func recovery(
    of group: ID<HandlingGroup>, _ reader: any SQLReader
  ) throws -> ReadingKey? {
    try reader.first(
      ReadingKey.self,
      """
      SELECT id, public_key FROM reading_key
      WHERE group_id = \(group) AND replaced_on IS NULL
      """)
  }

  /// Makes the viewer's own, locked by what follows from their passphrase.
  ///
  /// A key that they had is replaced: what it opened has to be given to them again.
  package static func make(
    locked lock: KeyLock, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> UnlockedKey {
    guard let person = viewer.person, try Responder.handles(person, reader: writer) else {
      throw Absent()
    }
    let seed = world.randomBytes(SealedBox.keyLength)
    guard let keys = SealedBox.KeyPair(random: seed),
      let lockKeys = SealedBox.KeyPair(random: lock.octets)
    else { throw KeyFault() }
    let key = ReadingKey(id: world.detachedID(), publicKey: keys.publicKey)
    let locked = try Envelope.seal(octets: seed, to: lockKeys.publicKey, in: world)
    try writer.execute("DELETE FROM reading_key WHERE person_id = \(person)")
    try writer.execute(
      """
      INSERT INTO reading_key (id, person_id, public_key, salt, locked, made_on)
      VALUES (\(key.id), \(person), \(key.publicKey), \(lock.salt), \(locked),
        \(viewer.today))
      """)
    try Audit.append(
      Audit.Act("reading_key.made", of: .person(person)), by: person, at: viewer.now, to: writer)
    return try UnlockedKey(key, seed: seed)
  }

  /// Gives this key a concern to open.
  /// - Returns: 1, or 0 where it opened the concern before.
  @discardableResult
  func take(
    _ concern: ID<Concern>, seed: [UInt8], in world: World, _ writer: any SQLWriter
  ) throws -> Int {
    try writer.execute(
      """
      INSERT INTO concern_key (concern_id, key_id, sealed)
      VALUES (\(concern), \(id), \(try Envelope.seal(octets: seed, to: publicKey, in: world)))
      ON CONFLICT (concern_id, key_id) DO NOTHING
      """)
  }
}
