import Credentials
package import Kernel
import Roster
package import SQLStore

extension Concern {
  /// Anonymous concerns and replies that are taken in a day: nobody is asked who they are, so only
  /// a bound on all of them keeps the store from being filled.
  static let mostAnonymousADay = 300

  /// Keeps a concern, sealed to those of whom its writer has read that they will read it.
  ///
  /// The same form sent twice is one concern, known by its code. An anonymous one is told to its
  /// responders the morning after, so that no notice gives the hour away.
  /// - Throws: ``ConcernRefusal/readersChanged`` where others would read it by now.
  package static func raise(
    _ sent: SentConcern, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let (draft, code) = (sent.draft, sent.code)
    let known = try writer.first("SELECT id FROM concern WHERE code_digest = \(code.digest)")
    guard known == nil else { return }
    let isAnonymous = draft.address.manner == .anonymous
    let followed = try sent.following.map { try WrittenConcern.open($0, reader: writer) }
    let author = isAnonymous ? nil : followed?.author ?? viewer.person
    guard isAnonymous || author != nil else { throw Absent() }
    if isAnonymous { try refuseTooMany(on: viewer.today, writer) }
    let readers = try ConcernReaders.of(
      draft.address, writer: author, viewer: viewer, reader: writer)
    guard readers.digest == sent.seen else { throw ConcernRefusal.readersChanged }
    let sealing = try Sealing(sent, to: readers, in: world)
    try sealing.insert(following: followed?.concern, on: viewer.today, in: world, writer)
    if let followed = followed?.concern, let asked = FollowUp.due(followed, on: viewer.today) {
      try followed.keepAsked(asked, writer)
    }
    let first = ConcernContent(
      text: draft.text, author: try author.map { try Self.author($0, writer) },
      opening: ConcernContent.Opening(draft))
    try NewEntry(first, .writer, in: sealing.id, sealedTo: sealing.publicKey)
      .add(settled: !isAnonymous, on: viewer.today, in: world, writer)
    if !isAnonymous || draft.tellsAtOnce {
      try ConcernNews.raised(readers, in: world, writer)
    }
  }

  static func author(
    _ person: PersonID, _ reader: any SQLReader
  ) throws -> ConcernContent.Author {
    let row = try reader.first("SELECT name FROM directory_entry WHERE person_id = \(person)")
    return ConcernContent.Author(person, try row?.text("name") ?? "Someone")
  }

  static func refuseTooMany(on today: Day, _ reader: any SQLReader) throws {
    let count = try reader.number(
      "SELECT count(*) FROM concern_entry WHERE said_on = \(today) AND NOT is_settled")
    guard count < mostAnonymousADay else { throw ConcernRefusal.tooManyToday }
  }
}

/// The row of a new concern, and the boxes with its key.
private struct Sealing {
  let id: ID<Concern>
  let seed: [UInt8]
  let publicKey: [UInt8]
  private let sent: SentConcern
  private let readers: ConcernReaders

  init(_ sent: SentConcern, to readers: ConcernReaders, in world: World) throws {
    id = world.detachedID()
    seed = world.randomBytes(SealedBox.keyLength)
    guard let keys = SealedBox.KeyPair(random: seed) else { throw KeyFault() }
    publicKey = keys.publicKey
    self.sent = sent
    self.readers = readers
  }

  /// - Parameter followed: the concern since which the writer was treated worse; such a one is
  ///   urgent.
  func insert(
    following followed: Concern?, on today: Day, in world: World, _ writer: any SQLWriter
  ) throws {
    let (draft, code) = (sent.draft, sent.code)
    let category = try ConcernCategory.find(
      draft.address.category, viewer: .anonymous(now: world.now(), today: today), reader: writer)
    let clock = ConcernClock(
      category.promise, raisedOn: today, isUrgent: draft.isUrgent || followed != nil,
      try BusinessDays(reader: writer))
    guard let writerKeys = code.keys else { throw KeyFault() }
    let writerSeal = try Envelope.seal(octets: seed, to: writerKeys.publicKey, in: world)
    try writer.execute(
      """
      INSERT INTO concern (id, group_id, category_id, manner, is_urgent, raised_on, state,
        public_key, code_digest, writer_seal, acknowledge_by, answer_by, close_by, follows_id,
        is_settled)
      VALUES (\(id), \(readers.group.id), \(category.id), \(draft.address.manner.rawValue),
        \(draft.isUrgent || followed != nil), \(today), 'received', \(publicKey),
        \(code.digest), \(writerSeal),
        \(clock.acknowledgeBy), \(clock.answerBy), \(clock.closeBy), \(followed?.id),
        \(draft.address.manner != .anonymous))
      """)
    for key in try readers.keys(writer) { try key.take(id, seed: seed, in: world, writer) }
  }
}

extension ConcernContent.Opening {
  fileprivate init(_ draft: ConcernDraft) {
    let address = draft.address
    self.init(
      program: address.program?.text, isAboutLeaders: address.isAboutLeaders,
      isAboutOffice: address.isAboutOffice, names: address.names, isOnBehalf: draft.isOnBehalf)
  }
}
