import FoundationEssentials
import Kernel
import Mentoring
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// When a pair meets next: planned by either, moved with one winner, forgotten once they met.
@Suite struct NextMeetingTests {
  @Test(arguments: Engine.available)
  func `either plans it, and the other who saw nothing of it loses politely`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.plan(pair, as: pair.mentee)
      await #expect(throws: MentoringRefusal.plannedSince) {
        try await ground.plan(pair, as: pair.mentor)
      }
      let seen = try await ground.mark(pair)
      try await ground.plan(pair, as: pair.mentor, seeing: seen, on: day("2027-01-21"))
      let planned = try #require(try await ground.next(pair, as: pair.mentee))
      #expect(planned.revision == 1)
      #expect(planned.beginsAt.day(in: .gmt) == day("2027-01-21"))
      #expect(planned.endsAt == planned.beginsAt.adding(seconds: 45 * 60))
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the two reads it or plans it`(_ engine: Engine) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.plan(pair, as: pair.mentee)
      for (role, person) in ground.cast.viewers where person.map(pair.isOne) != true {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.next(pair, as: person)
        }
        let own = try await ground.stage.see(as: person) { viewer, reader in
          try NextMeeting.own(viewer: viewer, reader: reader).count
        }
        #expect(own == 0, "\(role)")
        let due = try await ground.stage.see(as: person) { viewer, reader in
          try PairDue.all(viewer: viewer, reader: reader)
        }
        #expect(due.isEmpty, "\(role)")
      }
      await #expect(throws: Absent.self) {
        try await ground.plan(pair, as: ground.cast.office, seeing: ground.mark(pair))
      }
      await #expect(throws: Absent.self) {
        try await ground.callOff(pair, as: ground.cast.office, seeing: ground.mark(pair))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who saw it before it was moved does not call it off`(_ engine: Engine) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.plan(pair, as: pair.mentor)
      let older = try await ground.mark(pair)
      try await ground.plan(pair, as: pair.mentee, seeing: older, on: day("2027-01-21"))
      for seen in [older, ""] {
        await #expect(throws: MentoringRefusal.plannedSince) {
          try await ground.callOff(pair, as: pair.mentor, seeing: seen)
        }
      }
      let planned = try #require(try await ground.next(pair, as: pair.mentor))
      #expect(planned.beginsAt.day(in: .gmt) == day("2027-01-21"))
      try await ground.callOff(pair, as: pair.mentor, seeing: planned.mark)
      #expect(try await ground.next(pair, as: pair.mentor) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `a page of a meeting that was called off says nothing of the one planned since`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.plan(pair, as: pair.mentor)
      let former = try await ground.mark(pair)
      try await ground.callOff(pair, as: pair.mentor, seeing: former)
      await #expect(throws: MentoringRefusal.plannedSince) {
        try await ground.plan(pair, as: pair.mentee, seeing: former)
      }
      try await ground.plan(pair, as: pair.mentor, on: day("2027-01-21"))
      await #expect(throws: MentoringRefusal.plannedSince) {
        try await ground.plan(pair, as: pair.mentee, seeing: former)
      }
      await #expect(throws: MentoringRefusal.plannedSince) {
        try await ground.callOff(pair, as: pair.mentee, seeing: former)
      }
      let planned = try #require(try await ground.next(pair, as: pair.mentee))
      #expect(planned.revision == 0 && planned.beginsAt.day(in: .gmt) == day("2027-01-21"))
    }
  }

  @Test(arguments: Engine.available)
  func `planned for a group it moves what they share, and not what one planned for themselves`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (cast, topic) = (ground.cast, ground.topics[0])
      var plan = Ground.plan
      plan.shape = .groups
      try await ground.replan(plan)
      try await ground.take(cast.trainee, ground.mentee(topic))
      try await ground.take(cast.other, ground.mentee(topic))
      try await ground.take(cast.faculty, ground.mentor(2, topic))
      let pairs = try await ground.pairUp()
      let first = try #require(pairs.first { $0.mentee == cast.trainee })
      let second = try #require(pairs.first { $0.mentee == cast.other })
      func planned(_ pair: MentoringPair) async throws -> Day? {
        try await ground.next(pair, as: pair.mentee)?.beginsAt.day(in: .gmt)
      }
      try await ground.plan(first, as: cast.faculty, forGroup: true)
      #expect(try await planned(second) == day("2027-01-20"))
      // All move along with what they share.
      try await ground.plan(
        first, as: cast.faculty, seeing: ground.mark(first), on: day("2027-01-21"), forGroup: true)
      #expect(try await planned(second) == day("2027-01-21"))
      // One of them moves theirs: it stays, and nobody is moved.
      try await ground.plan(
        second, as: cast.other, seeing: ground.mark(second), on: day("2027-01-22"))
      let (seen, name) = (try await ground.mark(first), try await ground.name(cast.other))
      await #expect(throws: MentoringRefusal.plannedOtherwise([name])) {
        try await ground.plan(
          first, as: cast.faculty, seeing: seen, on: day("2027-01-25"), forGroup: true)
      }
      #expect(try await planned(first) == day("2027-01-21"))
      #expect(try await planned(second) == day("2027-01-22"))
      try await ground.callOff(second, as: cast.faculty, seeing: ground.mark(second))
      try await ground.plan(
        first, as: cast.faculty, seeing: seen, on: day("2027-01-25"), forGroup: true)
      #expect(try await planned(second) == day("2027-01-25"))
    }
  }

  @Test(arguments: Engine.available)
  func `a time that is over or after the cycle is refused with its field`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      for wrong in ["2026-10-10", "2027-07-01"] {
        let problems = await #expect(throws: Problems.self) {
          try await ground.plan(pair, as: pair.mentee, on: day(wrong))
        }
        #expect(problems?.of(NextMeetingDraft.Field.day).count == 1)
      }
      let planned = try await ground.next(pair, as: pair.mentee)
      #expect(planned == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `it is gone once they met, called it off, or ended`(_ engine: Engine) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.plan(pair, as: pair.mentee)
      // A meeting before it leaves it where it is.
      try await ground.meet(pair, 30, on: Ground.Days.january)
      #expect(try await ground.next(pair, as: pair.mentor) != nil)
      try await ground.meet(pair, 30, on: day("2027-01-21"))
      #expect(try await ground.next(pair, as: pair.mentor) == nil)
      let again = day("2027-02-18")
      try await ground.plan(pair, as: pair.mentor, on: again)
      try await ground.callOff(pair, as: pair.mentee, seeing: ground.mark(pair))
      #expect(try await ground.next(pair, as: pair.mentor) == nil)
      try await ground.plan(pair, as: pair.mentor, on: again)
      try await ground.finish(pair)
      #expect(try await ground.next(pair, as: pair.mentor) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `both are reminded of the agreement once, and not when it is signed`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      func pass(_ text: String) async throws -> Int {
        let now = try #require(Instant(text: text))
        return try await ground.store.write { writer in
          try AgreementReminder.pass(in: TestWorld.make(at: now), writer: writer)
        }
      }
      // Pairs begin on December 7.
      #expect(try await pass("2026-12-20T15:00:00.000Z") == 0)
      #expect(try await pass("2026-12-21T15:00:00.000Z") == 1)
      #expect(try await pass("2026-12-22T15:00:00.000Z") == 0)
      let due = try await ground.stage.see(as: pair.mentor) { viewer, reader in
        try PairDue.all(viewer: viewer, reader: reader)
      }
      #expect(due.isEmpty)
      try await ground.propose(pair)
      let waiting = try await ground.stage.see(as: pair.mentor) { viewer, reader in
        try PairDue.all(viewer: viewer, reader: reader)
      }
      #expect(waiting.map(\.isToSign) == [true])
    }
  }
}

