package import Kernel
package import SQLStore

/// A concern that a responder reads: opened with their key, in the session in which it is unlocked.
package struct OpenedConcern: Sendable {
  package let concern: Concern
  package let entries: [ConcernEntry]
  package let files: [ConcernFile]
  package let acts: [ConcernAct]
  /// Those that are handled together with it: what is answered here is answered there.
  package let together: [Concern]
  /// What the register is to say of it.
  package let summary: ConcernSummary?
  let seed: [UInt8]

  /// Opens a concern.
  /// - Throws: ``Absent`` for whom it does not exist; ``ConcernRefusal/locked`` where the
  ///   passphrase is needed first.
  package init(
    _ id: ID<Concern>, viewer: Viewer, with key: UnlockedKey?, reader: any SQLReader
  ) throws {
    concern = try Concern.find(id, viewer: viewer, reader: reader)
    guard let key else { throw ConcernRefusal.locked }
    guard let seed = try key.seed(of: id, reader) else { throw Absent() }
    self.seed = seed
    entries = try ConcernEntry.all(of: id, [.writer, .answer, .note], with: seed, reader)
    files = try ConcernFile.all(of: id, with: seed, reader)
    acts = try ConcernAct.all(of: id, reader)
    summary = try ConcernSummary.of(id, with: seed, reader)
    together = try Self.merged(into: id, viewer: viewer, reader: reader)
  }

  /// It, and those that are handled together with it.
  var all: [Concern] { [concern] + together }

  /// Who wrote it; nil where that is not known.
  package var writer: ConcernContent.Author? { entries.first?.content.author }

  /// What it is about, in the names that the writer typed.
  package var names: String { entries.first?.content.opening?.names ?? "" }

  /// The program that it is about.
  package var program: ProgramID? {
    entries.first?.content.opening?.program.flatMap(ProgramID.init(given:))
  }

  /// Whether someone else told it to whoever wrote it.
  package var isOnBehalf: Bool { entries.first?.content.opening?.isOnBehalf ?? false }

  /// Whether the writer was the last to write.
  package var awaitsAnswer: Bool {
    entries.last { $0.kind != .note }?.kind == .writer && concern.state != .resolved
  }
}

/// What a responder did with a concern, by act and never by content.
package struct ConcernAct: Sendable, Equatable {
  package let act: Act
  package let on: Day
  /// Who did it; nil where they are not on the roster any more.
  package let name: String?

  /// What can be done.
  package enum Act: String, Sendable, CaseIterable {
    case acknowledged, answered, noted, resolved, reopened, paused, resumed, shared
    case assigned, unassigned, linked, merged, separated, offered, held, released
    case handedOver = "handed_over"
    case summarized, published, withdrawn
  }

  static func all(of concern: ID<Concern>, _ reader: any SQLReader) throws -> [ConcernAct] {
    try reader.rows(
      """
      SELECT concern_act.act AS act, concern_act.on_day AS on_day, directory_entry.name AS name
      FROM concern_act
      LEFT JOIN directory_entry ON directory_entry.person_id = concern_act.person_id
      WHERE concern_act.concern_id = \(concern) ORDER BY concern_act.number
      """
    ).map { row in
      ConcernAct(
        act: try row.word("act"), on: try row.day("on_day"), name: try row.textOrNil("name"))
    }
  }

  /// Notes an act.
  static func note(
    _ act: Act, on concern: ID<Concern>, by viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    let number = try writer.number(
      """
      SELECT coalesce(max(number), 0) + 1 FROM concern_act WHERE concern_id = \(concern)
      """)
    try writer.execute(
      """
      INSERT INTO concern_act (concern_id, number, act, on_day, person_id)
      VALUES (\(concern), \(number), \(act.rawValue), \(viewer.today), \(viewer.person))
      """)
  }
}
