import Councils
package import Kernel
package import SQLStore

extension Election {
  /// Announces a draft: from now on people read of it, and stand in the window for that.
  /// - Throws: ``ElectionRefusal/notReady(_:)`` with every missing thing.
  package static func announce(
    _ id: ElectionID, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let election = try toRun(id, viewer, writer)
    guard election.state == .draft else { throw ElectionRefusal.wrongState(election.state) }
    let missing = try Checklist.of(election, viewer: viewer, reader: writer)
      .missing(for: .announcing)
    guard missing.isEmpty else { throw ElectionRefusal.notReady(missing) }
    try election.become(.nominating, writer)
    try election.note("election.announced", election.title, by: viewer, to: writer)
  }

  /// Opens the voting: freezes the roll, draws the order of the paper, and tells everybody who may
  /// vote. What was proposed and not answered lapses, and nothing of it is kept.
  /// - Parameter publicKey: the key to which ballots are sealed, as hexadecimal digits.
  /// - Throws: ``ElectionRefusal/notReady(_:)`` with every missing thing.
  package static func open(
    _ id: ElectionID, sealedTo publicKey: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let election = try find(id, viewer: viewer, reader: writer)
    try election.refuseUnready(for: viewer, writer)
    try election.openReady(sealedTo: publicKey, by: viewer, in: world, writer)
  }

  /// Opens the voting of an election for which everything is there.
  func openReady(
    sealedTo publicKey: String, by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws {
    guard let electorate else { throw Absent() }
    // First of all, so that of two who open at once the second waits here and then begins again.
    try writer.execute(
      """
      UPDATE election SET state = 'voting', public_key = \(publicKey), opened_at = \(viewer.now),
        told_obstacle = ''
      WHERE id = \(id)
      """)
    try freezeRoll(electorate, to: writer)
    try drawPaper(in: world, viewer, writer)
    let electors: [PersonID] = try writer.rows(
      "SELECT person_id FROM elector WHERE election_id = \(id) ORDER BY person_id"
    ).map { try $0.id("person_id") }
    try note(
      "election.opened", "\(title): \(electors.count) on the roll", by: viewer, to: writer)
    try tell(electors, in: world, writer)
  }

  /// Whether the viewer opens it now, with every thing there.
  /// - Throws: what ``open(_:sealedTo:by:in:writer:)`` would refuse with.
  package static func refuseUnready(
    _ id: ElectionID, for viewer: Viewer, reader: any SQLReader
  ) throws {
    try find(id, viewer: viewer, reader: reader).refuseUnready(for: viewer, reader)
  }

  private func refuseUnready(for viewer: Viewer, _ reader: any SQLReader) throws {
    guard try officer == viewer.person || isRun(by: viewer, reader: reader) else {
      throw ElectionRefusal.notYoursToRun
    }
    guard state == .nominating else { throw ElectionRefusal.wrongState(state) }
    let missing = try Checklist.of(self, viewer: viewer, reader: reader).missing(for: .opening)
    guard missing.isEmpty else { throw ElectionRefusal.notReady(missing) }
  }

  /// The order of the paper is a lot: who stands first has more votes than others, so nobody may
  /// choose it.
  private func drawPaper(
    in world: World, _ viewer: Viewer, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      DELETE FROM candidate WHERE election_id = \(id) AND state <> 'accepted'
      """)
    var chance = WorldChance(world: world)
    let drawn = try Candidate.standing(in: self, viewer: viewer, reader: writer)
      .shuffled(using: &chance)
    for (place, candidate) in drawn.enumerated() {
      try writer.execute(
        "UPDATE candidate SET position = \(place + 1) WHERE id = \(candidate.id)")
    }
  }

  private func tell(
    _ electors: [PersonID], in world: World, _ writer: any SQLWriter
  ) throws {
    guard let until = schedule.voteUntil else { return }
    let zone = try Settings(reader: writer).timeZone
    let news = Notice.News(
      .council,
      "You may vote in “\(title)”, until \(TypedMoment.words(until, in: zone)).", path: path)
    for elector in electors { try Notice.tell(elector, news, in: world, writer: writer) }
  }

  /// Goes on to another state.
  func become(_ state: State, _ writer: any SQLWriter) throws {
    try writer.execute("UPDATE election SET state = \(state.rawValue) WHERE id = \(id)")
  }
}
