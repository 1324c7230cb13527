import Credentials
package import Kernel
package import SQLStore

/// A responder's key while they read: it opens the concerns that it was given.
package struct UnlockedKey: Sendable {
  let key: ReadingKey
  private let seed: [UInt8]
  private let keys: SealedBox.KeyPair

  init(_ key: ReadingKey, seed: [UInt8]) throws {
    guard let keys = SealedBox.KeyPair(random: seed), keys.publicKey == key.publicKey else {
      throw KeyFault()
    }
    self.key = key
    self.seed = seed
    self.keys = keys
  }

  /// How long a key stays unlocked.
  package static let seconds = 3600

  /// The viewer's own, where it is unlocked in this session; nil where the passphrase is asked for.
  package static func current(
    of viewer: Viewer, in session: ReadingSession, reader: any SQLReader
  ) throws -> UnlockedKey? {
    guard let person = viewer.person else { return nil }
    let row = try reader.first(
      """
      SELECT reading_key.id AS id, reading_key.public_key AS public_key,
        unlocked_key.sealed AS sealed
      FROM unlocked_key JOIN reading_key ON reading_key.id = unlocked_key.key_id
      WHERE unlocked_key.session_id = \(session.session) AND reading_key.person_id = \(person)
        AND unlocked_key.until > \(viewer.now)
      """)
    guard let row else { return nil }
    let seed = SealedBox.open(try row.bytes("sealed"), with: try session.keys)
    return try seed.map { try UnlockedKey(ReadingKey(row: row), seed: $0) }
  }

  /// The secret seed of a concern; nil where this key was never given it.
  func seed(of concern: ID<Concern>, _ reader: any SQLReader) throws -> [UInt8]? {
    let row = try reader.first(
      """
      SELECT sealed FROM concern_key WHERE concern_id = \(concern) AND key_id = \(key.id)
      """)
    return try row.map { try open($0.bytes("sealed")) }
  }

  /// The secret seed of a concern in the box that was made for this key.
  func open(_ sealed: [UInt8]) throws -> [UInt8] {
    try Envelope.openOctets(sealed, with: keys)
  }

  /// What was written in a concern, whose secret seed is in a box that was made for this key.
  func content(_ sealed: [UInt8], of box: [UInt8]) throws -> ConcernContent {
    guard let pair = SealedBox.KeyPair(random: try open(box)) else { throw KeyFault() }
    return try Envelope.open(sealed, with: pair)
  }

  /// Keeps the key unlocked for a session.
  func keep(
    in session: ReadingSession, until: Instant, _ world: World, _ writer: any SQLWriter
  ) throws {
    let sealed = try Envelope.seal(octets: seed, to: try session.keys.publicKey, in: world)
    try writer.execute(
      """
      INSERT INTO unlocked_key (session_id, key_id, sealed, until)
      VALUES (\(session.session), \(key.id), \(sealed), \(until))
      ON CONFLICT (session_id) DO UPDATE SET key_id = excluded.key_id,
        sealed = excluded.sealed, until = excluded.until
      """)
  }

  /// Locks it again.
  package static func lock(_ session: ReadingSession, writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM unlocked_key WHERE session_id = \(session.session)")
  }

  /// Forgets those whose time is over, and those of sessions that ended.
  static func forgetOver(at now: Instant, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      DELETE FROM unlocked_key WHERE until <= \(now)
        OR session_id IN (SELECT id FROM session WHERE ended_at IS NOT NULL)
      """)
  }
}
