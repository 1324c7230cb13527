import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Mentees ask mentors: who may, how many at a time, and who learns of it.
@Suite struct RequestTests {
  @Test(arguments: Engine.available)
  func `a mentor accepts, and what else the mentee asked is taken back`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let first = try await ground.ask(people.mentor, as: people.trainee)
      let second = try await ground.ask(people.second, as: people.trainee)
      try await ground.accept(first, as: ground.cast.faculty)
      #expect(try await ground.pairs().map(\.mentee) == [people.trainee])
      #expect(
        try await ground.requests(as: people.trainee).map(\.state) == [.takenBack, .accepted])
      await #expect(throws: MentoringRefusal.requestIsOver) {
        try await ground.accept(second, as: people.surgeon)
      }
      await #expect(throws: MentoringRefusal.hasMentor) {
        try await ground.ask(people.second, as: people.trainee)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a mentor's last place has one winner, and the other request lapses`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let first = try await ground.ask(people.mentor, as: people.trainee)
      let second = try await ground.ask(people.mentor, as: people.other)
      let faculty = ground.cast.faculty
      let accepted = await withTaskGroup(of: Bool.self) { group in
        for request in [first, second] {
          group.addTask { (try? await ground.accept(request, as: faculty)) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(accepted == 1)
      #expect(try await ground.pairs().count == 1)
      let states = try await ground.requests(as: faculty).map(\.state.rawValue).sorted()
      #expect(states == ["accepted", "lapsed"])
      await #expect(throws: MentoringRefusal.self) {
        try await ground.ask(people.mentor, as: people.other)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `no more requests are open than the cycle allows, and nobody is asked twice`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine, mostRequests: 1) { ground, people in
      let first = try await ground.ask(people.mentor, as: people.trainee)
      await #expect(throws: MentoringRefusal.tooManyRequests(1)) {
        try await ground.ask(people.second, as: people.trainee)
      }
      try await ground.declineRequest(first, as: ground.cast.faculty)
      #expect(
        try await ground.told(people.trainee).last?.contains("cannot take it on") == true)
      await #expect(throws: MentoringRefusal.askedAlready) {
        try await ground.ask(people.mentor, as: people.trainee)
      }
      try await ground.ask(people.second, as: people.trainee)
    }
  }

  @Test(arguments: Engine.available)
  func `a request is read by the two alone, and cannot be answered by anyone else`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let id = try await ground.ask(people.mentor, as: people.trainee)
      for (role, person) in ground.cast.viewers where !["trainee", "faculty"].contains(role) {
        #expect(try await ground.requests(as: person).isEmpty, "\(role)")
        guard let person else { continue }
        await #expect(throws: Absent.self, "\(role)") { try await ground.accept(id, as: person) }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.takeBackRequest(id, as: person)
        }
      }
      // Who asks cannot accept, and who is asked cannot take it back.
      await #expect(throws: Absent.self) { try await ground.accept(id, as: people.trainee) }
      await #expect(throws: Absent.self) {
        try await ground.takeBackRequest(id, as: ground.cast.faculty)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who is avoided is neither refused nor missing, and the mentor never learns of it`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      try await ground.stage.act(as: faculty) { viewer, writer in
        try Avoidance.add(people.trainee, by: viewer, writer: writer)
      }
      let offered = try await ground.prospects(as: people.trainee)
      #expect(Set(offered.map(\.enrollment)) == [people.mentor, people.second])
      let id = try await ground.ask(people.mentor, as: people.trainee)
      #expect(try await ground.requests(as: faculty).isEmpty)
      #expect(try await ground.told(faculty).allSatisfy { !$0.contains("asks you") })
      await #expect(throws: Absent.self) { try await ground.accept(id, as: faculty) }
      // To the mentee it looks like every other that nobody answers.
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.open])
      #expect(try await ground.lapse(on: "2026-12-31T15:00:00.000Z") == 1)
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.lapsed])
      // Whom someone avoids is not offered to them.
      try await ground.stage.act(as: people.other) { viewer, writer in
        try Avoidance.add(faculty, by: viewer, writer: writer)
      }
      let left = try await ground.prospects(as: people.other)
      #expect(left.map(\.enrollment) == [people.second])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is offered before the office approves, and leaving ends what is open`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      for person in [ground.cast.faculty, ground.cast.director, ground.cast.office] {
        #expect(try await ground.prospects(as: person).isEmpty)
      }
      try await ground.ask(people.mentor, as: people.trainee)
      let (world, cycle) = (ground.world, ground.cycle)
      try await ground.stage.act(as: ground.cast.faculty) { viewer, writer in
        try Enrollment.withdraw(from: cycle, by: viewer, in: world, writer: writer)
      }
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.lapsed])
      #expect(try await ground.told(people.trainee).last?.contains("has lapsed") == true)
      #expect(try await ground.prospects(as: people.trainee).map(\.enrollment) == [people.second])
    }
  }
}

