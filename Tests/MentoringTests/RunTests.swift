import Kernel
import Matching
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Matching a cycle: frozen inputs, the best pairs with their proof, decisions by hand.
@Suite struct RunTests {
  @Test(arguments: Engine.available)
  func `the best pairs are found, with a proof that is checked`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let wishing = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      let other = try await ground.take(cast.other, ground.mentee(ground.topics[1]))
      let researcher = try await ground.take(
        cast.faculty, ground.mentor(1, ground.topics[0], ground.topics[1]))
      let colleague = try await ground.hire("Rosa")
      let second = try await ground.take(colleague, ground.mentor(1, ground.topics[0]))
      try await ground.move(to: .matching)
      let solved = try await ground.prepare().solve()
      guard case .points(let problem, let assignment) = solved.answer else {
        Issue.record("It was not matched by points.")
        return
      }
      #expect(problem.flaw(of: assignment) == nil)
      let run = try await ground.keep(solved)
      let pairs = try await ground.pairs(of: run)
      #expect(pairs.map(\.mentee) == [wishing, other])
      #expect(pairs.map(\.mentor) == [second, researcher])
      #expect(pairs.allSatisfy { $0.points == 1000 })
      let kept = try await ground.stage.see(as: cast.office) { office, reader in
        try MatchingRun.find(run, viewer: office, reader: reader)
      }
      #expect(kept.total == 2000 && kept.bound == 2000 && kept.matched == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `the same inputs give the same pairs, and are kept as they were`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      for name in ["Ines", "Jo", "Kim", "Lu"] {
        let trainee = try await ground.hire(name, in: ground.cast.generalSurgery)
        try await ground.take(trainee, ground.mentee(ground.topics[0]))
      }
      for name in ["Mara", "Nils"] {
        try await ground.take(try await ground.hire(name), ground.mentor(1, ground.topics[0]))
      }
      try await ground.move(to: .matching)
      let first = try await ground.match()
      let text = try await ground.inputs(of: first)
      let pairs = try await ground.pairs(of: first)
      #expect(pairs.count == 2)
      let again = try await ground.match()
      #expect(try await ground.pairs(of: again) == pairs)
      #expect(try await ground.inputs(of: again) == text)
      let readAgain = try FrozenInputs(text: text).text()
      #expect(readAgain == text)
      // One waits; the earlier one does not any more.
      await #expect(throws: MentoringRefusal.runIsOver) { try await ground.publish(first) }
      try await ground.publish(again)
      await #expect(throws: MentoringRefusal.self) { try await ground.publish(again) }
    }
  }

  @Test(arguments: Engine.available)
  func `what the office decides by hand holds, and the rest is best around it`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let wishing = try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      let other = try await ground.take(cast.other, ground.mentee(ground.topics[0]))
      let one = try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      let two = try await ground.take(try await ground.hire("Rosa"), ground.mentor(1))
      try await ground.set(MentoringDecision(.lock, mentee: wishing, mentor: two))
      await #expect(throws: MentoringRefusal.noPlace) {
        try await ground.set(MentoringDecision(.lock, mentee: other, mentor: two))
      }
      await #expect(throws: MentoringRefusal.lockedElsewhere) {
        try await ground.set(MentoringDecision(.lock, mentee: wishing, mentor: one))
      }
      try await ground.move(to: .matching)
      let locked = try await ground.pairs(of: try await ground.match())
      #expect(locked.map { [$0.mentee, $0.mentor] } == [[wishing, two], [other, one]])
      // In its place a ban: nobody is forced together, and each gets the other one.
      try await ground.set(MentoringDecision(.ban, mentee: wishing, mentor: two))
      try await ground.set(MentoringDecision(.ban, mentee: other, mentor: two))
      let banned = try await ground.pairs(of: try await ground.match())
      #expect(banned.map { [$0.mentee, $0.mentor] } == [[wishing, one]])
    }
  }

  @Test(arguments: Engine.available)
  func `weights change who is matched with whom`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      let evening = WeekHours([
        (day: 0, block: 6), (day: 1, block: 6), (day: 2, block: 6), (day: 3, block: 6),
      ])
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0], hours: evening))
      let topical = try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      let free = try await ground.take(
        try await ground.hire("Rosa"), ground.mentor(1, hours: evening))
      try await ground.move(to: .matching)
      #expect(try await ground.pairs(of: try await ground.match()).map(\.mentor) == [topical])
      try await ground.stage.act(as: cast.office) { office, writer in
        try CycleWeights([.hours: 10, .topics: 1]).set(
          in: ground.cycle, by: office, writer: writer)
      }
      #expect(try await ground.pairs(of: try await ground.match()).map(\.mentor) == [free])
      await #expect(throws: Problems.self) {
        try await ground.stage.act(as: cast.office) { office, writer in
          try CycleWeights([.hours: 11]).set(in: ground.cycle, by: office, writer: writer)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `why somebody has no mentor is answered from the proof`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(
        cast.trainee, ground.mentee(ground.topics[0], ground.topics[1]))
      let other = try await ground.take(
        cast.other, ground.mentee(ground.topics[0], ground.topics[2]))
      let mentor = try await ground.take(
        cast.faculty, ground.mentor(1, ground.topics[0], ground.topics[1]))
      try await ground.move(to: .matching)
      let answers = try MatchingAnswers(try await ground.prepare())
      guard case .points(let why) = try answers.why(other) else {
        Issue.record("Points answer by points.")
        return
      }
      #expect(why.reason == .outbid)
      let alternative = try #require(why.alternatives.first)
      #expect(alternative.mentor == answers.solved.inputs.index(ofMentor: mentor))
      #expect(alternative.loss == .init(people: 0, points: 500))
      let gaining = try answers.without(.evaluator).gaining
      #expect(gaining == [])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the office makes, reads or publishes a matching`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.move(to: .matching)
      let (run, world) = (try await ground.match(), ground.world)
      for (role, person) in cast.viewers where role != "office" {
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.see(as: person) { viewer, reader in
            try MatchingRun.find(run, viewer: viewer, reader: reader).total
          }
        }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.stage.act(as: person) { viewer, writer in
            try MatchingRun.publish(run, by: viewer, in: world, writer: writer)
          }
        }
        let own = try await ground.stage.see(as: person) { viewer, reader in
          try MentoringPair.own(viewer: viewer, reader: reader).count
        }
        #expect(own == 0, "\(role)")
      }
    }
  }
}

extension Ground {
  fileprivate func inputs(of run: ID<MatchingRun>) async throws -> String {
    try await stage.see(as: cast.office) { office, reader in
      try MatchingRun.find(run, viewer: office, reader: reader)
        .inputs(viewer: office, reader: reader).text()
    }
  }
}
