package import Credentials
package import Kernel
package import SQLStore

/// A link that signs someone in once: whoever opens it has read their mail, or stood beside the
/// operator.
///
/// The secret is in the link alone; the store has its hash.
package enum OneTimeLink {
  /// What a link is for.
  package enum Purpose: String, Sendable, CaseIterable {
    /// Asked for on the sign-in page.
    case signIn = "sign_in"
    /// Sent by the office to someone who has never been here, or does not find the way.
    case invitation
    /// The first administrator's, shown to the operator by `housestaff init`.
    case firstAdministrator = "first_administrator"
    /// For an administrator who cannot get in, shown to the operator.
    case administrator

    /// How long such a link works, in seconds.
    package var seconds: Int {
      switch self {
      case .signIn: 20 * 60
      case .invitation: 3 * 86_400
      case .firstAdministrator: 86_400
      case .administrator: 3600
      }
    }
  }

  /// A link that was just made.
  package struct Made: Sendable {
    /// The path with the secret.
    package let path: String
    package let expiresAt: Instant
  }

  /// What a link is for, as the page that asks to use it says it.
  package struct Pending: Sendable, Equatable {
    /// The name of the person whom it signs in.
    package let name: String
    package let purpose: Purpose
  }

  /// The path of a link; `Web` registers the same one.
  package static func path(_ token: SecretToken) -> String { "/sign-in/link/\(token.text)" }

  /// Makes a link.
  /// - Parameter returnTo: the path to go on to; checked again before anyone goes there.
  static func make(
    for person: PersonID, _ purpose: Purpose, returnTo: String = "/", in world: World,
    writer: any SQLWriter
  ) throws -> Made {
    let now = world.now()
    let token = SecretToken(random: world.random)
    let expiresAt = now.adding(seconds: purpose.seconds)
    try writer.execute(
      """
      INSERT INTO one_time_link (token_hash, person_id, purpose, return_to, created_at,
        expires_at)
      VALUES (\(token.hash), \(person), \(purpose.rawValue), \(returnTo), \(now), \(expiresAt))
      """)
    return Made(path: path(token), expiresAt: expiresAt)
  }

  /// What a link is for, as long as it works; nothing is used up, because mail scanners open links.
  package static func pending(
    token: String, at now: Instant, reader: any SQLReader
  ) throws -> Pending? {
    let row = try reader.first(
      """
      SELECT directory_entry.name AS name, one_time_link.purpose AS purpose
      FROM one_time_link
      JOIN person ON person.id = one_time_link.person_id
      JOIN directory_entry ON directory_entry.person_id = one_time_link.person_id
      WHERE one_time_link.token_hash = \(SecretToken.tokenHash(of: token))
        AND one_time_link.used_at IS NULL AND one_time_link.expires_at > \(now)
        AND person.deactivated_at IS NULL
      """)
    return try row.map { Pending(name: try $0.text("name"), purpose: try $0.word("purpose")) }
  }

  /// Uses a link up and opens a session; of two who try at once, one gets it.
  ///
  /// The person's other links end with it: they lie in the same mailbox.
  /// - Returns: nil where the link was used, has run out, or never was.
  package static func redeem(
    token: String, browser: Browser, in world: World, writer: any SQLWriter
  ) throws -> NewSession? {
    let now = world.now()
    let row = try writer.first(
      """
      UPDATE one_time_link SET used_at = \(now)
      WHERE token_hash = \(SecretToken.tokenHash(of: token)) AND used_at IS NULL
        AND expires_at > \(now)
      RETURNING person_id, return_to
      """)
    guard let row, let account = try Account.find(try row.id("person_id"), reader: writer) else {
      return nil
    }
    try endAll(of: account.person, at: now, writer: writer)
    let session = try SignIn.begin(account, .link, browser, world, writer)
    return NewSession(
      token: session.token, awaitsSecondFactor: session.awaitsSecondFactor,
      returnTo: try row.text("return_to"))
  }

  /// Ends the links that someone has not used.
  static func endAll(
    of person: PersonID, at now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE one_time_link SET expires_at = \(now)
      WHERE person_id = \(person) AND used_at IS NULL AND expires_at > \(now)
      """)
  }
}
