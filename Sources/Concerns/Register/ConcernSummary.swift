import Credentials
package import Kernel
import SQLStore

/// What the register is to say of a concern: what was said, and what was done.
///
/// It stays sealed until two people who read the concern agree and its writer had time to object.
package struct ConcernSummary: Sendable, Equatable {
  package let state: State
  package let proposedOn: Day
  /// Until the end of which day its writer may object.
  package let objectBy: Day
  /// Who wrote it; nil where they are not on the roster any more.
  package let proposedBy: PersonID?
  package let words: Words

  /// How far it is.
  package enum State: String, Sendable, CaseIterable {
    case proposed, agreed, objected, published, withdrawn
  }

  /// What is said in public.
  package struct Words: Sendable, Equatable, Codable {
    /// What was said, without anything that points to someone.
    package var said: String
    /// What was done.
    package var done: String
    /// The entry of the register that came of it.
    var entry: String?

    package init(said: String, done: String) {
      self.said = said
      self.done = done
    }

    /// Reads what was typed.
    package init(typed: @escaping (String) -> String) throws(Problems) {
      var fields = TypedFields(typed)
      let said = fields.requiredLines(
        Field.said, most: 600, "Write what was said, so that it points to nobody.")
      let done = fields.requiredLines(
        Field.done, most: 600, "Write what was done, or why nothing could be.")
      try fields.problems.throwIfAny()
      self.init(said: said ?? "", done: done ?? "")
    }
  }

  /// The names of the fields.
  package enum Field {
    /// What was said.
    package static let said = "said"
    /// What was done.
    package static let done = "done"
    /// Why the writer objects.
    package static let objection = "objection"
  }

  /// That of a concern, opened; nil where nothing is proposed.
  static func of(
    _ concern: ID<Concern>, with seed: [UInt8], _ reader: any SQLReader
  ) throws -> ConcernSummary? {
    let row = try reader.first(
      """
      SELECT state, proposed_on, object_by, proposed_by, sealed FROM concern_summary
      WHERE concern_id = \(concern)
      """)
    guard let row else { return nil }
    guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
    return ConcernSummary(
      state: try row.word("state"), proposedOn: try row.day("proposed_on"),
      objectBy: try row.day("object_by"), proposedBy: try row.idOrNil("proposed_by"),
      words: try Envelope.open(row.bytes("sealed"), with: keys))
  }

  /// Whether its writer can say something to it.
  package func awaitsWriter(on today: Day) -> Bool { state == .proposed && today <= objectBy }
}