extension Ground {
  fileprivate func plan(
    _ pair: MentoringPair, as person: PersonID, seeing seen: String = "",
    on planned: Day = day("2027-01-20"), forGroup: Bool = false
  ) async throws {
    let world = world
    var draft = NextMeetingDraft(
      day: planned, clock: try #require(ClockTime(text: "17:30")), minutes: 45)
    draft.seen = seen
    draft.isForGroup = forGroup
    let kept = draft
    try await stage.act(as: person, on: Days.january) { viewer, writer in
      try NextMeeting.plan(kept, for: pair.id, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func callOff(
    _ pair: MentoringPair, as person: PersonID, seeing seen: String
  ) async throws {
    let world = world
    try await stage.act(as: person, on: Days.january) { viewer, writer in
      try NextMeeting.callOff(seen, of: pair.id, by: viewer, in: world, writer: writer)
    }
  }

  /// What a page of the mentee would send back of the meeting that it shows.
  fileprivate func mark(_ pair: MentoringPair) async throws -> String {
    try #require(try await next(pair, as: pair.mentee)).mark
  }

  fileprivate func name(_ person: PersonID) async throws -> String {
    try await store.read { reader in
      try #require(try Directory.names(of: [person], reader: reader)[person])
    }
  }

  fileprivate func next(_ pair: MentoringPair, as person: PersonID?) async throws -> NextMeeting? {
    try await stage.see(as: person) { viewer, reader in
      try NextMeeting.of(pair.id, viewer: viewer, reader: reader)
    }
  }

  fileprivate func propose(_ pair: MentoringPair) async throws {
    let world = world
    let terms = AgreementDraft(
      aims: "One paper.", meetEvery: 4, confidence: "All of it.", endsOn: Days.end)
    try await stage.act(as: pair.mentee, on: Days.january) { viewer, writer in
      try Agreement.propose(terms, for: pair.id, by: (viewer, world), writer: writer)
    }
  }
}
