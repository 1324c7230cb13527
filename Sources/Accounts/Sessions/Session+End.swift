package import Kernel
package import SQLStore

extension Session {
  /// Ends the session of a token, where it is open.
  package static func end(
    tokenHash: String, now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE session SET ended_at = \(now)
      WHERE token_hash = \(tokenHash) AND ended_at IS NULL
      """)
  }

  /// Ends a session, where it is open.
  package static func end(
    _ session: ID<Session>, at now: Instant, to writer: any SQLWriter
  ) throws {
    try writer.execute(
      "UPDATE session SET ended_at = \(now) WHERE id = \(session) AND ended_at IS NULL")
  }

  /// Ends one of a person's own sessions.
  /// - Throws: ``Absent`` for a session that is not theirs or not open.
  package static func end(
    _ session: ID<Session>, of person: PersonID, at now: Instant, to writer: any SQLWriter
  ) throws {
    let changed = try writer.execute(
      """
      UPDATE session SET ended_at = \(now)
      WHERE id = \(session) AND person_id = \(person) AND ended_at IS NULL
      """)
    guard changed == 1 else { throw Absent() }
    try Audit.append(
      Audit.Act("session.ended", of: .person(person)), by: person, at: now, to: writer)
  }

  /// Ends a person's sessions, all or all but one.
  ///
  /// Also what deactivating someone calls, so that nothing revives when it is taken back.
  /// - Returns: how many were open.
  @discardableResult
  package static func endAll(
    of person: PersonID, but kept: ID<Session>? = nil, at now: Instant, to writer: any SQLWriter
  ) throws -> Int {
    let others: SQLQuery = kept.map { "AND session.id <> \($0)" } ?? ""
    let open = try writer.number(
      """
      SELECT count(*) FROM session
      WHERE session.person_id = \(person) AND \(isOpen(at: now)) \(others)
      """)
    try writer.execute(
      """
      UPDATE session SET ended_at = \(now)
      WHERE person_id = \(person) AND ended_at IS NULL \(others)
      """)
    return open
  }
}
