package import Kernel
package import SQLStore

/// One of a person's open sessions, as they see it.
package struct SessionLine: Sendable, Equatable {
  package let id: ID<Session>
  package let means: Session.Means
  /// The browser and the machine in words, as in `Firefox on Windows`.
  package let device: String
  package let createdAt: Instant
  package let seenAt: Instant

  /// A person's open sessions, the last used first.
  package static func open(
    of person: PersonID, at now: Instant, reader: any SQLReader
  ) throws -> [SessionLine] {
    try reader.all(
      SessionLine.self,
      """
      SELECT session.id AS id, session.means AS means, session.device AS device,
        session.created_at AS created_at, session.seen_at AS seen_at
      FROM session WHERE session.person_id = \(person) AND \(Session.isOpen(at: now))
      ORDER BY session.seen_at DESC, session.id DESC LIMIT 100
      """)
  }
}

extension SessionLine: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), means: try row.word("means"),
      device: Device.words(try row.text("device")), createdAt: try row.instant("created_at"),
      seenAt: try row.instant("seen_at"))
  }
}
