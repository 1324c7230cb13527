import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What the office reads of a cycle: days and numbers.
@Suite struct OverviewTests {
  @Test(arguments: Engine.available)
  func `the funnel counts people, then pairs, and leaves out who declined`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.enroll(cast.other, ground.mentee())
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      let pair = try #require(try await ground.pairUp().first)
      #expect(try await ground.funnel() == [2, 1, 1, 1, 1, 0, 0, 0])
      try await ground.agree(pair)
      try await ground.meet(pair, 30, on: day("2026-12-10"))
      #expect(try await ground.funnel() == [2, 1, 1, 1, 1, 1, 1, 0])
      try await ground.finish(pair)
      #expect(try await ground.funnel() == [2, 1, 1, 1, 1, 1, 1, 1])
      try await ground.store.write { writer in
        try writer.execute("UPDATE mentoring_pair SET state = 'declined'")
      }
      #expect(try await ground.funnel() == [2, 1, 1, 1, 0, 0, 0, 0])
    }
  }

  @Test(arguments: Engine.available)
  func `a pair is at risk when it never met, has no agreement, or says so itself`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
      let pair = try #require(try await ground.pairUp().first)
      // Pairs begin on December 7: four weeks end on January 4.
      #expect(try await ground.risks(on: day("2027-01-03")) == [])
      #expect(
        try await ground.risks(on: day("2027-01-04"))
          == [.neverMet(weeks: 4), .unsigned(weeks: 4)])
      try await ground.meet(pair, 30, on: day("2027-01-05"))
      #expect(try await ground.risks(on: Ground.Days.january) == [.unsigned(weeks: 5)])
      try await ground.agree(pair)
      #expect(try await ground.risks(on: Ground.Days.january) == [])
      let late = try #require(Instant(text: "2027-03-10T15:00:00.000Z"))
      let flagged = try await ground.store.write { writer in
        try MissedMeetings.pass(in: TestWorld.make(at: late), writer: writer)
      }
      #expect(flagged == 1)
      let missed = PairStanding.Risk.missed(since: day("2027-03-10"))
      #expect(try await ground.risks(on: day("2027-03-11")) == [missed])
      // An answer that is for oneself tells the office nothing.
      try await ground.answer(.not, tellingOffice: false, pair)
      #expect(try await ground.risks(on: day("2027-03-11")) == [missed])
      try await ground.answer(.not, tellingOffice: true, pair)
      #expect(try await ground.risks(on: day("2027-03-11")) == [.troubled, missed])
      try await ground.finish(pair, on: day("2027-03-11"))
      #expect(try await ground.risks(on: day("2027-03-12")) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that never met is at risk after the weeks that both have signed`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
      let pair = try #require(try await ground.pairUp().first)
      try await ground.agree(pair, every: 8)
      // Eight weeks from December 7 end on February 1; the cycle has four.
      #expect(try await ground.risks(on: day("2027-01-31")) == [])
      #expect(try await ground.risks(on: day("2027-02-01")) == [.neverMet(weeks: 8)])
    }
  }

  @Test(arguments: Engine.available)
  func `a pair is at risk for not meeting until the last day that both have signed`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
      let pair = try #require(try await ground.pairUp().first)
      try await ground.agree(pair, until: day("2027-02-10"))
      #expect(try await ground.missed(on: "2027-02-03T15:00:00.000Z") == 1)
      #expect(
        try await ground.risks(on: day("2027-02-10"))
          == [.missed(since: day("2027-02-03")), .neverMet(weeks: 9)])
      #expect(try await ground.risks(on: day("2027-02-11")) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `hours are several meetings of one academic year added up, and of one meeting nothing`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.other, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(3, ground.topics[0]))
      try await ground.enroll(cast.surgeon, ground.mentor(1))
      let pairs = try await ground.pairUp()
      #expect(try await ground.load().map(\.person) == [cast.faculty, cast.surgeon])
      try await ground.meet(pairs[0], 95, on: day("2026-12-10"))
      var load = try #require(try await ground.load().first)
      #expect(load.meetings == 1 && load.halfHours == 0 && !load.isTold)
      try await ground.meet(pairs[1], 20, on: day("2026-12-11"))
      load = try #require(try await ground.load().first)
      #expect(load.isTold)
      // 115 minutes are nearest to two hours.
      #expect((load.places, load.pairs, load.meetings, load.halfHours) == (3, 2, 2, 4))
      let next = try #require(try await ground.load(of: 2027).first)
      #expect((next.pairs, next.meetings, next.halfHours) == (2, 0, 0))
    }
  }

  @Test(arguments: Engine.available)
  func `whoever has nobody is told of with the reason of the matching`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let topic = ground.topics[0]
      let third = try await ground.hire("Tim", in: cast.generalSurgery)
      let idle = try await ground.hire("Ida")
      try await ground.take(cast.trainee, ground.mentee(topic))
      try await ground.take(cast.other, ground.mentee())
      try await ground.take(cast.faculty, ground.mentor(1, topic))
      #expect(try await ground.unmatched() == nil)
      let pair = try #require(try await ground.pairUp().first)
      #expect(pair.mentee == cast.trainee)
      #expect(try await ground.unmatched() == [cast.other: .without(.outbid)])
      try await ground.take(third, ground.mentee(topic))
      try await ground.take(idle, ground.mentor(1, topic))
      var found = try await ground.unmatched()
      #expect(found?[third] == .cameLater && found?[idle] == .cameLater)
      try await ground.finish(pair, .endedEarly)
      found = try await ground.unmatched()
      #expect(found?[cast.trainee] == .pairEnded(.endedEarly))
      #expect(found?[cast.faculty] == .pairEnded(.endedEarly))
    }
  }

  @Test(arguments: Engine.available)
  func `of each cycle it is told how many pairs were completed and how many people came back`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.other, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(2, ground.topics[0]))
      let pairs = try await ground.pairUp()
      #expect(try await ground.outcomes().map(\.completion) == [nil])
      #expect(try await ground.outcomes().map(\.retention) == [nil])
      try await ground.finish(pairs[0])
      try await ground.finish(pairs[1], .endedEarly)
      let next = try await ground.cloned()
      try await ground.enroll(
        cast.faculty, ground.mentor(2, ground.topics[0]), in: next, on: day("2027-11-05"))
      // While people enroll in the next one, nobody can be missing yet.
      #expect(try await ground.outcomes().map(\.returned) == [nil, nil])
      try await ground.move(to: .matching, next)
      let outcomes = try await ground.outcomes()
      #expect(outcomes.map(\.completion) == [50, nil])
      #expect(outcomes.map(\.retention) == [33, nil])
      #expect(outcomes[0].returned == 1 && outcomes[1].returned == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the office reads any of it`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.pairUp()
      for (role, person) in ground.cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.standings(as: person ?? PersonID(stored: "nobody"))
        }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try MentorLoad.all(
              in: AcademicYear(startYear: 2026, start: .july1), viewer: viewer, reader: reader
            ).count
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          _ = try await ground.stage.see(as: person) { viewer, reader in
            try CycleOutcome.all(of: ground.program, viewer: viewer, reader: reader).count
          }
        }
      }
    }
  }
}

