import Credentials
package import Kernel
package import SQLStore

/// A concern as whoever has its code sees it: what they wrote and what was answered.
///
/// Nobody is asked who they are, for any concern: the code alone opens it.
package struct WrittenConcern: Sendable {
  package let concern: Concern
  /// Without the responders' notes.
  package let entries: [ConcernEntry]
  package let files: [ConcernFile]
  /// What the register is to say of it.
  package let summary: ConcernSummary?
  let seed: [UInt8]

  /// The names of the fields.
  package enum Field {
    /// The code.
    package static let code = "code"
    /// Whether its writer agrees to something.
    package static let agrees = "agrees"
    /// A message to the responders.
    package static let text = "text"
  }

  /// Opens a concern by its code.
  /// - Throws: ``ConcernRefusal/nothingBehindCode``, the same for a code of another shape.
  package static func open(typed: String, reader: any SQLReader) throws -> WrittenConcern {
    guard let code = ConcernCode(typed: typed) else { throw ConcernRefusal.nothingBehindCode }
    return try open(code, reader: reader)
  }

  /// The same for a code that was read already.
  package static func open(_ code: ConcernCode, reader: any SQLReader) throws -> WrittenConcern {
    let row = try reader.first(
      "SELECT id, writer_seal FROM concern WHERE code_digest = \(code.digest)")
    guard let row, let keys = code.keys,
      let concern = try reader.first(
        Concern.self, "\(Concern.selection) WHERE concern.id = \(row.text("id"))")
    else { throw try ErasedConcern.refusal(behind: code, reader) }
    let seed = try Envelope.openOctets(row.bytes("writer_seal"), with: keys)
    return WrittenConcern(
      concern: concern,
      entries: try ConcernEntry.all(of: concern.id, [.writer, .answer], with: seed, reader),
      files: try ConcernFile.all(of: concern.id, with: seed, reader),
      summary: try ConcernSummary.of(concern.id, with: seed, reader), seed: seed)
  }

  /// Who wrote it; nil where that is not known.
  package var author: PersonID? { entries.first?.content.author?.person }

  /// Adds a message of the writer's. One that was resolved is open again.
  package static func reply(
    _ typed: String, behind code: ConcernCode, on today: Day, in world: World,
    writer: any SQLWriter
  ) throws {
    let written = try open(code, reader: writer)
    var fields = TypedFields { _ in typed }
    let text = fields.requiredLines(Field.text, "Write your message first.")
    try fields.problems.throwIfAny()
    let isAnonymous = written.concern.manner == .anonymous
    if isAnonymous { try Concern.refuseTooMany(on: today, writer) }
    let last = written.entries.last
    // The same form sent twice is one message.
    if last?.kind == .writer, last?.content.text == text { return }
    try written.add(text ?? "", on: today, in: world, writer)
    try written.takeUpAgain(writer)
    if !isAnonymous { try ConcernNews.replied(written.concern.id, in: world, writer: writer) }
  }

  /// Opens one that was resolved again, because its writer has more to say.
  func takeUpAgain(_ writer: any SQLWriter) throws {
    guard concern.state == .resolved else { return }
    try concern.reopen(writer)
    try concern.unsettle(writer)
  }

  /// Adds words of the writer's.
  func add(_ text: String, on today: Day, in world: World, _ writer: any SQLWriter) throws {
    let content = ConcernContent(
      text: text, author: entries.first?.content.author, opening: nil)
    try NewEntry(content, .writer, in: concern.id, sealedTo: concern.publicKey)
      .add(settled: concern.manner != .anonymous, on: today, in: world, writer)
  }
}
