import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Publishing pairs, and what is checked again when it is done.
@Suite struct PublishTests {
  @Test(arguments: Engine.available)
  func `both sides are told, with who writes first and until when they can decline`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first)
      #expect(pair.mentee == cast.trainee && pair.mentor == cast.faculty)
      #expect(pair.declineUntil == TestWorld.today.adding(days: 7))
      let mentee = try #require(try await ground.told(cast.trainee).last)
      #expect(mentee.contains("You write first"))
      #expect(mentee.contains(pair.declineUntil.words))
      #expect(try await ground.told(cast.faculty).last?.contains("They write first") == true)
      for (role, person) in cast.viewers {
        let found = try? await ground.stage.see(as: person) { viewer, reader in
          try MentoringPair.find(pair.id, viewer: viewer, reader: reader)
        }
        #expect((found != nil) == ["office", "trainee", "faculty"].contains(role), "\(role)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `each reads what the other enrolled with while they are a pair, and nobody else does`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first)
      for (role, person) in cast.viewers {
        let goals = try await ground.counterpart(pair.id, of: person)?.goals
        let expected: String? =
          switch role {
          case "faculty": "To find my way."
          case "trainee": ""
          default: nil
          }
        #expect(goals == expected, "\(role)")
      }
      let chosen = try await ground.counterpart(pair.id, of: cast.faculty)?.chosen.map(\.name)
      #expect(chosen == ["Research"])
      try await ground.decline(pair.id, as: cast.trainee)
      #expect(try await ground.counterpart(pair.id, of: cast.faculty) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `the audit trail says that someone took part, and names nobody`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first)
      try await ground.decline(pair.id, as: ground.cast.faculty)
      let rows = try await ground.store.read { reader in
        try reader.rows(
          """
          SELECT act, actor, subject, detail FROM audit_entry
          WHERE substr(act, 1, 9) = 'mentoring' ORDER BY number
          """
        ).map { row in
          (
            act: try row.text("act"), actor: try row.textOrNil("actor"),
            said: try row.text("subject") + row.text("detail")
          )
        }
      }
      let named = rows.filter { $0.actor != nil }
      #expect(Set(named.map(\.actor)) == [ground.cast.office.text])
      let unnamed = rows.filter { $0.actor == nil }.map(\.act)
      #expect(
        unnamed == ["mentoring.enrolled", "mentoring.enrolled", "mentoring.pair_declined"])
      for person in [ground.cast.trainee, ground.cast.faculty] {
        #expect(!rows.contains { $0.said.contains(person.text) })
      }
    }
  }

  @Test(arguments: Engine.available)
  func `either side declines in the first days, and nobody else, and not later`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let pair = try #require(try await ground.pairs().first)
      for person in [cast.office, cast.other, cast.director] {
        await #expect(throws: Absent.self) { try await ground.decline(pair.id, as: person) }
      }
      await #expect(throws: MentoringRefusal.declineIsOver(pair.declineUntil)) {
        try await ground.decline(
          pair.id, as: cast.trainee, on: pair.declineUntil.adding(days: 1))
      }
      try await ground.decline(pair.id, as: cast.trainee, on: pair.declineUntil)
      #expect(try await ground.pairs().map(\.state) == [.declined])
      await #expect(throws: MentoringRefusal.pairIsOver) {
        try await ground.decline(pair.id, as: cast.faculty)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what has changed since is named, and nothing is published`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      let run = try await ground.match()
      try await ground.stage.act(as: cast.trainee) { trainee, writer in
        try Avoidance.add(cast.faculty, by: trainee, writer: writer)
      }
      let sentence = await ground.refusal(of: run)
      #expect(sentence?.contains("1 pair cannot be made") == true)
      #expect(sentence?.contains("wish") == false)
      #expect(try await ground.pairs() == [])
      try await ground.stage.act(as: cast.trainee) { trainee, writer in
        try Avoidance.remove(cast.faculty, by: trainee, writer: writer)
      }
      try await ground.publish(run)
      #expect(try await ground.pairs().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `places count across all programs, and of two that take the last one wins`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      let other = try await ground.otherCycle()
      try await ground.take(cast.other, ground.mentee(ground.topics[0]), in: other)
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]), in: other)
      try await ground.move(to: .matching, other)
      let runs = [try await ground.match(), try await ground.match(other)]
      let refused = await withTaskGroup(of: String?.self) { group in
        for run in runs { group.addTask { await ground.refusal(of: run) } }
        return await group.reduce(into: [String]()) { $0 += [$1].compactMap(\.self) }
      }
      #expect(refused.count == 1)
      #expect(refused.first?.contains("Frank") == true)
      let active = try await ground.store.read { reader in
        try reader.number("SELECT count(*) FROM mentoring_pair WHERE state = 'active'")
      }
      #expect(active == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that was set by hand since is not passed over, nor is one of whom one is missing`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let mentee = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      let other = try await ground.take(cast.steward, ground.mentor(1))
      try await ground.move(to: .matching)
      let run = try await ground.match()
      try await ground.set(MentoringDecision(.lock, mentee: mentee, mentor: other))
      let sentence = await ground.refusal(of: run)
      #expect(sentence?.contains("A pair that you set by hand is not among them.") == true)
      #expect(try await ground.pairs() == [])
      // The mentor of the pair is looked at again.
      try await ground.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_enrollment SET state = 'submitted' WHERE id = \(other)")
      }
      let missing = await ground.refusalToPrepare()
      #expect(missing?.contains("What you have set by hand is no longer possible") == true)
      try await ground.decide(other)
      try await ground.publish(try await ground.match())
      #expect(try await ground.pairs().map(\.mentor) == [cast.steward])
    }
  }

  @Test(arguments: Engine.available)
  func `a matching without a pair is not published`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee())
      try await ground.take(cast.faculty, ground.mentor(0))
      try await ground.move(to: .matching)
      let run = try await ground.match()
      await #expect(throws: MentoringRefusal.noPairs) { try await ground.publish(run) }
    }
  }

  @Test(arguments: Engine.available)
  func `what was computed from other inputs is not kept`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      try await ground.readyPair()
      let solved = try await ground.prepare().solve()
      try await ground.stage.act(as: ground.cast.office) { office, writer in
        try CycleWeights([.hours: 1]).set(in: ground.cycle, by: office, writer: writer)
      }
      await #expect(throws: MentoringRefusal.self) { _ = try await ground.keep(solved) }
    }
  }
}

