package import Kernel
package import SQLStore

/// Letting a new responder, or one with a new key, read the concerns that are there already.
///
/// Only whoever can open a concern can let somebody else: neither the office nor the server can.
package struct KeySharing {
  private let group: ID<HandlingGroup>
  private let key: UnlockedKey
  private let world: World

  /// Sharing what a key opens of a group.
  package init(of group: ID<HandlingGroup>, from key: UnlockedKey, in world: World) {
    self.group = group
    self.key = key
    self.world = world
  }

  /// Someone who is to read, with their key.
  struct Reader: Sendable {
    let person: PersonID
    let key: ReadingKey
  }

  /// The responders of a group whose key was not yet given the concerns of before.
  package static func waiting(
    in group: ID<HandlingGroup>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Responder] {
    guard try Responder.handles(viewer.person, in: group, reader: reader) else { return [] }
    let given = try reader.rows(
      """
      SELECT concern_responder.person_id AS person_id FROM concern_responder
      JOIN reading_key ON reading_key.person_id = concern_responder.person_id
      WHERE concern_responder.group_id = \(group) AND concern_responder.ended_at IS NULL
        AND concern_responder.shared_key = reading_key.id
      """
    ).map { try $0.id("person_id", PersonID.self) }
    return try Responder.all(in: group, reader).filter {
      $0.hasKey && $0.person != viewer.person && !given.contains($0.person)
    }
  }

  /// Lets a responder read what the viewer can open of their group and what is not in conflict.
  /// - Returns: how many concerns they can open now that they could not before.
  @discardableResult
  package func letRead(
    _ person: PersonID, by viewer: Viewer, writer: any SQLWriter
  ) throws -> Int {
    guard try Responder.handles(viewer.person, in: group, reader: writer),
      try Responder.handles(person, in: group, reader: writer)
    else { throw ConcernRefusal.notYoursToHandle }
    guard let theirs = try ReadingKey.of(person, reader: writer) else {
      throw ConcernRefusal.noReadingKey
    }
    let count = try share(
      with: [Reader(person: person, key: theirs)], on: viewer.today, writer)
    try writer.execute(
      """
      UPDATE concern_responder SET shared_key = \(theirs.id)
      WHERE group_id = \(group) AND person_id = \(person) AND ended_at IS NULL
      """)
    try HandlingGroup.find(group, viewer: viewer, reader: writer)
      .note("concern_responder.let_read", by: viewer, to: writer)
    return count
  }

  /// Gives readers what the key opens, each what is not in conflict with them.
  func share(
    with readers: [Reader], on today: Day, _ writer: any SQLWriter
  ) throws -> Int {
    let conflicts = try Conflicts(among: readers.map(\.person), on: today, writer)
    var count = 0
    for (concern, seed) in try openable(writer) {
      let entry = try ConcernEntry.all(of: concern, [.writer], with: seed, writer).first?.content
      guard let opening = entry?.opening else { continue }
      let admitted = conflicts.readers(
        of: ConcernAddress(opening, group), writer: entry?.author?.person)
      for reader in readers where admitted.contains(reader.person) {
        count += try reader.key.take(concern, seed: seed, in: world, writer)
      }
    }
    return count
  }

  /// Gives a recovery sheet all that the key opens.
  func share(allWith sheet: ReadingKey, _ writer: any SQLWriter) throws {
    for (concern, seed) in try openable(writer) {
      try sheet.take(concern, seed: seed, in: world, writer)
    }
  }

  private func openable(
    _ reader: any SQLReader
  ) throws -> [(ID<Concern>, [UInt8])] {
    try reader.rows(
      """
      SELECT concern_key.concern_id AS id, concern_key.sealed AS sealed FROM concern_key
      JOIN concern ON concern.id = concern_key.concern_id
      WHERE concern.group_id = \(group) AND concern_key.key_id = \(key.key.id)
      ORDER BY concern_key.concern_id
      """
    ).map { (try $0.id("id"), try key.open($0.bytes("sealed"))) }
  }
}
