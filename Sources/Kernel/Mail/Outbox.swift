package import SQLStore

/// Mail that was decided in a transaction and is sent after it, at least once.
package struct OutboxMessage: Sendable, Equatable {
  package let id: ID<OutboxMessage>
  /// The address.
  package let recipient: String
  package let subject: String
  /// Plain text.
  package let body: String
  /// The kind of notice, or `account` for sign-in mail.
  package let kind: String
  package let state: State
  package let dueAt: Instant
  package let attempts: Int
  /// What the relay said last.
  package let answer: String
  package let createdAt: Instant
  package let sentAt: Instant?

  /// Where a message stands.
  package enum State: String, Sendable, CaseIterable {
    case waiting, sent
    /// Given up: the relay refused for good, or too often.
    case dead
  }
}

extension OutboxMessage: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, recipient, subject, body, kind, state, due_at, attempts, answer, created_at, sent_at
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), recipient: try row.text("recipient"),
      subject: try row.text("subject"), body: try row.text("body"), kind: try row.text("kind"),
      state: try row.word("state"), dueAt: try row.instant("due_at"),
      attempts: try row.integer("attempts"), answer: try row.text("answer"),
      createdAt: try row.instant("created_at"), sentAt: try row.instantOrNil("sent_at"))
  }
}

/// The outbox: what waits, what was sent, what was given up.
package enum Outbox {
  /// A mail before it has a place in the outbox.
  package struct Draft: Sendable, Equatable {
    package let recipient: String
    package let subject: String
    package let body: String
    package let kind: String

    package init(to recipient: String, subject: String, body: String, kind: String) {
      self.recipient = recipient
      self.subject = subject
      self.body = body
      self.kind = kind
    }
  }

  /// Decides a mail, in the transaction of what it tells.
  package static func put(_ draft: Draft, in world: World, writer: any SQLWriter) throws {
    let now = world.now()
    try writer.execute(
      """
      INSERT INTO outbox_message (id, recipient, subject, body, kind, state, due_at, attempts,
        answer, created_at)
      VALUES (\(world.newID(ID<OutboxMessage>.self)), \(draft.recipient), \(draft.subject),
        \(draft.body), \(draft.kind), 'waiting', \(now), 0, '', \(now))
      """)
  }

  /// Takes the message that is due longest, for as long as the lease lasts.
  package static func claim(
    leaseSeconds: Int, now: Instant, writer: any SQLWriter
  ) throws -> OutboxMessage? {
    try writer.first(
      OutboxMessage.self,
      """
      UPDATE outbox_message SET attempts = attempts + 1,
        lease_until = \(now.adding(seconds: leaseSeconds))
      WHERE id = (
        SELECT id FROM outbox_message
        WHERE state = 'waiting' AND due_at <= \(now)
          AND (lease_until IS NULL OR lease_until < \(now))
        ORDER BY due_at, id LIMIT 1)
      RETURNING \(OutboxMessage.columns)
      """)
  }

  /// What became of an attempt.
  package enum Settlement: Sendable, Equatable {
    case sent(answer: String)
    case tryAgain(at: Instant, answer: String)
    case givenUp(answer: String)
  }

  /// Notes what became of an attempt. The text of a sign-in mail is forgotten once it is sent: its
  /// link is a key.
  package static func settle(
    _ message: OutboxMessage, _ settlement: Settlement, now: Instant, writer: any SQLWriter
  ) throws {
    let state: OutboxMessage.State
    let answer: String
    var dueAt = message.dueAt
    switch settlement {
    case .sent(let said): (state, answer) = (.sent, said)
    case .givenUp(let said): (state, answer) = (.dead, said)
    case .tryAgain(let later, let said): (state, answer, dueAt) = (.waiting, said, later)
    }
    let keepsBody = message.kind != "account" || state == .waiting
    try writer.execute(
      """
      UPDATE outbox_message SET state = \(state.rawValue), answer = \(answer), due_at = \(dueAt),
        lease_until = NULL, sent_at = \(state == .sent ? now : nil),
        body = \(keepsBody ? message.body : "")
      WHERE id = \(message.id) AND attempts = \(message.attempts)
      """)
  }

  /// Sends a message that was given up once more.
  package static func retry(
    _ id: ID<OutboxMessage>, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let changed = try writer.execute(
      """
      UPDATE outbox_message SET state = 'waiting', due_at = \(viewer.now), attempts = 0
      WHERE id = \(id) AND state = 'dead' AND body <> ''
      """)
    guard changed == 1 else { throw Absent() }
    try Audit.append(
      Audit.Act("mail.retried", of: Audit.Subject(kind: "mail", id: id.text)),
      by: viewer.person, at: viewer.now, to: writer)
  }

  /// The latest messages, newest first, fifty at a time.
  package static func latest(
    state: OutboxMessage.State?, before: ID<OutboxMessage>?, reader: any SQLReader
  ) throws -> [OutboxMessage] {
    var conditions: [SQLQuery] = ["1 = 1"]
    if let state { conditions.append("state = \(state.rawValue)") }
    if let before { conditions.append("id < \(before)") }
    return try reader.all(
      OutboxMessage.self,
      """
      SELECT \(OutboxMessage.columns) FROM outbox_message
      WHERE \(SQLQuery.joined(conditions, separator: " AND ")) ORDER BY id DESC LIMIT 51
      """)
  }
}
