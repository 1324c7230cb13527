import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Telling and reminding those who ask or rank for themselves.
@Suite struct ChoosingTests {
  private static let ask = "In “Winter” you can ask mentors now."
  private static let asked = "In “Winter” no mentor has a request of yours. A few lines are enough."
  private static let ranked = "In “Winter” you have ranked nobody yet. Two minutes are enough."

  @Test(arguments: Engine.available)
  func `mentees who can ask are told and find it at home until they have asked`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      #expect(try await ground.told(people.trainee).last == Self.ask)
      #expect(try await !ground.told(faculty).contains(Self.ask))
      #expect(try await ground.toChoose(people.trainee) == .mentor)
      #expect(try await ground.toChoose(faculty) == nil)
      let request = try await ground.ask(people.mentor, as: people.trainee)
      #expect(try await ground.toChoose(people.trainee) == nil)
      try await ground.takeBackRequest(request, as: people.trainee)
      #expect(try await ground.toChoose(people.trainee) == .mentor)
      try await ground.accept(
        try await ground.ask(people.second, as: people.trainee), as: people.surgeon)
      #expect(try await ground.toChoose(people.trainee) == nil)
      #expect(try await ground.toChoose(people.other) == .mentor)
    }
  }

  @Test(arguments: Engine.available)
  func `they are reminded after 7 and 14 days, once each, and never who asked`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      try await ground.ask(people.mentor, as: people.other)
      for (days, reminded) in [(6, 0), (7, 1), (8, 0), (13, 0), (14, 1), (21, 0)] {
        #expect(try await ground.remind(after: days) == reminded, "\(days)")
      }
      #expect(try await ground.told(people.trainee).filter { $0 == Self.asked }.count == 2)
      #expect(try await !ground.told(people.other).contains(Self.asked))
    }
  }

  @Test(arguments: Engine.available)
  func `after a long silence there is one reminder and not two`(_ engine: Engine) async throws {
    try await withAsking(engine) { ground, _ in
      let reminded = (try await ground.remind(after: 30), try await ground.remind(after: 31))
      #expect(reminded == (2, 0))
    }
  }

  @Test(arguments: Engine.available)
  func `a request that a wish holds back counts like every other`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      try await ground.stage.act(as: ground.cast.faculty) { viewer, writer in
        try Avoidance.add(people.trainee, by: viewer, writer: writer)
      }
      try await ground.ask(people.mentor, as: people.trainee)
      try await ground.ask(people.mentor, as: people.other)
      #expect(try await ground.toChoose(people.trainee) == nil)
      #expect(try await ground.remind(after: 7) == 0)
    }
  }

  @Test(arguments: Engine.available)
  func `both sides are told to rank, and reminded until they have`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (trainee, faculty) = (ground.cast.trainee, ground.cast.faculty)
      var plan = Ground.plan
      plan.mode = .rankings
      try await ground.replan(plan)
      let mentee = try await ground.take(trainee, ground.mentee())
      let mentor = try await ground.take(faculty, ground.mentor(1))
      #expect(try await ground.toChoose(trainee) == nil)
      try await ground.move(to: .matching)
      for person in [trainee, faculty] {
        #expect(try await ground.told(person).last?.contains("you can rank now") == true)
      }
      #expect(try await ground.toChoose(trainee) == .mentor)
      #expect(try await ground.toChoose(faculty) == .mentee)
      try await ground.rank(.mentor, [mentor], as: trainee)
      #expect(try await ground.remind(after: 7) == 1)
      #expect(try await ground.told(faculty).last == Self.ranked)
      try await ground.rank(.mentee, [mentee], as: faculty)
      #expect(try await ground.remind(after: 14) == 0)
      #expect(try await ground.toChoose(faculty) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is approved later counts from then, and where nobody is to choose nobody is told`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (trainee, faculty) = (ground.cast.trainee, ground.cast.faculty)
      var plan = Ground.plan
      plan.mode = .requests
      try await ground.replan(plan)
      try await ground.take(trainee, ground.mentee())
      let late = try await ground.enroll(faculty, ground.mentor(1))
      try await ground.move(to: .matching)
      #expect(try await ground.told(trainee).last == "Your enrollment in “Winter” is approved.")
      #expect(try await ground.toChoose(trainee) == nil)
      #expect(try await ground.remind(after: 7) == 0)
      try await ground.decide(late)
      #expect(try await ground.told(faculty).last == "Your enrollment in “Winter” is approved.")
      #expect(try await ground.toChoose(trainee) == .mentor)
      #expect(try await ground.remind(after: 7) == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `where the office matches nobody chooses`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      try await ground.readyPair()
      #expect(try await ground.toChoose(ground.cast.trainee) == nil)
      #expect(try await ground.told(ground.cast.trainee).count == 1)
      #expect(try await ground.remind(after: 14) == 0)
    }
  }
}

extension Ground {
  /// Of which side someone's home page asks them to choose in the cycle.
  fileprivate func toChoose(_ person: PersonID) async throws -> PairSide? {
    let cycle = cycle
    return try await stage.see(as: person) { viewer, reader in
      try MentoringDue.all(viewer: viewer, reader: reader).first { $0.cycle.id == cycle }?.toChoose
    }
  }

  /// The work of a morning so many days later; gives how many were reminded.
  fileprivate func remind(after days: Int) async throws -> Int {
    let now = Instant(milliseconds: TestWorld.now.milliseconds + Int64(days) * 86_400_000)
    return try await store.write { writer in
      try ChoosingReminder.pass(in: TestWorld.make(at: now), writer: writer)
    }
  }
}
