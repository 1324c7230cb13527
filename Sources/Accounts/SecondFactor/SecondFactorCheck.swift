package import Credentials
package import Kernel
package import SQLStore

/// Asking for a code of the app or a recovery code, and using it up.
package struct SecondFactorCheck: Sendable {
  let store: any Store
  let world: World
  let hashing: Hashing
  /// The site's address, for mail.
  let site: String

  package init(store: any Store, world: World, hashing: Hashing, site: String) {
    self.store = store
    self.world = world
    self.hashing = hashing
    self.site = site
  }

  /// Opens a session that waits for the second factor.
  /// - Returns: the session's new token.
  /// - Throws: ``Problems`` for a wrong or used code, ``AccountRefusal/tooSoon(seconds:)`` or
  ///   ``Busy``.
  package func give(_ typed: String, to session: Session) async throws -> SecretToken {
    let world = world
    return try await spend(typed, of: session.person) { writer in
      try Session.unlock(session.id, in: world, to: writer)
    }
  }

  /// Takes the second factor away with one of its own codes, and ends the other sessions.
  /// - Throws: as ``give(_:to:)``.
  package func remove(with typed: String, in session: Session) async throws {
    let (world, site) = (world, site)
    try await spend(typed, of: session.person) { writer in
      try SecondFactor.forget(session.person, site, world, by: session.person, writer)
      try Session.endAll(of: session.person, but: session.id, at: world.now(), to: writer)
    }
  }

  /// Makes a new sheet of recovery codes; the old ones count no more.
  ///
  /// - Parameter typed: a code; nil where the sign-in is fresh.
  /// - Returns: the codes, for this one time.
  package func newSheet(_ typed: String?, in session: Session) async throws -> [RecoveryCode] {
    let isFresh = session.isFresh(at: world.now())
    guard typed != nil || isFresh else { throw AccountRefusal.signInAgain }
    let (world, site, cost) = (world, site, hashing.cost)
    let (codes, hashes) = try await hashing.work.run {
      let codes = RecoveryCode.sheet(random: world.random)
      return (codes, try RecoveryCodeHash.hashes(of: codes, cost: cost, random: world.random))
    }
    let keep: @Sendable (any SQLWriter) throws -> Void = { writer in
      try Self.keep(hashes, of: session.person, site, world, writer)
    }
    if let typed, !isFresh {
      try await spend(typed, of: session.person, keep)
    } else {
      try await store.write(keep)
    }
    return codes
  }

  /// Whether ``newSheet(_:in:)`` asks for a code.
  package static func asksForCode(in session: Session, at now: Instant) -> Bool {
    !session.isFresh(at: now)
  }

  private static func keep(
    _ hashes: [RecoveryCodeHash], of person: PersonID, _ site: String, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    guard try SecondFactor.Stored.find(person, reader: writer)?.confirmedAt != nil else {
      throw AccountRefusal.noFactor
    }
    try writer.execute("DELETE FROM recovery_code WHERE person_id = \(person)")
    for hash in hashes {
      try writer.execute(
        "INSERT INTO recovery_code (person_id, hash) VALUES (\(person), \(hash.text))")
    }
    try AccountChange.recoveryCodesMade.note(of: person, by: person, site, world, writer)
  }
}
