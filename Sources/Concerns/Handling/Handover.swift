import Credentials
package import Kernel
import Roster
package import SQLStore

/// Letting another group have a concern, and reading it no more.
///
/// Whoever raised it with their name was told that their name may go to those who have to act.
/// Everybody else was shown who reads, and is asked first: it is they who open it to others.
package struct Handover: Sendable {
  let concern: Concern
  /// Who would read it.
  package let readers: ConcernReaders
  private let seed: [UInt8]

  /// What its writer says to it, and of whom they read that they would read it.
  package struct Answer: Sendable, Equatable {
    let agrees: Bool
    let seen: String

    /// - Parameter seen: ``ConcernReaders/digest`` of the page.
    package init(agrees: Bool, seen: String) {
      self.agrees = agrees
      self.seen = seen
    }
  }

  /// The field that says to which group.
  package static let groupField = "group"

  /// A handover as it would be now.
  /// - Throws: ``ConcernRefusal/nobodyThere`` where nobody of that group may read it.
  init(
    of concern: Concern, _ content: ConcernContent?, seed: [UInt8],
    to group: ID<HandlingGroup>, viewer: Viewer, reader: any SQLReader
  ) throws {
    guard let opening = content?.opening else { throw KeyFault() }
    let address = ConcernAddress(opening, group)
    let readers = try ConcernReaders.of(
      address, writer: content?.author?.person, viewer: viewer, reader: reader)
    guard !readers.isElsewhere, !readers.readers.isEmpty else {
      throw ConcernRefusal.nobodyThere
    }
    (self.concern, self.readers, self.seed) = (concern, readers, seed)
  }

  /// Does it: those who read it before do no more, and whoever reads it now hears of it.
  func carryOut(tells: Bool, in world: World, _ writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM concern_key WHERE concern_id = \(concern.id)")
    for key in try readers.keys(writer) {
      try key.take(concern.id, seed: seed, in: world, writer)
    }
    try writer.execute(
      """
      UPDATE concern SET group_id = \(readers.group.id), offered_group_id = NULL,
        assigned_to = NULL, merged_into = NULL, reminded_for = NULL, escalated_for = NULL
      WHERE id = \(concern.id)
      """)
    try writer.execute(
      "UPDATE concern SET merged_into = NULL WHERE merged_into = \(concern.id)")
    if tells { try ConcernNews.raised(readers, in: world, writer) }
  }
}

extension OpenedConcern {
  /// Hands it to another group, or asks its writer whether they agree.
  /// - Returns: whether it was handed over.
  package func handOver(
    to typed: String, because reason: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws -> Bool {
    guard concern.state != .resolved else { throw ConcernRefusal.wrongState }
    guard let group = ID<HandlingGroup>(given: typed), group != concern.group else {
      throw Problems(field: Handover.groupField, "Choose the group that is to have it.")
    }
    let handover = try Handover(
      of: concern, entries.first?.content, seed: seed, to: group, viewer: viewer,
      reader: writer)
    try answer(reason, by: viewer, in: world, writer: writer)
    guard concern.manner == .named else {
      try writer.execute(
        "UPDATE concern SET offered_group_id = \(group) WHERE id = \(concern.id)")
      try ConcernAct.note(.offered, on: concern.id, by: viewer, writer)
      return false
    }
    try handover.carryOut(tells: true, in: world, writer)
    try ConcernAct.note(.handedOver, on: concern.id, by: viewer, writer)
    return true
  }
}
