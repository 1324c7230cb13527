import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Which pairs are flagged for missed meetings, and for how long.
@Suite struct MissedMeetingTests {
  @Test(arguments: Engine.available)
  func `a meeting of long ago that is noted late leaves the flag, and asks nobody again`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      #expect(try await ground.missed(on: "2027-02-03T15:00:00.000Z") == 1)
      let today = day("2027-02-03")
      // Two intervals of four weeks before February 3 is December 9.
      try await ground.note(pair, metOn: day("2026-12-08"), on: today)
      #expect(try await ground.standings().map(\.flaggedOn) == [today])
      #expect(try await ground.missed(on: "2027-02-03T16:00:00.000Z") == 0)
      try await ground.note(pair, metOn: day("2026-12-09"), on: today)
      #expect(try await ground.standings().map(\.flaggedOn) == [nil])
      #expect(try await ground.missed(on: "2027-02-03T16:00:00.000Z") == 0)
      #expect(try await ground.asked(pair) == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `the flag goes by the weeks that both have signed, and not by those of the cycle`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.agree(pair, every: 2)
      #expect(try await ground.missed(on: "2027-02-03T15:00:00.000Z") == 1)
      let today = day("2027-02-03")
      try await ground.note(pair, metOn: day("2027-01-05"), on: today)
      #expect(try await ground.standings().map(\.flaggedOn) == [today])
      try await ground.note(pair, metOn: day("2027-01-06"), on: today)
      #expect(try await ground.standings().map(\.flaggedOn) == [nil])
      #expect(try await ground.missed(on: "2027-02-03T16:00:00.000Z") == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `after the last day that both have signed nobody is flagged or asked`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      // Two intervals of four weeks end on February 1: the next day is the first to be flagged on.
      try await ground.agree(pair, until: day("2027-02-01"))
      #expect(try await ground.missed(on: "2027-02-02T15:00:00.000Z") == 0)
      #expect(try await ground.asked(pair) == 0)
      try await ground.store.write { writer in
        try writer.execute("UPDATE mentoring_agreement SET ends_on = '2027-02-02'")
      }
      #expect(try await ground.missed(on: "2027-02-02T15:00:00.000Z") == 1)
      #expect(try await ground.asked(pair) == 1)
    }
  }
}

extension Ground {
  /// The mentee notes a meeting that was on another day.
  fileprivate func note(_ pair: MentoringPair, metOn met: Day, on today: Day) async throws {
    let world = world
    try await stage.act(as: pair.mentee, on: today) { viewer, writer in
      try CheckIn.keep(
        CheckInDraft(metOn: met, minutes: 30, manner: .video), of: pair.id, by: viewer, in: world,
        writer: writer)
    }
  }

  /// How often the mentee was asked how it goes.
  fileprivate func asked(_ pair: MentoringPair) async throws -> Int {
    try await stage.see(as: pair.mentee) { viewer, reader in
      try Pulse.own(of: pair.id, viewer: viewer, reader: reader).count
    }
  }
}
