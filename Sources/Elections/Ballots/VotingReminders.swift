package import Kernel
package import SQLStore

/// Reminds the people of a roll that voting ends.
///
/// Everybody on the roll gets the same words on the same day. So neither a mail nor a mail that did
/// not come tells who has voted; in the application it is new for those alone who have not.
package enum VotingReminders {
  /// The kind of the job that reminds.
  package static let job = "elections.remind"

  /// When those on a roll are reminded: a day before the end, and of a long vote halfway as well;
  /// of one of less than two days halfway alone.
  package static func moments(of schedule: Schedule) -> [Instant] {
    guard let from = schedule.voteFrom, let until = schedule.voteUntil else { return [] }
    let seconds = until.seconds(since: from)
    let halfway = from.adding(seconds: seconds / 2)
    let lastDay = until.adding(seconds: -86_400)
    if seconds >= 4 * 86_400 { return [halfway, lastDay] }
    return seconds >= 2 * 86_400 ? [lastDay] : [halfway]
  }

  /// Sends what is due, each once.
  /// - Returns: in how many elections people were reminded.
  package static func send(in world: World, _ store: any Store) async throws -> Int {
    var world = world
    let now = world.now()
    world.now = { now }
    let open = try await store.read { reader in
      try reader.rows(
        """
        SELECT id FROM election WHERE state = 'voting' AND vote_from <= \(now)
          AND vote_until > \(now) AND reminders < 2 ORDER BY vote_until, id
        """
      ).map { try $0.id("id", ElectionID.self) }
    }
    var reminded = 0
    for id in open where try await remind(id, in: world, store) { reminded += 1 }
    return reminded
  }

  private static func remind(
    _ id: ElectionID, in world: World, _ store: any Store
  ) async throws -> Bool {
    try await store.write { writer in
      let election = try Election.opened(id, reader: writer)
      let now = world.now()
      let sent = try writer.number("SELECT reminders FROM election WHERE id = \(id)")
      let due = election.remindersDue(at: now)
      guard election.isVoting(at: now), due > sent else { return false }
      try writer.execute("UPDATE election SET reminders = \(due) WHERE id = \(id)")
      try election.remindRoll(in: world, writer)
      return true
    }
  }
}

extension Election {
  /// How many reminders should have gone out. Those of before a late opening are left out.
  fileprivate func remindersDue(at now: Instant) -> Int {
    VotingReminders.moments(of: schedule)
      .count { $0 <= now && $0 > openedAt ?? $0 }
  }

  fileprivate func remindRoll(in world: World, _ writer: any SQLWriter) throws {
    guard let until = schedule.voteUntil else { return }
    let zone = try Settings(reader: writer).timeZone
    let news = Notice.News(
      .council,
      "Voting in “\(title)” ends on \(TypedMoment.words(until, in: zone)). If you have voted, "
        + "there is nothing more to do.", path: path)
    let electors: [PersonID] = try writer.rows(
      "SELECT person_id FROM elector WHERE election_id = \(id) ORDER BY person_id"
    ).map { try $0.id("person_id") }
    for elector in electors { try Notice.tell(elector, news, in: world, writer: writer) }
    try writer.execute(
      """
      UPDATE notice SET read_at = at WHERE path = \(path) AND at = \(world.now())
        AND person IN (SELECT person_id FROM elector WHERE election_id = \(id) AND has_voted)
      """)
  }
}
