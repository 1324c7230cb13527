package import SQLStore

/// Something that a person should know, shown in the application and, by their choice, in a mail.
///
/// A notice says that something happened and where to read it; it never carries confidential
/// content.
package struct Notice: Sendable, Equatable {
  package let id: ID<Notice>
  package let kind: Kind
  package let sentence: String
  /// The page to read on, a path of this site.
  package let path: String
  package let at: Instant
  package let readAt: Instant?

  /// What a notice is about; people choose by kind what is mailed.
  package enum Kind: String, Sendable, CaseIterable {
    case role, roster, account, council, approval, concern, mentoring

    /// The kind in words, for the page of choices.
    package var label: String {
      switch self {
      case .role: "Roles that you are given or that end"
      case .roster: "Roster imports that you started, and the turn of the academic year"
      case .account: "Your account: sign-ins, second factor, who opened your record"
      case .council: "Councils and organizations: seats, officers, what happens there"
      case .approval: "What waits for your decision"
      case .concern: "Concerns that you read, and answers to your own"
      case .mentoring: "Mentoring: your enrollment, your pairs"
      }
    }

    /// How it comes where a person has chosen nothing: what waits for someone comes at once.
    package var usual: Delivery { self == .approval || self == .concern ? .atOnce : .digest }
  }

  /// How a kind of notice reaches a person beyond the application.
  package enum Delivery: String, Sendable, CaseIterable {
    case none, digest
    case atOnce = "at_once"
  }
}

extension Notice: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), kind: try row.word("kind"), sentence: try row.text("sentence"),
      path: try row.text("path"), at: try row.instant("at"),
      readAt: try row.instantOrNil("read_at"))
  }
}

extension Notice {
  /// What a person is told.
  package struct News: Sendable, Equatable {
    package let kind: Kind
    /// Words of the institution stand in braces.
    package let sentence: String
    package let path: String

    package init(_ kind: Kind, _ sentence: String, path: String) {
      self.kind = kind
      self.sentence = sentence
      self.path = path
    }
  }

  /// Tells a person something, in the transaction of what happened.
  ///
  /// The sentence is kept in the words that the institution has now: a notice and the mail of it
  /// say the same, and stay what the person was told.
  package static func tell(
    _ person: PersonID, _ news: News, in world: World, writer: any SQLWriter
  ) throws {
    let sentence = try Words.fill(news.sentence, reader: writer)
    try writer.execute(
      """
      INSERT INTO notice (id, person, kind, sentence, path, at)
      VALUES (\(world.newID(ID<Notice>.self)), \(person), \(news.kind.rawValue),
        \(sentence), \(news.path), \(world.now()))
      """)
  }

  /// Tells several people something each, as ``tell(_:_:in:writer:)`` does, with one statement.
  package static func tell(
    all told: [(person: PersonID, news: News)], in world: World, writer: any SQLWriter
  ) throws {
    let words = Words(try Settings(reader: writer))
    let now = world.now()
    try writer.executeMany(
      """
      INSERT INTO notice (id, person, kind, sentence, path, at) VALUES ($1, $2, $3, $4, $5, $6)
      """,
      told.map { person, news in
        [
          world.newID(ID<Notice>.self).sqlValue, person.sqlValue, news.kind.rawValue.sqlValue,
          words(news.sentence).sqlValue, news.path.sqlValue, now.sqlValue,
        ]
      })
  }

  /// A person's own notices, newest first, fifty at a time and one more.
  package static func list(
    for person: PersonID, before: ID<Notice>?, reader: any SQLReader
  ) throws -> [Notice] {
    let older: SQLQuery = before.map { "AND id < \($0)" } ?? ""
    return try reader.all(
      Notice.self,
      """
      SELECT id, kind, sentence, path, at, read_at FROM notice
      WHERE person = \(person) \(older) ORDER BY id DESC LIMIT 51
      """)
  }

  /// Notes that a person has read their notices.
  package static func markAllRead(
    by person: PersonID, now: Instant, writer: any SQLWriter
  ) throws {
    try writer.execute(
      "UPDATE notice SET read_at = \(now) WHERE person = \(person) AND read_at IS NULL")
  }

  /// A person's choices; a kind that is not in it comes as is usual for it.
  package static func choices(
    of person: PersonID, reader: any SQLReader
  ) throws -> [Kind: Delivery] {
    var choices: [Kind: Delivery] = [:]
    try reader.forEach("SELECT kind, delivery FROM notice_choice WHERE person = \(person)") {
      if let kind = Kind(rawValue: try $0.text("kind")) {
        choices[kind] = try $0.word("delivery")
      }
    }
    return choices
  }

  /// Keeps a person's choice for a kind.
  package static func choose(
    _ delivery: Delivery, for kind: Kind, by person: PersonID, writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO notice_choice (person, kind, delivery)
      VALUES (\(person), \(kind.rawValue), \(delivery.rawValue))
      ON CONFLICT (person, kind) DO UPDATE SET delivery = excluded.delivery
      """)
  }
}