extension Ground {
  fileprivate func funnel() async throws -> [Int] {
    let cycle = cycle
    let standings = try await standings()
    return try await stage.see(as: cast.office) { office, reader in
      let enrollments = try Enrollment.all(in: cycle, viewer: office, reader: reader)
      return CycleFunnel(enrollments, standings, of: .pairs).lines.map(\.count)
    }
  }

  fileprivate func risks(on day: Day) async throws -> [PairStanding.Risk] {
    try await standings(on: day).flatMap { $0.risks(on: day) }
  }

  fileprivate func answer(
    _ answer: Pulse.Answer, tellingOffice: Bool, _ pair: MentoringPair
  ) async throws {
    try await stage.act(as: pair.mentee) { viewer, writer in
      let asked = try Pulse.own(of: pair.id, viewer: viewer, reader: writer)
      for one in asked {
        try Pulse.answer(
          one.id, answer.rawValue, tellingOffice: tellingOffice, by: viewer, writer: writer)
      }
    }
  }

  fileprivate func load(of year: Int = 2026) async throws -> [MentorLoad] {
    try await stage.see(as: cast.office) { office, reader in
      try MentorLoad.all(
        in: AcademicYear(startYear: year, start: .july1), viewer: office, reader: reader)
    }
  }

  fileprivate func unmatched() async throws -> [PersonID: Unmatched.Reason]? {
    let id = cycle
    let standings = try await standings()
    let search = try await stage.see(as: cast.office) { office, reader in
      let cycle = try MentoringCycle.find(id, viewer: office, reader: reader)
      let enrollments = try Enrollment.all(in: id, viewer: office, reader: reader)
      return try UnmatchedSearch(
        enrollments, standings, in: cycle, viewer: office, reader: reader)
    }
    guard let search else { return nil }
    return Dictionary(
      uniqueKeysWithValues: try search.answers().map { ($0.person, $0.reason) })
  }

  fileprivate func outcomes() async throws -> [CycleOutcome] {
    let program = program
    return try await stage.see(as: cast.office) { office, reader in
      try CycleOutcome.all(of: program, viewer: office, reader: reader)
    }
  }

  fileprivate func cloned() async throws -> ID<MentoringCycle> {
    let (world, cycle) = (world, cycle)
    return try await stage.act(as: cast.office) { office, writer in
      let typed = ["title": "Next winter", "enroll_from": "2027-11-01"]
      return try MentoringCycle.clone(cycle, by: office, in: world, writer: writer) {
        typed[$0] ?? ""
      }
    }
  }
}
