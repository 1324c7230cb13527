import Concerns
import Credentials
import Kernel
import RosterTestSupport
import SQLStore

/// The concerns of the matrix: a group of the institution of which the adviser reads, with a key
/// that stays locked, and an anonymous concern.
struct MatrixConcern: Sendable {
  let group: ID<HandlingGroup>
  let responder: ID<Responder>
  let category: ID<ConcernCategory>
  let channel: ID<OutsideChannel>
  let route: ID<ConcernRoute>
  let concern: ID<Concern>
  let file: ID<ConcernFile>

  static func raise(on stage: Stage) async throws -> MatrixConcern {
    let (cast, world) = (stage.cast, stage.world)
    let (group, category) = try await stage.act(as: cast.office) { office, writer in
      let group = try HandlingGroup.found(
        .init(name: "Institution", purpose: "Anything."), by: office, in: world, writer: writer)
      try Responder.name(
        .init(person: cast.adviser, title: "Ombudsperson"), in: group, by: office, at: world,
        writer: writer)
      let category = try ConcernCategory.add(
        .init(
          name: "Workload", hint: "", promise: .init(acknowledge: 1, answer: 2, close: 3)),
        by: office, in: world, writer: writer)
      let typed = [
        OutsideChannel.Field.kind: "emergency", OutsideChannel.Field.name: "Emergency",
        OutsideChannel.Field.how: "911",
      ]
      try OutsideChannel.add(by: office, in: world, writer: writer) { typed[$0] ?? "" }
      let rule = [
        ConcernRoute.Field.category: category.text, ConcernRoute.Field.group: group.text,
      ]
      try ConcernRoute.keep(by: office, in: world, writer: writer) { rule[$0] ?? "" }
      return (group, category)
    }
    try await stage.act(as: cast.adviser) { adviser, writer in
      let salt = world.randomBytes(PassphraseSeed.saltLength)
      let key = try ReadingKey.make(
        locked: KeyLock(salt: salt, octets: world.randomBytes(SealedBox.keyLength)), by: adviser,
        in: world, writer: writer)
      _ = try RecoverySheet.draw(for: group, by: adviser, with: key, in: world, writer: writer)
    }
    let concern = try await stage.act(as: nil) { viewer, writer in
      let address = ConcernAddress(manner: .anonymous, group: group, category: category)
      let readers = try ConcernReaders.of(address, writer: nil, viewer: viewer, reader: writer)
      let code = ConcernCode(in: world)
      let draft = ConcernDraft(address: address, text: "Words")
      try Concern.raise(
        SentConcern(draft, code: code, seen: readers.digest), by: viewer, in: world,
        writer: writer)
      return try WrittenConcern.open(code, reader: writer).concern.id
    }
    let file = try await addFile(to: concern, on: stage)
    return try await stage.see(as: cast.adviser) { viewer, reader in
      MatrixConcern(
        group: group,
        responder: try Responder.own(viewer: viewer, reader: reader)[0].id,
        category: category,
        channel: try OutsideChannel.all(viewer: viewer, reader: reader)[0].id,
        route: try ConcernRoute.all(viewer: viewer, reader: reader)[0].id, concern: concern,
        file: file)
    }
  }

  /// What stands in the box does not matter to a key that stays locked.
  private static func addFile(
    to concern: ID<Concern>, on stage: Stage
  ) async throws -> ID<ConcernFile> {
    let id = stage.world.detachedID(ID<ConcernFile>.self)
    try await stage.store.write { writer in
      try writer.execute(
        """
        INSERT INTO concern_file (id, concern_id, number, said_on, is_settled, label, sealed)
        VALUES (\(id), \(concern), 1, \(TestWorld.today), \(true), \([UInt8]()), \([UInt8]()))
        """)
    }
    return id
  }

  /// Takes back what the request before may have done.
  func restore(on stage: Stage) async throws {
    try await stage.store.write { writer in
      try writer.execute("UPDATE concern_responder SET ended_at = NULL")
      try writer.execute("UPDATE concern_category SET retired_at = NULL")
      try writer.execute("DELETE FROM passphrase_try")
      try writer.execute("DELETE FROM concern_route")
      try writer.execute(
        """
        INSERT INTO concern_route (id, category_id, group_id)
        VALUES (\(route), \(category), \(group))
        """)
      try writer.execute(
        """
        INSERT INTO outside_channel (id, kind, name, how, position)
        VALUES (\(channel), 'emergency', 'Emergency', '911', 1) ON CONFLICT (id) DO NOTHING
        """)
      try writer.execute(
        """
        INSERT INTO closed_day (day, name) VALUES ('2026-12-25', 'Christmas')
        ON CONFLICT (day) DO NOTHING
        """)
      try giveKeys(to: writer)
    }
  }

  /// Who stopped handling has lost what was sealed to them; what stands in the box does not matter
  /// to a key that stays locked.
  private func giveKeys(to writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO concern_key (concern_id, key_id, sealed)
      SELECT \(concern), id, public_key FROM reading_key WHERE person_id IS NOT NULL
      ON CONFLICT (concern_id, key_id) DO NOTHING
      """)
  }

  /// What stands in an address of concerns; nil for other addresses.
  func argument(of pattern: String) -> String? {
    guard pattern.hasPrefix("/concerns") else { return nil }
    if pattern.hasPrefix("/concerns/groups") { return group.text }
    if pattern.hasPrefix("/concerns/responders") { return responder.text }
    if pattern.hasPrefix("/concerns/categories") { return category.text }
    if pattern.hasPrefix("/concerns/routes") { return route.text }
    if pattern.hasPrefix("/concerns/channels") { return channel.text }
    if pattern.hasPrefix("/concerns/closed-days") { return "2026-12-25" }
    if pattern.hasPrefix("/concerns/desk/files") { return file.text }
    return concern.text
  }
}