extension Ground {
  fileprivate func otherCycle() async throws -> ID<MentoringCycle> {
    let world = world
    return try await stage.act(as: cast.office) { office, writer in
      let program = try MentoringProgram.found(
        MentoringProgramDraft(name: "Scholars", purpose: "Research.", commitments: "Write."),
        by: office, in: world, writer: writer)
      return try MentoringCycle.begin(
        CycleDraft(title: "Scholars", plan: Ground.plan), of: program, by: office, in: world,
        writer: writer)
    }
  }

  fileprivate func counterpart(
    _ pair: ID<MentoringPair>, of person: PersonID?
  ) async throws -> Counterpart? {
    try await stage.see(as: person) { viewer, reader in
      try Counterpart.of(pair, viewer: viewer, reader: reader)
    }
  }

  fileprivate func decline(
    _ pair: ID<MentoringPair>, as person: PersonID, on today: Day = TestWorld.today
  ) async throws {
    let world = world
    try await stage.act(as: person, on: today) { viewer, writer in
      try MentoringPair.decline(pair, by: viewer, in: world, writer: writer)
    }
  }

  /// How many the home page says have nobody any more.
  fileprivate func alone(
    before person: PersonID, on today: Day = TestWorld.today
  ) async throws -> Int {
    try await stage.see(as: person, on: today) { viewer, reader in
      try MentoringDue.all(viewer: viewer, reader: reader).reduce(0) { $0 + $1.alone }
    }
  }

  /// Why nothing is matched; nil where it is.
  fileprivate func refusalToPrepare() async -> String? {
    do {
      _ = try await prepare()
      return nil
    } catch { return (error as? any Refusal)?.sentence ?? "\(error)" }
  }

  /// The office ends a pair, and its mentee goes on with somebody else.
  fileprivate func transfer(_ pair: ID<MentoringPair>) async throws {
    let world = world
    try await stage.act(as: cast.office) { office, writer in
      try MentoringPair.end(pair, as: .transferred, by: office, in: world, writer: writer)
    }
  }

  /// Why a run is not published; nil where it is.
  fileprivate func refusal(of run: ID<MatchingRun>) async -> String? {
    do {
      try await publish(run)
      return nil
    } catch { return (error as? any Refusal)?.sentence ?? "\(error)" }
  }
}

/// Matching again while pairs meet.
@Suite struct RematchTests {
  @Test(arguments: Engine.available)
  func `whoever comes late or lost a pair is matched, and pairs that meet stay`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let first = try #require(try await ground.pairs().first)
      let late = try await ground.hire("Lea", in: cast.generalSurgery)
      let mentor = try await ground.hire("Mia")
      try await ground.take(late, ground.mentee(ground.topics[0]))
      try await ground.take(mentor, ground.mentor(2, ground.topics[0]))
      try await ground.publish(try await ground.match())
      var pairs = try await ground.pairs()
      #expect(pairs.count == 2 && pairs.contains(first))
      #expect(pairs.contains { $0.mentee == late && $0.mentor == mentor })
      // Who was declined is matched with somebody else, not with the same; the office is reminded.
      #expect(try await ground.alone(before: cast.office) == 0)
      try await ground.decline(first.id, as: cast.faculty)
      #expect(try await ground.alone(before: cast.office) == 1)
      #expect(try await ground.alone(before: cast.director) == 0)
      let over = Ground.plan.endsOn.adding(days: 1)
      #expect(try await ground.alone(before: cast.office, on: over) == 0)
      try await ground.publish(try await ground.match())
      pairs = try await ground.pairs().filter { $0.state == .active }
      #expect(pairs.contains { $0.mentee == cast.trainee && $0.mentor == mentor })
      #expect(pairs.count == 2)
      #expect(try await ground.alone(before: cast.office) == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `a mentee who goes on with somebody else is not matched with the same one again`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      let first = try #require(try await ground.pairs().first)
      try await ground.transfer(first.id)
      let alone = try await ground.prepare().solve()
      #expect(alone.matched == 0)
      let mentor = try await ground.hire("Mia")
      try await ground.take(mentor, ground.mentor(1, ground.topics[0]))
      try await ground.publish(try await ground.match())
      let pairs = try await ground.pairs().filter { $0.state == .active }
      #expect(pairs.map(\.mentee) == [cast.trainee])
      #expect(pairs.map(\.mentor) == [mentor])
    }
  }

  @Test(arguments: Engine.available)
  func `whoever has completed a pair is not matched again, and their mentor is free`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.readyPair()
      try await ground.publish(try await ground.match())
      try await ground.finish(try #require(try await ground.pairs().first))
      let late = try await ground.hire("Lea", in: cast.generalSurgery)
      try await ground.take(late, ground.mentee(ground.topics[0]))
      #expect(try await ground.prepare().menteeCount == 1)
      try await ground.publish(try await ground.match())
      let pairs = try await ground.pairs().filter { $0.state == .active }
      #expect(pairs.map(\.mentee) == [late])
      #expect(pairs.map(\.mentor) == [cast.faculty])
    }
  }
}
