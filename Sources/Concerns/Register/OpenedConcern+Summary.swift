package import Kernel
package import SQLStore

extension OpenedConcern {
  /// Proposes what the register is to say, or something else than before. Its writer reads it
  /// behind their code.
  package func summarize(
    _ words: ConcernSummary.Words, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard concern.state == .resolved, summary?.state != .published else {
      throw ConcernRefusal.wrongState
    }
    let policy = try ConcernPolicy(reader: writer)
    let objectBy = try BusinessDays(reader: writer).adding(policy.objectDays, to: viewer.today)
    let sealed = try Envelope.seal(words, to: concern.publicKey, in: world)
    try writer.execute(
      """
      INSERT INTO concern_summary (concern_id, state, proposed_on, object_by, proposed_by, sealed,
        is_settled)
      VALUES (\(concern.id), 'proposed', \(viewer.today), \(objectBy), \(viewer.person),
        \(sealed), TRUE)
      ON CONFLICT (concern_id) DO UPDATE SET state = excluded.state,
        proposed_on = excluded.proposed_on, object_by = excluded.object_by,
        proposed_by = excluded.proposed_by, sealed = excluded.sealed
      """)
    try ConcernAct.note(.summarized, on: concern.id, by: viewer, writer)
    try ConcernNews.summarized(self.writer?.person, concern, in: world, writer: writer)
  }

  /// Puts it into the register: someone else than who wrote it, where someone else reads the
  /// concern, and not before its writer agreed or the time to object is over.
  package func publish(by viewer: Viewer, in world: World, writer: any SQLWriter) throws {
    guard let summary, concern.state == .resolved, let resolvedOn = concern.resolvedOn else {
      throw ConcernRefusal.wrongState
    }
    switch summary.state {
    case .agreed: break
    case .proposed where summary.objectBy < viewer.today: break
    case .proposed: throw ConcernRefusal.mayStillObject(until: summary.objectBy)
    case .objected, .published, .withdrawn: throw ConcernRefusal.wrongState
    }
    let others = try readers(writer).filter { $0.person != summary.proposedBy }
    guard others.isEmpty || viewer.person != summary.proposedBy else {
      throw ConcernRefusal.notYourOwnToPublish
    }
    let entry: ID<RegisterEntry> = world.detachedID()
    try RegisterEntry.add(entry, summary.words, of: concern, resolvedOn, writer)
    var words = summary.words
    words.entry = entry.text
    try keep(words, .published, in: world, writer)
    try ConcernAct.note(.published, on: concern.id, by: viewer, writer)
  }

  /// Takes it back, out of the register where it is there already.
  package func withdraw(by viewer: Viewer, in world: World, writer: any SQLWriter) throws {
    guard let summary, summary.state != .withdrawn else { throw ConcernRefusal.wrongState }
    if let entry = summary.words.entry {
      try writer.execute("DELETE FROM register_entry WHERE id = \(entry)")
    }
    var words = summary.words
    words.entry = nil
    try keep(words, .withdrawn, in: world, writer)
    try ConcernAct.note(.withdrawn, on: concern.id, by: viewer, writer)
  }

  private func keep(
    _ words: ConcernSummary.Words, _ state: ConcernSummary.State, in world: World,
    _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      UPDATE concern_summary SET state = \(state.rawValue),
        sealed = \(try Envelope.seal(words, to: concern.publicKey, in: world))
      WHERE concern_id = \(concern.id)
      """)
  }
}
