import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What waits for the office and for whoever is asked for a change, however far the cycle is.
@Suite struct ReturnedTests {
  @Test(arguments: Engine.available)
  func `what the office returns can be sent again until the cycle's last day`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      let id = try await ground.enroll(trainee, ground.mentee())
      let times: [(state: MentoringCycle.State, today: Day)] = [
        (.open, day("2026-12-01")), (.matching, TestWorld.today),
        (.matching, day("2026-12-01")), (.active, day("2027-06-30")),
      ]
      for (state, today) in times {
        try await ground.give(.giveBack(reason: "Choose a topic."), id, in: state)
        #expect(try await ground.due(trainee, on: today)?.isReturned == true, "\(state)")
        #expect(try await ground.due(trainee, on: day("2027-07-01"))?.isReturned == false)
        await #expect(throws: MentoringRefusal.self, "\(state)") {
          try await ground.enroll(trainee, ground.mentee(), on: day("2027-07-01"))
        }
        let again = try await ground.enroll(trainee, ground.mentee(ground.topics[0]), on: today)
        #expect(again == id)
        #expect(try await ground.due(trainee, on: today)?.isReturned == false)
        #expect(try await ground.due(ground.cast.office, on: today)?.waiting == 1, "\(state)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `what was not returned is not changed while the cycle is matched`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let trainee = ground.cast.trainee
      let id = try await ground.enroll(trainee, ground.mentee())
      try await ground.put(in: .matching)
      await #expect(throws: MentoringRefusal.self) {
        try await ground.enroll(trainee, ground.mentee(ground.topics[0]))
      }
      try await ground.decide(id)
      await #expect(throws: MentoringRefusal.self) {
        try await ground.enroll(trainee, ground.mentee(ground.topics[0]))
      }
    }
  }

  @Test(arguments: Engine.available)
  func `whoever comes late waits where the office is told, and nobody is called to come late`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      #expect(try await ground.due(ground.cast.trainee)?.mayEnroll == true)
      try await ground.put(in: .active)
      try await ground.enroll(ground.cast.trainee, ground.mentee(), on: day("2027-01-11"))
      let office = try await ground.due(ground.cast.office, on: day("2027-01-11"))
      #expect(office?.waiting == 1)
      #expect(try await ground.due(ground.cast.other)?.mayEnroll == false)
    }
  }
}

extension Ground {
  /// What the cycle asks of someone.
  fileprivate func due(
    _ person: PersonID, on today: Day = TestWorld.today
  ) async throws -> MentoringDue? {
    try await stage.see(as: person, on: today) { viewer, reader in
      try MentoringDue.all(viewer: viewer, reader: reader).first
    }
  }

  /// Puts the cycle in a state.
  fileprivate func put(in state: MentoringCycle.State) async throws {
    let cycle = cycle
    try await store.write { writer in
      try writer.execute(
        "UPDATE mentoring_cycle SET state = \(state.rawValue) WHERE id = \(cycle)")
    }
  }

  /// The office decides while the cycle is in a state.
  fileprivate func give(
    _ decision: Enrollment.Decision, _ id: ID<Enrollment>, in state: MentoringCycle.State
  ) async throws {
    try await put(in: state)
    try await decide(id, decision)
  }
}
