package import Kernel
package import SQLStore

extension WrittenConcern {
  /// What its writer is asked to agree to: that another group has it; nil where nothing is asked,
  /// or where nobody of that group may read it any more.
  package func offer(viewer: Viewer, reader: any SQLReader) throws -> Handover? {
    guard let group = concern.offeredGroup else { return nil }
    return try? Handover(
      of: concern, entries.first?.content, seed: seed, to: group, viewer: viewer,
      reader: reader)
  }

  /// Lets another group have the concern, or leaves it where it is. The writer alone can: their
  /// code opens it to those who did not read it before.
  package static func consent(
    _ answer: Handover.Answer, behind code: ConcernCode, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let written = try open(code, reader: writer)
    guard written.concern.offeredGroup != nil else { throw ConcernRefusal.wrongState }
    let isAnonymous = written.concern.manner == .anonymous
    if isAnonymous { try Concern.refuseTooMany(on: viewer.today, writer) }
    try written.add(
      answer.agrees ? "You may hand it over." : "Please leave it where it is.", on: viewer.today,
      in: world, writer)
    if answer.agrees {
      guard let offer = try written.offer(viewer: viewer, reader: writer),
        offer.readers.digest == answer.seen
      else { throw ConcernRefusal.readersChanged }
      try offer.carryOut(tells: !isAnonymous, in: world, writer)
    } else if !isAnonymous {
      try ConcernNews.replied(written.concern.id, in: world, writer: writer)
    }
    try writer.execute(
      "UPDATE concern SET offered_group_id = NULL WHERE id = \(written.concern.id)")
    try written.concern.unsettle(writer)
  }
}
