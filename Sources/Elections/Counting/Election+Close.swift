import Credentials
package import Kernel
package import SQLStore

extension Election {
  /// The kind of the job that closes elections whose time is over, and removes their keys.
  package static let closingJob = "elections.close"

  /// Ends voting for the election officer, counts, and then removes the key.
  ///
  /// Of two who close at once the second finds it done.
  package static func close(
    _ id: ElectionID, by viewer: Viewer, in world: World, _ store: any Store
  ) async throws {
    try await store.write { try close(id, by: viewer, in: world, writer: $0) }
    try world.urnKeys.destroy(of: id.text)
  }

  /// The same in a transaction of the caller, who removes the key once it is kept.
  package static func close(
    _ id: ElectionID, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    let election = try opened(id, reader: writer)
    guard election.mayClose(viewer) else { throw BallotRefusal.notYours }
    guard election.isOver(at: viewer.now) else { throw BallotRefusal.tooEarly }
    guard election.state == .voting else { return }
    try election.empty(by: viewer.person, at: viewer.now, in: world, writer)
  }

  /// Closes every election whose time is over, and removes the keys of those that are closed.
  ///
  /// One whose key is missing waits, and holds no other up.
  /// - Returns: how many it closed, and how many wait for their key.
  package static func closeDue(
    in world: World, _ store: any Store
  ) async throws -> (closed: Int, waiting: Int) {
    let now = world.now()
    var (closed, waiting) = (0, 0)
    for id in try await due(at: now, store) {
      do {
        try await store.write { writer in
          let election = try opened(id, reader: writer)
          guard election.state == .voting, election.isOver(at: now) else { return }
          try election.empty(by: nil, at: now, in: world, writer)
        }
        closed += 1
      } catch BallotRefusal.keyMissing {
        waiting += 1
        try await store.write { try opened(id, reader: $0).tellKeyMissing(in: world, $0) }
      }
    }
    try await destroyKeys(in: world, store)
    return (closed, waiting)
  }

  private static func due(at now: Instant, _ store: any Store) async throws -> [ElectionID] {
    try await store.read { reader in
      try reader.rows(
        """
        SELECT id FROM election
        WHERE state = 'voting' AND vote_until <= \(now) ORDER BY vote_until, id
        """
      ).map { try $0.id("id") }
    }
  }

  /// Removes the keys of elections that are over: one may be left by a crash between the closing
  /// and the removal, or by an election that was called off.
  private static func destroyKeys(in world: World, _ store: any Store) async throws {
    let kept = try world.urnKeys.elections()
    guard !kept.isEmpty else { return }
    let over = try await store.read { reader in
      try reader.rows(
        """
        SELECT id FROM election
        WHERE id IN (\(list: kept)) AND state IN ('closed', 'certified', 'called_off')
        """
      ).map { try $0.text("id") }
    }
    for election in over { try world.urnKeys.destroy(of: election) }
  }

  /// Tells those who run it that the ballots cannot be opened, and what can be done.
  private func tellKeyMissing(in world: World, _ writer: any SQLWriter) throws {
    try tellObstacle(
      "key",
      saying: "“\(title)” cannot be counted: the key to its ballots is not on the server. Whoever "
        + "runs the server may have it. Otherwise the election officer calls the election off.",
      in: world, writer)
  }

  /// Whether someone may end the voting.
  package func mayClose(_ viewer: Viewer) -> Bool {
    viewer.person != nil && viewer.person == officer
  }

  /// Whether no ballot can come any more.
  package func isOver(at now: Instant) -> Bool {
    let hasEnded = schedule.voteUntil.map { $0 <= now } ?? false
    return state == .closed || state == .certified || (state == .voting && hasEnded)
  }

  /// Opens all ballots, writes them and the roll anew in orders that are drawn now, and counts.
  private func empty(
    by person: PersonID?, at now: Instant, in world: World, _ writer: any SQLWriter
  ) throws {
    let seed = Hex.text(world.randomBytes(16))
    try claim(at: now, lotSeed: seed, writer)
    let urn = try Urn(of: self)
    let paper = try BallotPaper(of: self, reader: writer)
    let opening = try OpenedUrn(urn, paper, keys: urn.keys(in: world), writer)
    var chance = WorldChance(world: world)
    try opening.write(to: writer, of: self, in: world, &chance)
    let roll = try ClosedRoll(of: self, reader: writer)
    try roll.rewrite(to: writer, &chance)
    try Count(election: self, paper: paper, opening: opening, roll: roll, lotSeed: seed)
      .write(to: writer)
    try Audit.append(
      Audit.Act(
        "election.closed", of: Audit.Subject(kind: "election", id: self.id.text), detail: title),
      by: person, at: now, to: writer)
  }

  /// Marks the election as closed before its key is read.
  ///
  /// Of two who close at once the second waits here, and then begins anew and finds it done. It
  /// would otherwise look for the key that the first has removed, and call it missing.
  private func claim(at now: Instant, lotSeed: String, _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE election SET state = 'closed', closed_at = \(now), lot_seed = \(lotSeed)
      WHERE id = \(id)
      """)
  }
}