/// Who asks and is asked.
struct Askers: Sendable {
  let trainee, other, surgeon: PersonID
  /// Of the faculty member, with one place, and of a surgeon.
  let mentor, second: ID<Enrollment>
}

/// Lends a cycle in which two trainees may ask two mentors.
func withAsking(
  _ engine: Engine, mostRequests: Int = 3, shape: MentoringCycle.Shape = .pairs,
  _ body: (Ground, Askers) async throws -> Void
) async throws {
  try await withGround(engine) { ground in
    let cast = ground.cast
    var plan = Ground.plan
    plan.mode = .requests
    plan.shape = shape
    plan.mostRequests = mostRequests
    try await ground.replan(plan)
    try await ground.take(cast.trainee, ground.mentee(ground.topics[0]))
    try await ground.take(cast.other, ground.mentee(ground.topics[1]))
    let surgeon = try await ground.hire("Sam")
    let mentor = try await ground.take(cast.faculty, ground.mentor(1, ground.topics[0]))
    let second = try await ground.take(surgeon, ground.mentor(2))
    try await ground.move(to: .matching)
    try await body(
      ground,
      Askers(
        trainee: cast.trainee, other: cast.other, surgeon: surgeon, mentor: mentor,
        second: second))
  }
}

extension Ground {
  /// Changes what is planned for the cycle.
  func replan(_ plan: MentoringCycle.Plan) async throws {
    let cycle = cycle
    try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.change(
        cycle, CycleDraft(title: "Winter", plan: plan), by: office, writer: writer)
    }
  }

  /// Lets people come together in a mode, as the cycle is planned otherwise.
  func replan(as mode: MentoringCycle.Mode) async throws {
    var plan = Ground.plan
    plan.mode = mode
    try await replan(plan)
  }

  @discardableResult
  func ask(
    _ mentor: ID<Enrollment>, as person: PersonID, on today: Day = TestWorld.today
  ) async throws -> ID<MentoringRequest> {
    let world = world
    return try await stage.act(as: person, on: today) { viewer, writer in
      try MentoringRequest.ask(
        RequestDraft(to: mentor, "Hello."), by: viewer, in: world, writer: writer)
    }
  }

  func accept(
    _ id: ID<MentoringRequest>, as person: PersonID, on today: Day = TestWorld.today
  ) async throws {
    let world = world
    try await stage.act(as: person, on: today) { viewer, writer in
      try MentoringRequest.accept(id, by: viewer, in: world, writer: writer)
    }
  }

  func declineRequest(
    _ id: ID<MentoringRequest>, as person: PersonID
  ) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try MentoringRequest.decline(id, by: viewer, in: world, writer: writer)
    }
  }

  func takeBackRequest(
    _ id: ID<MentoringRequest>, as person: PersonID
  ) async throws {
    try await stage.act(as: person) { viewer, writer in
      try MentoringRequest.takeBack(id, by: viewer, writer: writer)
    }
  }

  func requests(as person: PersonID?) async throws -> [MentoringRequest] {
    try await stage.see(as: person) { viewer, reader in
      try MentoringRequest.own(viewer: viewer, reader: reader)
    }
  }

  func prospects(as person: PersonID) async throws -> [Prospect] {
    let id = cycle
    return try await stage.see(as: person) { viewer, reader in
      let cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
      return try Prospect.all(.mentor, in: cycle, viewer: viewer, reader: reader)
    }
  }

  fileprivate func lapse(on moment: String) async throws -> Int {
    let now = try #require(Instant(text: moment))
    return try await store.write { writer in
      try MentoringRequest.lapsePass(in: TestWorld.make(at: now), writer: writer)
    }
  }
}
