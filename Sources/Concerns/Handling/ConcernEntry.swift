import Credentials
package import Kernel
import SQLStore

/// One thing that was written in a concern, opened.
package struct ConcernEntry: Sendable, Equatable {
  package let number: Int
  package let kind: Kind
  package let saidOn: Day
  package let content: ConcernContent

  /// Who wrote to whom.
  package enum Kind: String, Sendable {
    /// Its writer, to the responders.
    case writer
    /// A responder, to the writer.
    case answer
    /// A responder, to the others: the writer never sees it.
    case note
  }

  /// All entries of a concern, in their order.
  static func all(
    of concern: ID<Concern>, _ kinds: [Kind], with seed: [UInt8], _ reader: any SQLReader
  ) throws -> [ConcernEntry] {
    guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
    return try reader.rows(
      """
      SELECT number, kind, said_on, sealed FROM concern_entry
      WHERE concern_id = \(concern) AND kind IN (\(list: kinds.map(\.rawValue)))
      ORDER BY number
      """
    ).map { row in
      ConcernEntry(
        number: try row.integer("number"), kind: try row.word("kind"),
        saidOn: try row.day("said_on"),
        content: try Envelope.open(row.bytes("sealed"), with: keys))
    }
  }
}

/// Something to be written in a concern, sealed to the concern's key.
struct NewEntry {
  private let content: ConcernContent
  private let kind: ConcernEntry.Kind
  private let concern: ID<Concern>
  private let publicKey: [UInt8]

  init(
    _ content: ConcernContent, _ kind: ConcernEntry.Kind, in concern: ID<Concern>,
    sealedTo publicKey: [UInt8]
  ) {
    self.content = content
    self.kind = kind
    self.concern = concern
    self.publicKey = publicKey
  }

  /// Adds it behind the others.
  /// - Parameter settled: whether its row may stay as it is; those of anonymous writers are written
  ///   anew in the morning.
  func add(
    settled: Bool, on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let number = try writer.number(
      """
      SELECT coalesce(max(number), 0) + 1 FROM concern_entry WHERE concern_id = \(concern)
      """)
    try writer.execute(
      """
      INSERT INTO concern_entry (id, concern_id, number, kind, said_on, sealed, is_settled)
      VALUES (\(world.detachedID(ID<ConcernEntry>.self)), \(concern), \(number),
        \(kind.rawValue), \(today), \(try Envelope.seal(content, to: publicKey, in: world)),
        \(settled))
      """)
  }
}
