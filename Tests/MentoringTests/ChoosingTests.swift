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
  private static let ranked = "In “Winter” your ranking is not complete. Two minutes are enough."

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
      try await ground.replan(as: .rankings)
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
      try await ground.replan(as: .requests)
      try await ground.take(trainee, ground.mentee())
      let late = try await ground.enroll(faculty, ground.mentor(1))
      try await ground.move(to: .matching)
      #expect(try await ground.told(trainee).last == "Your enrollment in “Winter” is approved.")
      #expect(try await ground.toChoose(trainee) == nil)
      #expect(try await ground.remind(after: 7) == 0)
      try await ground.decide(late)
      #expect(try await ground.told(faculty).last == "Your enrollment in “Winter” is approved.")
      #expect(try await ground.told(trainee).last == Self.ask)
      #expect(try await ground.toChoose(trainee) == .mentor)
      #expect(try await ground.remind(after: 7) == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is called to choose where there is nobody whom they could`(
    _ engine: Engine
  ) async throws {
    let alone: [(Ground, Askers) async throws -> Void] = [
      // Full, gone, asked and declined, or someone whom they would rather not meet.
      { ground, people in
        try await ground.write("UPDATE mentor_capacity SET places = 0")
      },
      { ground, people in
        _ = try await ground.store.write { writer in
          try writer.execute(
            """
            UPDATE directory_entry SET presence = 'former'
            WHERE person_id IN (\(list: [ground.cast.faculty, people.surgeon]))
            """)
        }
      },
      { ground, people in
        for (mentor, person) in [
          (people.mentor, ground.cast.faculty), (people.second, people.surgeon),
        ] {
          let request = try await ground.ask(mentor, as: people.trainee)
          try await ground.declineRequest(request, as: person)
        }
      },
      { ground, people in
        try await ground.stage.act(as: people.trainee) { viewer, writer in
          for person in [ground.cast.faculty, people.surgeon] {
            try Avoidance.add(person, by: viewer, writer: writer)
          }
        }
      },
    ]
    for (number, leave) in alone.enumerated() {
      try await withAsking(engine) { ground, people in
        #expect(try await ground.toChoose(people.trainee) == .mentor, "\(number)")
        try await leave(ground, people)
        #expect(try await ground.toChoose(people.trainee) == nil, "\(number)")
        _ = try await ground.remind(after: 7)
        #expect(try await !ground.told(people.trainee).contains(Self.asked), "\(number)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a place counts in all programs, and a cycle gives no more than it says`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      try await ground.stage.act(as: people.other) { viewer, writer in
        try Avoidance.add(people.surgeon, by: viewer, writer: writer)
      }
      #expect(try await ground.toChoose(people.other) == .mentor)
      try await ground.accept(
        try await ground.ask(people.mentor, as: people.trainee), as: faculty)
      #expect(try await ground.toChoose(people.other) == nil, "the one place is taken")
      try await ground.write("UPDATE mentor_capacity SET places = 5")
      #expect(try await ground.toChoose(people.other) == .mentor)
      try await ground.write("UPDATE mentoring_cycle SET most_mentees = 1")
      #expect(try await ground.toChoose(people.other) == nil, "the cycle gives one")
    }
  }

  @Test(arguments: Engine.available)
  func `who could ask and then could not is told anew when a place is free`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      try await ground.write("UPDATE mentor_capacity SET places = 0")
      #expect(try await ground.remind(after: 5) == 0)
      #expect(try await ground.remind(after: 40) == 0)
      try await ground.write("UPDATE mentor_capacity SET places = 1")
      #expect(try await ground.remind(after: 41) == 0)
      #expect(try await ground.told(people.trainee).suffix(2) == [Self.ask, Self.ask])
      #expect(try await ground.remind(after: 48) == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `what was taken back for someone stands in nobody's way once their pair has ended`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine, mostRequests: 2) { ground, people in
      let first = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.ask(people.second, as: people.trainee)
      try await ground.accept(first, as: ground.cast.faculty)
      #expect(try await ground.toChoose(people.trainee) == nil)
      try await ground.write(
        "UPDATE mentoring_pair SET state = 'declined', ended_on = '2026-11-02'")
      #expect(try await ground.toChoose(people.trainee) == .mentor)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever has no place need not rank whom they would mentor`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.replan(as: .rankings)
      try await ground.take(ground.cast.trainee, ground.mentee())
      try await ground.take(ground.cast.faculty, ground.mentor(0))
      try await ground.move(to: .matching)
      #expect(try await ground.toChoose(ground.cast.faculty) == nil)
      #expect(try await ground.toChoose(ground.cast.trainee) == nil, "nor is there a mentor")
    }
  }

  @Test(arguments: Engine.available)
  func `as many taken back as can be open leave nothing to ask`(_ engine: Engine) async throws {
    try await withAsking(engine, mostRequests: 1) { ground, people in
      let request = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.takeBackRequest(request, as: people.trainee)
      #expect(try await ground.toChoose(people.trainee) == nil)
    }
  }

  @Test(arguments: Engine.available)
  func `the days count from the last request that came to nothing`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      try await ground.ask(people.mentor, as: people.trainee)
      // It lapses on the morning of the eleventh day, which says enough for a week.
      let lapsed = Instant(milliseconds: TestWorld.now.milliseconds + 11 * 86_400_000 + 1)
      try await ground.store.write { writer in
        _ = try MentoringRequest.lapsePass(in: TestWorld.make(at: lapsed), writer: writer)
      }
      _ = try await ground.remind(after: 11)
      _ = try await ground.remind(after: 17)
      #expect(try await !ground.told(people.trainee).contains(Self.asked))
      _ = try await ground.remind(after: 18)
      #expect(try await ground.told(people.trainee).last == Self.asked)
    }
  }

  @Test(arguments: Engine.available)
  func `whoever is both ranks both sides, each where there is somebody`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let (trainee, other) = (ground.cast.trainee, ground.cast.other)
      try await ground.replan(as: .rankings)
      let draft = EnrollmentDraft(part: .both, places: 1, commitment: 1)
      try await ground.take(trainee, draft)
      let mentee = try await ground.take(other, ground.mentee())
      let mentor = try await ground.enroll(ground.cast.faculty, ground.mentor(1))
      try await ground.move(to: .matching)
      #expect(try await ground.toChoose(trainee) == .mentee)
      try await ground.decide(mentor)
      #expect(try await ground.toChoose(trainee) == .mentor)
      try await ground.rank(.mentor, [mentor], as: trainee)
      #expect(try await ground.toChoose(trainee) == .mentee)
      try await ground.rank(.mentee, [mentee], as: trainee)
      #expect(try await ground.toChoose(trainee) == nil)
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
  fileprivate func write(_ change: SQLQuery) async throws {
    _ = try await store.write { writer in try writer.execute(change) }
  }

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
