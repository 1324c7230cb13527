package import Kernel
package import SQLStore

/// A sign-in that lasts: found by the hash of a token that only the browser has.
package struct Session: Sendable, Equatable {
  /// The name by which its owner sees and ends it; never the token.
  package let id: ID<Session>
  package let person: PersonID
  /// The person's name as pages show it.
  package let name: String
  package let means: Means
  /// Whether the second factor is still to be given or set up: until then, nothing else is open.
  package let awaitsSecondFactor: Bool
  package let createdAt: Instant
  package let seenAt: Instant
  /// How many notices the person has not read.
  package let unreadNotices: Int

  /// How someone signed in.
  package enum Means: String, Sendable, CaseIterable {
    case password, link
    /// "Sign in as" of the demonstration.
    case demonstration
  }

  /// Sessions end after so many seconds without a request, and after so many in any case.
  package enum Limit {
    /// Two hours.
    package static let idleSeconds = 2 * 3600
    /// Twelve hours.
    package static let absoluteSeconds = 12 * 3600
    /// Ten minutes, in which whoever has just signed in need not prove it again.
    package static let freshSeconds = 600
  }

  /// Whether the sign-in is so recent that the way to sign in may be changed without asking again.
  package func isFresh(at now: Instant) -> Bool {
    createdAt.adding(seconds: Limit.freshSeconds) > now
  }
}

extension Session {
  /// The session of a token, as long as it is open and its person is not deactivated.
  package static func open(
    tokenHash: String, now: Instant, reader: any SQLReader
  ) throws -> Session? {
    let row = try reader.first(
      """
      SELECT session.id AS id, session.person_id AS person_id, session.means AS means,
        session.awaits_second_factor AS awaits_second_factor,
        session.created_at AS created_at, session.seen_at AS seen_at,
        directory_entry.name AS name,
        (SELECT count(*) FROM notice
          WHERE notice.person = session.person_id AND notice.read_at IS NULL) AS unread
      FROM session
      JOIN directory_entry ON directory_entry.person_id = session.person_id
      JOIN person ON person.id = session.person_id
      WHERE session.token_hash = \(tokenHash) AND \(isOpen(at: now))
        AND person.deactivated_at IS NULL
      """)
    guard let row else { return nil }
    return Session(
      id: try row.id("id"), person: try row.id("person_id"), name: try row.text("name"),
      means: try row.word("means"), awaitsSecondFactor: try row.boolean("awaits_second_factor"),
      createdAt: try row.instant("created_at"), seenAt: try row.instant("seen_at"),
      unreadNotices: try row.integer("unread"))
  }

  /// The rows of `session` that are neither ended nor run out.
  static func isOpen(at now: Instant) -> SQLQuery {
    """
    session.ended_at IS NULL
      AND session.seen_at > \(now.adding(seconds: -Limit.idleSeconds))
      AND session.created_at > \(now.adding(seconds: -Limit.absoluteSeconds))
    """
  }

  /// Notes that the session was used; pages call it at most once a minute.
  package static func touch(
    tokenHash: String, now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      "UPDATE session SET seen_at = \(now) WHERE token_hash = \(tokenHash)")
  }
}
