import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Requests at their edges: wishes that come later, floods, people who leave, the office beside it.
@Suite struct RequestEdgeTests {
  @Test(arguments: Engine.available)
  func `a wish that comes later takes back what was asked, and tells nobody`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      let id = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.avoid(faculty, by: people.trainee)
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.takenBack])
      // To the mentor it is one that was taken back, as any other.
      await #expect(throws: MentoringRefusal.requestIsOver) {
        try await ground.accept(id, as: faculty)
      }
      let other = try await ground.ask(people.mentor, as: people.other)
      try await ground.avoid(people.other, by: faculty)
      #expect(try await ground.requests(as: people.other).map(\.state) == [.open])
      await #expect(throws: Absent.self) { try await ground.accept(other, as: faculty) }
    }
  }

  @Test(arguments: Engine.available)
  func `what was taken back counts, and its words are gone for the mentor`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine, mostRequests: 1) { ground, people in
      let id = try await ground.ask(people.mentor, as: people.trainee)
      #expect(try await ground.requests(as: ground.cast.faculty).map(\.message) == ["Hello."])
      try await ground.takeBackRequest(id, as: people.trainee)
      #expect(try await ground.requests(as: ground.cast.faculty).map(\.message) == [""])
      #expect(try await ground.requests(as: people.trainee).map(\.message) == ["Hello."])
      await #expect(throws: MentoringRefusal.askedAlready) {
        try await ground.ask(people.mentor, as: people.trainee)
      }
      await #expect(throws: MentoringRefusal.tooManyRequests(1)) {
        try await ground.ask(people.second, as: people.trainee)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `nobody asks or accepts once the cycle's last day is over`(_ engine: Engine) async throws {
    try await withAsking(engine) { ground, people in
      let last = Ground.plan.endsOn
      let id = try await ground.ask(people.second, as: people.trainee, on: last)
      #expect(try await ground.requests(as: people.trainee).map(\.answerUntil) == [last])
      await #expect(throws: MentoringRefusal.self) {
        try await ground.accept(id, as: people.surgeon, on: last.adding(days: 1))
      }
      await #expect(throws: MentoringRefusal.self) {
        try await ground.ask(people.mentor, as: people.other, on: last.adding(days: 1))
      }
      try await ground.accept(id, as: people.surgeon, on: last)
      #expect(try await ground.pairs().count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `what was taken back for someone does not count once their pair has ended`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine, mostRequests: 2) { ground, people in
      let first = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.ask(people.second, as: people.trainee)
      try await ground.accept(first, as: ground.cast.faculty)
      try await ground.move(to: .active)
      let third = try await ground.take(try await ground.hire("Rosa"), ground.mentor(1))
      let pair = try #require(try await ground.pairs().first)
      try await ground.finish(pair, .endedEarly, on: TestWorld.today)
      // Both are open beside each other, of whom one was asked before.
      try await ground.ask(third, as: people.trainee)
      try await ground.ask(people.second, as: people.trainee)
      #expect(
        try await ground.requests(as: people.trainee).filter { $0.state == .open }.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever the office matched has no second mentor`(_ engine: Engine) async throws {
    try await withAsking(engine) { ground, people in
      let id = try await ground.ask(people.second, as: people.trainee)
      try await ground.publish(try await ground.match())
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.takenBack])
      await #expect(throws: MentoringRefusal.requestIsOver) {
        try await ground.accept(id, as: people.surgeon)
      }
      let mentors = try await ground.pairs().filter { $0.mentee == people.trainee }
      #expect(mentors.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a pair that ended early is refused at once, since both know of it`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let id = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.accept(id, as: ground.cast.faculty)
      try await ground.finish(
        try #require(try await ground.pairs().first), .endedEarly)
      let again = try await ground.next(people)
      await #expect(throws: MentoringRefusal.barred(.formerPair)) {
        try await ground.ask(again.mentor, as: people.trainee)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a cycle keeps its mode once someone has enrolled, and is read no more once it is over`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      #expect(try await ground.prospects(as: people.trainee).count == 2)
      try await ground.ask(people.mentor, as: people.trainee)
      try await ground.move(to: .open)
      #expect(try await ground.requests(as: people.trainee).map(\.state) == [.lapsed])
      #expect(try await ground.prospects(as: people.trainee).isEmpty)
      await #expect(throws: MentoringRefusal.shapeIsFixed(4)) {
        try await ground.replan(Ground.plan)
      }
      try await ground.move(to: .matching)
      try await ground.move(to: .closed)
      #expect(try await ground.prospects(as: people.trainee).isEmpty)
    }
  }
}

extension Ground {
  /// The next cycle of the same program, in which the same two take part.
  fileprivate func next(_ people: Askers) async throws -> (
    cycle: ID<MentoringCycle>, mentor: ID<Enrollment>
  ) {
    let (world, cycle) = (world, cycle)
    let typed = ["title": "Spring", "enroll_from": "2026-11-02"]
    let next = try await stage.act(as: cast.office) { office, writer in
      try MentoringCycle.clone(cycle, by: office, in: world, writer: writer) { typed[$0] ?? "" }
    }
    try await take(people.trainee, mentee(topics[0]), in: next)
    let mentor = try await take(cast.faculty, mentor(2, topics[0]), in: next)
    try await move(to: .matching, next)
    return (next, mentor)
  }
}
