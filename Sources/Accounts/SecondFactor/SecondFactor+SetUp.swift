package import Credentials
package import Kernel
package import SQLStore

extension SecondFactor {
  /// Draws a secret that waits for its first code; one that waits already stays as it is, because
  /// its owner may have scanned it in another window.
  /// - Throws: ``AccountRefusal/factorStands``
  package static func propose(
    for person: PersonID, in world: World, writer: any SQLWriter
  ) throws {
    if let stored = try Stored.find(person, reader: writer) {
      guard stored.confirmedAt == nil else { throw AccountRefusal.factorStands }
      return
    }
    try writer.execute(
      """
      INSERT INTO second_factor (person_id, secret, confirmed_at, last_step)
      VALUES (\(person), \(OneTimePassword(random: world.random).base32), NULL, 0)
      """)
  }

  /// Forgets a secret that still waits for its first code.
  package static func withdraw(for person: PersonID, writer: any SQLWriter) throws {
    try writer.execute(
      "DELETE FROM second_factor WHERE person_id = \(person) AND confirmed_at IS NULL")
  }

  /// Turns the second factor on with the first code of the app, and ends the other sessions.
  /// - Parameter site: the site's address, for the mail that tells of it.
  /// - Returns: the session's new token; nil where the code is wrong.
  /// - Throws: ``AccountRefusal/signInAgain`` in an open session that is not fresh: else whoever
  ///   finds an unlocked screen could lock its owner out.
  package static func confirm(
    _ typed: String, in session: Session, site: String, world: World, writer: any SQLWriter
  ) throws -> SecretToken? {
    let now = world.now()
    guard let stored = try Stored.find(session.person, reader: writer) else {
      throw AccountRefusal.noFactor
    }
    guard stored.confirmedAt == nil else { throw AccountRefusal.factorStands }
    guard session.awaitsSecondFactor || session.isFresh(at: now) else {
      throw AccountRefusal.signInAgain
    }
    guard try spend(typed, of: session.person, at: now, writer: writer) else { return nil }
    try writer.execute(
      "UPDATE second_factor SET confirmed_at = \(now) WHERE person_id = \(session.person)")
    try Session.endAll(of: session.person, but: session.id, at: now, to: writer)
    try AccountChange.secondFactorOn.note(
      of: session.person, by: session.person, site, world, writer)
    return try Session.unlock(session.id, in: world, to: writer)
  }

  /// Takes the second factor away from someone who lost it, after a person has made sure that it is
  /// them; their sessions end.
  /// - Parameter site: the site's address, for the mail that tells of it.
  /// - Throws: ``Absent`` for whoever does not administer and for oneself: that takes a code;
  ///   ``AccountRefusal/noFactor``.
  package static func reset(
    of person: PersonID, by viewer: Viewer, site: String, world: World,
    writer: any SQLWriter
  ) throws {
    guard viewer.holdsForInstitution(.administrator), viewer.person != person else {
      throw Absent()
    }
    try forget(person, site, world, by: viewer.person, writer)
    try Session.endAll(of: person, at: viewer.now, to: writer)
  }

  /// Deletes the factor and its recovery codes.
  static func forget(
    _ person: PersonID, _ site: String, _ world: World, by actor: PersonID?,
    _ writer: any SQLWriter
  ) throws {
    let deleted = try writer.execute("DELETE FROM second_factor WHERE person_id = \(person)")
    guard deleted == 1 else { throw AccountRefusal.noFactor }
    try writer.execute("DELETE FROM recovery_code WHERE person_id = \(person)")
    try AccountChange.secondFactorOff.note(of: person, by: actor, site, world, writer)
  }
}
