import Credentials
import Crypto
package import Kernel
package import SQLStore

/// The paper that opens a group's concerns when no responder can: a code that is printed once and
/// kept in a safe.
///
/// Each concern of the group is sealed to it as to a responder. Where every responder is in
/// conflict or has lost the passphrase, someone new is named and the code lets them read.
package struct RecoverySheet: Sendable {
  /// The code as it is printed: 150 random bits.
  package let code: ConcernCode

  private static func seed(of code: ConcernCode) -> [UInt8] {
    Array(SHA256.hash(data: Array("recovery sheet\n\(code.text)\n".utf8)))
  }

  /// The field into which the code is typed.
  package static let field = "sheet"

  /// Draws a sheet for a group, whose responders may do it.
  ///
  /// Whoever has unlocked their key gives the new sheet all that they can open. What they cannot,
  /// because they are in conflict, stays open to the older sheet: nobody closes by a new sheet what
  /// is about them. For everything else the older one opens nothing any more.
  package static func draw(
    for id: ID<HandlingGroup>, by viewer: Viewer, with key: UnlockedKey, in world: World,
    writer: any SQLWriter
  ) throws -> RecoverySheet {
    let group = try HandlingGroup.find(id, viewer: viewer, reader: writer)
    guard try Responder.handles(viewer.person, in: id, reader: writer) else {
      throw ConcernRefusal.notYoursToHandle
    }
    let sheet = RecoverySheet(code: ConcernCode(in: world))
    guard let keys = SealedBox.KeyPair(random: seed(of: sheet.code)) else { throw KeyFault() }
    let recovery = ReadingKey(id: world.detachedID(), publicKey: keys.publicKey)
    try writer.execute(
      """
      UPDATE reading_key SET replaced_on = \(viewer.today)
      WHERE group_id = \(id) AND replaced_on IS NULL
      """)
    try writer.execute(
      """
      INSERT INTO reading_key (id, group_id, public_key, made_on)
      VALUES (\(recovery.id), \(id), \(recovery.publicKey), \(viewer.today))
      """)
    try KeySharing(of: id, from: key, in: world).share(allWith: recovery, writer)
    try forgetReplaced(by: recovery, of: id, writer)
    try group.note("recovery_sheet.drawn", by: viewer, to: writer)
    return sheet
  }

  /// Closes to older sheets what the new one opens, and removes those that open nothing any more.
  private static func forgetReplaced(
    by sheet: ReadingKey, of group: ID<HandlingGroup>, _ writer: any SQLWriter
  ) throws {
    let older: SQLQuery =
      "SELECT id FROM reading_key WHERE group_id = \(group) AND replaced_on IS NOT NULL"
    try writer.execute(
      """
      DELETE FROM concern_key WHERE key_id IN (\(older)) AND concern_id IN (
        SELECT concern_id FROM concern_key WHERE key_id = \(sheet.id))
      """)
    try writer.execute(
      """
      DELETE FROM reading_key WHERE id IN (\(older))
        AND NOT EXISTS (SELECT 1 FROM concern_key WHERE key_id = reading_key.id)
      """)
  }

  /// The groups that have one.
  package static func groups(
    viewer: Viewer, reader: any SQLReader
  ) throws -> Set<ID<HandlingGroup>> {
    Set(
      try reader.rows("SELECT group_id FROM reading_key WHERE group_id IS NOT NULL")
        .map { try $0.id("group_id") })
  }

  /// Lets a responder read what the sheet opens and what is not in conflict with them.
  /// - Returns: how many concerns they can open now that they could not before.
  /// - Throws: ``Problems`` where it is not the sheet; ``ConcernRefusal``.
  package static func use(
    typed: String, for id: ID<HandlingGroup>, by viewer: Viewer, in world: World,
    _ store: any Store
  ) async throws -> Int {
    guard let person = viewer.person else { throw Absent() }
    try await KeyTries.charge(person, at: viewer.now, store)
    return try await store.write { writer in
      let group = try HandlingGroup.find(id, viewer: viewer, reader: writer)
      guard try Responder.handles(person, in: id, reader: writer) else {
        throw ConcernRefusal.notYoursToHandle
      }
      guard let key = try ReadingKey.of(person, reader: writer) else {
        throw ConcernRefusal.noReadingKey
      }
      let sheet = try opened(typed, id, writer)
      try KeyTries.forget(person, writer)
      try group.note("recovery_sheet.used", by: viewer, to: writer)
      return try KeySharing(of: id, from: sheet, in: world).share(
        with: [KeySharing.Reader(person: person, key: key)], on: viewer.today, writer)
    }
  }

  private static func opened(
    _ typed: String, _ group: ID<HandlingGroup>, _ reader: any SQLReader
  ) throws -> UnlockedKey {
    let sheets = try reader.all(
      ReadingKey.self, "SELECT id, public_key FROM reading_key WHERE group_id = \(group)")
    guard let code = ConcernCode(typed: typed),
      let keys = SealedBox.KeyPair(random: seed(of: code)),
      let recovery = sheets.first(where: { $0.publicKey == keys.publicKey })
    else { throw Problems(field: field, "This is not the code of the group's recovery sheet.") }
    return try UnlockedKey(recovery, seed: seed(of: code))
  }
}
