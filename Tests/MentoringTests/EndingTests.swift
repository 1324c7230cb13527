import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// How pairs and cycles come to their end by themselves.
@Suite struct EndingTests {
  @Test(arguments: Engine.available)
  func `a pair is completed the day after its cycle's last, once`(_ engine: Engine) async throws {
    try await withPair(engine) { ground, pair in
      #expect(try await ground.endings(on: "2027-06-30T15:00:00.000Z") == 0)
      #expect(try await ground.endings(on: "2027-07-01T15:00:00.000Z") == 1)
      #expect(try await ground.endings(on: "2027-07-02T15:00:00.000Z") == 0)
      let ended = try #require(try await ground.pairs().first)
      #expect(ended.state == .completed)
      #expect(ended.endedOn == day("2027-06-30"))
      #expect(try await ground.told(pair.mentee).last?.contains("is over") == true)
      try await ground.move(to: .closed)
    }
  }

  @Test(arguments: Engine.available)
  func `no pair is published once its cycle's last day is over`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(ground.cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.move(to: .matching)
      let run = try await ground.match()
      await #expect(throws: MentoringRefusal.self) {
        try await ground.publish(run, on: Ground.plan.endsOn.adding(days: 1))
      }
      #expect(try await ground.pairs().isEmpty)
      try await ground.publish(run, on: Ground.plan.endsOn)
      #expect(try await ground.pairs().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `those who were in a program that was closed keep what they wrote`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.agree(pair)
      try await ground.finish(pair)
      try await ground.move(to: .closed)
      let program = ground.program
      try await ground.stage.act(as: ground.cast.office) { office, writer in
        try MentoringProgram.close(program, by: office, writer: writer)
      }
      let copy = try await ground.stage.see(as: pair.mentee) { viewer, reader in
        try OwnMentoring(viewer: viewer, reader: reader)
      }
      #expect(copy.pairs.map(\.agreements.count) == [1])
      let listed = try await ground.stage.see(as: pair.mentee) { viewer, reader in
        try MentoringProgram.all(viewer: viewer, reader: reader).count
      }
      #expect(listed == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is paired late has as long as everybody before they are asked`(
    _ engine: Engine
  ) async throws {
    try await withPair(engine) { ground, pair in
      try await ground.store.write { writer in
        try writer.execute(
          """
          UPDATE mentoring_pair SET paired_at = '2027-03-01T12:00:00.000Z' WHERE id = \(pair.id)
          """)
      }
      #expect(try await ground.missed(on: "2027-04-26T15:00:00.000Z") == 0)
      #expect(try await ground.missed(on: "2027-04-27T15:00:00.000Z") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `what was said of shared experience goes with counsel's reference`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      var plan = Ground.plan
      plan.experienceReference = "OGC-12"
      try await ground.replan(plan)
      var draft = ground.mentee(ground.topics[0])
      draft.experience = "First of my family."
      let id = try await ground.take(ground.cast.trainee, draft)
      func said() async throws -> String {
        try await ground.stage.see(as: ground.cast.trainee) { viewer, reader in
          try Enrollment.find(id, viewer: viewer, reader: reader).experience
        }
      }
      let before = try await said()
      #expect(before == "First of my family.")
      try await ground.replan(Ground.plan)
      let after = try await said()
      #expect(after.isEmpty)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody decides on a pair of which they are one`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      let mentee = try await ground.take(ground.cast.trainee, ground.mentee(ground.topics[0]))
      let own = try await ground.enroll(ground.cast.office, ground.mentor(1))
      try await ground.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_enrollment SET state = 'approved' WHERE id = \(own)")
      }
      await #expect(throws: MentoringRefusal.ownEnrollment) {
        try await ground.set(MentoringDecision(.lock, mentee: mentee, mentor: own))
      }
    }
  }
}

extension Ground {
  fileprivate func endings(on moment: String) async throws -> Int {
    let now = try #require(Instant(text: moment))
    return try await store.write { writer in
      try PairsEnd.pass(in: TestWorld.make(at: now), writer: writer)
    }
  }
}
