package import Kernel
package import SQLStore

extension Election {
  /// The field in which someone says why an election is called off.
  package static let reasonField = "reason"

  /// Ends an announced election without a result, for a reason that everybody reads, and removes
  /// the key to its ballots.
  ///
  /// Before voting is opened, those who run it do; of an open one, the election officer alone, who
  /// does not stand. Its ballots are destroyed unread: whether the key is there does not matter.
  /// What was counted cannot be called off, or results would be chosen.
  package static func callOff(
    _ id: ElectionID, because reason: String, by viewer: Viewer, in world: World,
    _ store: any Store
  ) async throws {
    try await store.write {
      try callOff(id, because: reason, by: viewer, in: world, writer: $0)
    }
    try world.urnKeys.destroy(of: id.text)
  }

  /// The same in a transaction of the caller, who removes the key once it is kept.
  package static func callOff(
    _ id: ElectionID, because reason: String, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let election = try find(id, viewer: viewer, reader: writer)
    guard try election.mayCallOff(viewer, reader: writer) else {
      throw try election.refusalOfCallingOff(viewer, writer)
    }
    var fields = TypedFields { _ in reason }
    let reason = fields.requiredLines(
      reasonField, most: 500, "Write why, in a sentence. Everybody reads it.")
    try fields.problems.throwIfAny()
    try writer.execute(
      """
      UPDATE election SET state = 'called_off', ended_because = \(reason),
        closed_at = \(viewer.now)
      WHERE id = \(id)
      """)
    try election.note("election.called_off", election.title, by: viewer, to: writer)
    if election.state == .voting { try election.destroyBallots(in: world, writer) }
    try election.tellCalledOff(by: viewer, in: world, writer)
  }

  /// Whether the viewer can call it off as it stands.
  package func mayCallOff(_ viewer: Viewer, reader: any SQLReader) throws -> Bool {
    switch state {
    case .nominating: try isRun(by: viewer, reader: reader)
    case .voting: viewer.person != nil && viewer.person == officer
    case .draft, .closed, .certified, .calledOff: false
    }
  }

  private func refusalOfCallingOff(
    _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> ElectionRefusal {
    guard try viewer.person == officer || isRun(by: viewer, reader: reader) else {
      return .notYoursToRun
    }
    return switch state {
    case .nominating: .notYoursToRun
    case .voting: .onlyElectionOfficer
    case .draft, .closed, .certified, .calledOff: .wrongState(state)
    }
  }

  /// Throws the sealed ballots away, and writes the roll anew in a drawn order, as closing does.
  private func destroyBallots(in world: World, _ writer: any SQLWriter) throws {
    try writer.execute("DELETE FROM sealed_ballot WHERE election_id = \(id)")
    var chance = WorldChance(world: world)
    try ClosedRoll(of: self, reader: writer).rewrite(to: writer, &chance)
  }

  private func tellCalledOff(
    by viewer: Viewer, in world: World, _ writer: any SQLWriter
  ) throws {
    let wasOpen = state == .voting
    let people: [PersonID] = try writer.rows(
      """
      SELECT person_id FROM candidate WHERE election_id = \(id)
        AND state IN ('proposed', 'accepted')
      UNION SELECT person_id FROM elector WHERE election_id = \(id) ORDER BY person_id
      """
    ).map { try $0.id("person_id") }
    let sentence =
      wasOpen
      ? "“\(title)” was called off. The ballots were destroyed, and nobody has read them."
      : "An election in which you stood, or were asked to, was called off."
    for person in people where person != viewer.person {
      try Notice.tell(
        person, Notice.News(.council, sentence, path: path), in: world, writer: writer)
    }
  }
}
