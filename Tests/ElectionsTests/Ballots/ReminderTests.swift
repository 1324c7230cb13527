import Elections
import ElectionsTestSupport
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Reminders that voting ends, from which nobody learns who has voted.
@Suite struct ReminderTests {
  private func schedule(hours: Int) -> Schedule {
    Schedule(votes: (TestWorld.now, TestWorld.now.adding(seconds: hours * 3600)))
  }

  @Test func `people are reminded a day before the end, of a long vote halfway too`() {
    func moments(_ hours: Int) -> [Int] {
      VotingReminders.moments(of: schedule(hours: hours))
        .map { $0.seconds(since: TestWorld.now) / 3600 }
    }
    #expect(moments(240) == [120, 216])
    #expect(moments(96) == [48, 72])
    #expect(moments(60) == [36])
    #expect(moments(10) == [5])
    #expect(VotingReminders.moments(of: Schedule()) == [])
  }

  /// The poll of the tests is open for two hours around its moment.
  private func later(_ poll: Poll, seconds: Int = 60) -> World {
    var world = poll.world
    world.now = { TestWorld.now.adding(seconds: seconds) }
    return world
  }

  @Test(arguments: Engine.available)
  func `everybody on the roll gets the same words once, new for those who have not voted`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.store.write { writer in
        try writer.execute(
          "UPDATE election SET opened_at = \(TestWorld.now.adding(seconds: -3600))")
      }
      try await poll.cast([2], by: poll.voters[1])
      #expect(try await VotingReminders.send(in: later(poll), poll.store) == 1)
      #expect(try await VotingReminders.send(in: later(poll, seconds: 120), poll.store) == 0)
      let path = try await poll.found().path
      let told = try await poll.store.read { reader in
        try reader.rows(
          "SELECT person, sentence, read_at FROM notice WHERE path = \(path) ORDER BY id"
        ).map {
          (
            try $0.id("person", PersonID.self), try $0.text("sentence"),
            try $0.textOrNil("read_at") == nil
          )
        }
      }
      #expect(Set(told.map(\.0)) == Set(poll.voters) && told.count == poll.voters.count)
      #expect(
        Set(told.map(\.1)) == [
          "Voting in “Council of 2026” ends on November 2, 2026, 11:00 am. If you have voted, "
            + "there is nothing more to do."
        ])
      #expect(told.filter { !$0.2 }.map(\.0) == [poll.voters[1]])
    }
  }

  @Test(arguments: Engine.available)
  func `mail of a reminder goes to those who voted and to those who did not alike`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.store.write { writer in
        try writer.execute("DELETE FROM notice")
        try writer.execute(
          "UPDATE election SET opened_at = \(TestWorld.now.adding(seconds: -3600))")
      }
      for voter in poll.voters.prefix(2) { try await poll.cast([2], by: voter) }
      let world = later(poll)
      _ = try await VotingReminders.send(in: world, poll.store)
      let mails = try await poll.store.write { writer in
        _ = try NoticeMail.collect(
          [.digest], siteAddress: "https://gme.example", in: world, writer: writer)
        return try Outbox.latest(state: nil, before: nil, reader: writer)
      }
      #expect(
        mails.map(\.recipient).sorted() == (1...4).map { "voter\($0)@hospital.example" })
      #expect(Set(mails.map(\.subject)).count == 1 && Set(mails.map(\.body)).count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is reminded of a moment before the opening, nor after the end`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      // It was opened at the moment that lies halfway.
      let early = try await VotingReminders.send(in: later(poll), poll.store)
      let late = try await VotingReminders.send(in: later(poll, seconds: 3600), poll.store)
      let path = try await poll.found().path
      let told = try await poll.count("SELECT count(*) FROM notice WHERE path = \(path)")
      #expect([early, late, told] == [0, 0, 0])
    }
  }
}
