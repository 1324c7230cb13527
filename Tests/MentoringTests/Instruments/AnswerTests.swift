import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is asked when, and who reads what they answered.
@Suite struct AnswerTests {
  @Test(arguments: Engine.available)
  func `before is asked from matching until 28 days after the first day`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      try await ground.choose(try await ground.load())
      try await ground.take(trainee, ground.mentee())
      #expect(try await ground.asked(trainee, on: TestWorld.today) == [])
      try await ground.move(to: .matching)
      #expect(try await ground.asked(trainee, on: TestWorld.today) == [.before])
      #expect(try await ground.asked(trainee, on: Ground.lastBefore) == [.before])
      #expect(try await ground.asked(trainee, on: Ground.lastBefore.adding(days: 1)) == [])
      #expect(try await ground.asked(ground.cast.other, on: TestWorld.today) == [])
    }
  }

  @Test(arguments: Engine.available)
  func `after is asked around the last day, also once the pair or the cycle is over`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.choose(try await ground.load())
      let (mentees, mentors) = try await ground.pairUp(mentees: 2, mentors: 1)
      try await ground.answer([1, 1, 1], as: mentees[0], on: Ground.lastBefore)
      try await ground.store.write { writer in
        try writer.execute(
          "UPDATE mentoring_pair SET state = 'ended_early', ended_on = \(Ground.lastBefore)")
      }
      try await ground.move(to: .closed)
      #expect(try await ground.asked(mentees[0], on: Ground.firstAfter.adding(days: -1)) == [])
      #expect(try await ground.asked(mentees[0], on: Ground.firstAfter) == [.after])
      #expect(try await ground.asked(mentees[0], on: Ground.lastAfter) == [.after])
      #expect(try await ground.asked(mentees[0], on: Ground.lastAfter.adding(days: 1)) == [])
      // Of those who did not answer before no change could be counted.
      #expect(try await ground.asked(mentees[1], on: Ground.firstAfter) == [])
      #expect(try await ground.asked(mentors[0], on: Ground.firstAfter) == [])
      await #expect(throws: Absent.self) {
        try await ground.answer([1, 1, 1], as: mentees[1], on: Ground.firstAfter)
      }
    }
  }

  @Test func `in a short cycle the days before and after never meet`() {
    var plan = Ground.plan
    for days in 28...200 {
      plan.endsOn = plan.beginsOn.adding(days: days)
      let before = AnswerMoment.before.window(of: plan)
      let after = AnswerMoment.after.window(of: plan)
      #expect(before.upperBound < after.lowerBound, "\(days)")
      #expect(before.upperBound > plan.beginsOn && after.lowerBound < plan.endsOn)
    }
  }

  @Test(arguments: Engine.available)
  func `all sentences are answered or none, and an answer can be changed and deleted`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      try await ground.choose(try await ground.load())
      try await ground.take(trainee, ground.mentee())
      try await ground.move(to: .matching)
      for points in [[1, 2], [1, 2, 6], [0, 2, 3], []] {
        let problems = await #expect(throws: Problems.self) {
          try await ground.answer(points, as: trainee, on: TestWorld.today)
        }
        #expect(problems?.all.allSatisfy { $0.field?.hasPrefix("item-") == true } == true)
      }
      #expect(try await ground.answers(as: trainee) == [])
      try await ground.answer([1, 2, 3], as: trainee, on: TestWorld.today)
      try await ground.answer([5, 4, 3], as: trainee, on: Ground.lastBefore)
      let kept = try await ground.answers(as: trainee)
      #expect(kept.map(\.points) == [[5, 4, 3]] && kept.map(\.side) == [.mentee])
      #expect(kept.map(\.moment) == [.before] && kept.map(\.answeredOn) == [Ground.lastBefore])
      await #expect(throws: InstrumentRefusal.notAsked) {
        try await ground.answer([1, 1, 1], as: trainee, on: Ground.lastBefore.adding(days: 1))
      }
      try await ground.forget(as: trainee)
      #expect(try await ground.answers(as: trainee) == [])
      await #expect(throws: Absent.self) { try await ground.forget(as: trainee) }
    }
  }

  @Test(arguments: Engine.available)
  func `nobody but the person reads an answer, and no trail tells that there is one`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let cast = ground.cast
      try await ground.choose(try await ground.load())
      try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
      try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
      try await ground.move(to: .matching)
      try await ground.publish(try await ground.match())
      let last = try await ground.stage.lastAct()
      try await ground.answer([1, 2, 3], as: cast.trainee, on: TestWorld.today)
      #expect(try await ground.stage.lastAct() == last)
      let cycle = ground.cycle
      for (role, person) in cast.viewers where role != "trainee" {
        #expect(try await ground.answers(as: person) == [], "\(role)")
        let copy = try await ground.stage.see(as: person) { viewer, reader in
          try OwnMentoring(viewer: viewer, reader: reader).answers.count
        }
        #expect(copy == 0, "\(role)")
        let questions = try? await ground.stage.see(as: person) { viewer, reader in
          try Questions(of: cycle, viewer: viewer, reader: reader)
        }
        // The other of the pair is asked too, and reads nothing.
        #expect(questions?.own ?? [] == [], "\(role)")
        #expect((questions != nil) == (role == "faculty"), "\(role)")
      }
      let own = try await ground.stage.see(as: cast.trainee) { viewer, reader in
        try OwnMentoring(viewer: viewer, reader: reader).answers
      }
      #expect(own.map(\.points) == [1, 2, 3] && own[1].item == "I am lost.")
    }
  }

  @Test(arguments: Engine.available)
  func `who can answer is told once, at the beginning and at the end`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      try await ground.choose(try await ground.load())
      try await ground.take(trainee, ground.mentee())
      try await ground.take(ground.cast.faculty, ground.mentor(1))
      func told() async throws -> Int {
        try await ground.told(trainee).count { $0.contains("only you read your answers") }
      }
      try await ground.morning("2026-11-03T15:00:00.000Z")
      #expect(try await told() == 0)
      try await ground.move(to: .matching)
      try await ground.morning("2026-11-04T15:00:00.000Z")
      try await ground.morning("2026-11-05T15:00:00.000Z")
      #expect(try await told() == 1)
      try await ground.publish(try await ground.match())
      try await ground.answer([1, 2, 3], as: trainee, on: Ground.lastBefore)
      try await ground.morning("2027-06-02T15:00:00.000Z")
      try await ground.morning("2027-06-03T15:00:00.000Z")
      #expect(try await told() == 2)
      // Who has not answered before is not asked at the end.
      #expect(try await ground.told(ground.cast.faculty).count { $0.contains("questions") } == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever enrolled as both answers as mentee, unless mentors alone are asked`(
    _ engine: Engine
  ) async throws {
    for (audience, side) in [("both", PairSide.mentee), ("mentors", .mentor)] {
      try await withGround(engine) { ground in
        let trainee = ground.cast.trainee
        try await ground.choose(try await ground.load(sheetFile(answeredBy: audience)))
        var draft = ground.mentor(1)
        draft.part = .both
        try await ground.take(trainee, draft)
        try await ground.take(ground.cast.other, ground.mentee())
        try await ground.move(to: .matching)
        try await ground.answer([1, 2, 3], as: trainee, on: TestWorld.today)
        #expect(try await ground.answers(as: trainee).map(\.side) == [side])
        #expect(
          try await ground.asked(ground.cast.other, on: TestWorld.today)
            == (audience == "both" ? [.before] : []))
      }
    }
  }
}
