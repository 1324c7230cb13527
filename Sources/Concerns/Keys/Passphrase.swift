import Credentials
package import Kernel
package import SQLStore

/// Making one's reading key, unlocking it, and giving it another passphrase.
///
/// The passphrase is nobody's but the responder's: the server hashes it, opens the key, and
/// forgets it. Whoever loses it makes a new key, and another responder or the recovery sheet lets
/// them read.
package struct Passphrase: Sendable {
  private let store: any Store
  private let world: World
  private let viewer: Viewer
  /// Hashes a passphrase with a salt: see `PassphraseSeed`.
  private let derive: @Sendable (String, [UInt8]) async throws -> [UInt8]

  package init(
    _ store: any Store, _ world: World, by viewer: Viewer,
    derive: @escaping @Sendable (String, [UInt8]) async throws -> [UInt8]
  ) {
    self.store = store
    self.world = world
    self.viewer = viewer
    self.derive = derive
  }

  /// The names of the fields.
  package enum Field {
    /// The passphrase, or a new one.
    package static let passphrase = "passphrase"
    /// The new one once more.
    package static let again = "passphrase-again"
  }

  /// Makes the viewer's key and unlocks it.
  ///
  /// A key that they had is replaced: what it opened has to be given to them again.
  /// - Throws: ``Problems`` of the fields.
  package func make(
    _ passphrase: String, again: String, in session: ReadingSession
  ) async throws {
    try Self.check(passphrase, again)
    guard let person = viewer.person else { throw Absent() }
    let salt = world.randomBytes(PassphraseSeed.saltLength)
    let lock = KeyLock(salt: salt, octets: try await derive(passphrase, salt))
    let (world, viewer) = (world, viewer)
    try await store.write { writer in
      let key = try ReadingKey.make(locked: lock, by: viewer, in: world, writer: writer)
      try KeyTries.forget(person, writer)
      try key.keep(
        in: session, until: viewer.now.adding(seconds: UnlockedKey.seconds), world, writer)
    }
  }

  /// Unlocks the viewer's key for an hour of this session.
  /// - Throws: ``Problems`` where the passphrase is wrong;
  ///   ``ConcernRefusal/waitBeforeTrying(seconds:)``.
  package func unlock(_ passphrase: String, in session: ReadingSession) async throws {
    guard let person = viewer.person else { throw Absent() }
    let now = viewer.now
    try await KeyTries.charge(person, at: now, store)
    let locked = try await store.read { try Self.locked(person, $0) }
    guard let lock = SealedBox.KeyPair(random: try await derive(passphrase, locked.salt)),
      let seed = SealedBox.open(locked.sealed, with: lock)
    else {
      throw Problems(field: Field.passphrase, "This is not the passphrase of your reading key.")
    }
    let world = world
    try await store.write { writer in
      try KeyTries.forget(person, writer)
      guard try ReadingKey.of(person, reader: writer) == locked.key else { throw Absent() }
      try UnlockedKey(locked.key, seed: seed).keep(
        in: session, until: now.adding(seconds: UnlockedKey.seconds), world, writer)
    }
  }

  private static func locked(
    _ person: PersonID, _ reader: any SQLReader
  ) throws -> (key: ReadingKey, salt: [UInt8], sealed: [UInt8]) {
    let row = try reader.first(
      "SELECT id, public_key, salt, locked FROM reading_key WHERE person_id = \(person)")
    guard let row else { throw Absent() }
    return (try ReadingKey(row: row), try row.bytes("salt"), try row.bytes("locked"))
  }

  private static func check(_ passphrase: String, _ again: String) throws(Problems) {
    var problems = Problems()
    for problem in PasswordRules(siteWords: ["Housestaff"]).problems(in: passphrase, of: []) {
      problems.add(Field.passphrase, problem.sentence)
    }
    if passphrase != again {
      problems.add(Field.again, "This differs from the passphrase above. Type both again.")
    }
    try problems.throwIfAny()
  }
}
