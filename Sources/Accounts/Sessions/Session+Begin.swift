package import Credentials
package import Kernel
package import SQLStore

/// A session that has just begun, with the token for the browser.
package struct NewSession: Sendable {
  /// Goes into the cookie and nowhere else.
  package let token: SecretToken
  /// Whether the second factor is the next thing to ask for.
  package let awaitsSecondFactor: Bool
  /// The page to go on to, a path of this site.
  package let returnTo: String
}

extension Session {
  /// What a session begins with.
  package struct Opening: Sendable {
    package let person: PersonID
    package let means: Means
    package let awaitsSecondFactor: Bool
    package let browser: Browser

    package init(
      person: PersonID, means: Means, awaitsSecondFactor: Bool, browser: Browser
    ) {
      self.person = person
      self.means = means
      self.awaitsSecondFactor = awaitsSecondFactor
      self.browser = browser
    }
  }

  /// Opens a session under a new token, and ends the one that the browser had: whatever token
  /// someone planted there is worth nothing after a sign-in.
  package static func begin(
    _ opening: Opening, in world: World, to writer: any SQLWriter
  ) throws -> SecretToken {
    let now = world.now()
    let token = SecretToken(random: world.random)
    if let before = opening.browser.session { try end(before, at: now, to: writer) }
    try writer.execute(
      """
      INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
        created_at, seen_at)
      VALUES (\(token.hash), \(world.newID(ID<Session>.self)), \(opening.person),
        \(opening.means.rawValue), \(opening.awaitsSecondFactor),
        \(Device.kept(opening.browser.device)), \(now), \(now))
      """)
    try Audit.append(
      Audit.Act("session.started", of: .person(opening.person), detail: opening.means.rawValue),
      by: opening.person, at: now, to: writer)
    return token
  }

  /// Opens what waited for the second factor, under a new token: the old one was known before the
  /// person had shown everything.
  /// - Throws: ``Absent`` where the session has ended in the meantime.
  static func unlock(
    _ session: ID<Session>, in world: World, to writer: any SQLWriter
  ) throws -> SecretToken {
    let token = SecretToken(random: world.random)
    let changed = try writer.execute(
      """
      UPDATE session SET token_hash = \(token.hash), awaits_second_factor = \(false),
        seen_at = \(world.now())
      WHERE id = \(session) AND ended_at IS NULL
      """)
    guard changed == 1 else { throw Absent() }
    return token
  }
}
