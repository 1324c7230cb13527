import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// How many people someone mentors at most, and changing it without enrolling anew.
@Suite struct CapacityTests {
  @Test(arguments: Engine.available)
  func `a mentor changes their places at any time, and stays approved`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      let mentor = ground.cast.faculty
      try await ground.take(mentor, ground.mentor(2))
      try await ground.move(to: .matching)
      try await ground.offer("0", as: mentor)
      #expect(try await ground.offered(by: mentor) == 0)
      #expect(try await ground.own(mentor)?.state == .approved)
      try await ground.offer(" 3 ", as: mentor)
      #expect(try await ground.offered(by: mentor) == 3)
      for wrong in ["", "-1", "21", "two", "1.5", "99999999999999999999"] {
        await #expect(throws: Problems.self, "\(wrong)") {
          try await ground.offer(wrong, as: mentor)
        }
      }
      #expect(try await ground.offered(by: mentor) == 3)
    }
  }

  @Test(arguments: Engine.available)
  func `only those who enrolled as mentors have places`(_ engine: Engine) async throws {
    try await withGround(engine) { ground in
      try await ground.take(ground.cast.trainee, ground.mentee())
      for (role, person) in ground.cast.viewers {
        guard let person else { continue }
        await #expect(throws: Absent.self, "\(role)") {
          try await ground.offer("5", as: person)
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `a matching that waits is not published into places that are gone`(
    _ engine: Engine
  ) async throws {
    try await withGround(engine) { ground in
      try await ground.readyPair()
      let run = try await ground.match()
      try await ground.offer("0", as: ground.cast.faculty)
      await #expect(throws: MentoringRefusal.self) { try await ground.publish(run) }
      #expect(try await ground.pairs().isEmpty)
      try await ground.offer("1", as: ground.cast.faculty)
      try await ground.publish(run)
      // Fewer places than pairs end no pair.
      try await ground.offer("0", as: ground.cast.faculty)
      #expect(try await ground.pairs().map(\.state) == [.active])
    }
  }
}

extension CapacityTests {
  @Test(arguments: Engine.available)
  func `requests that wait lapse where no place is left, and only there`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      try await ground.stage.act(as: faculty) { viewer, writer in
        try Avoidance.add(people.other, by: viewer, writer: writer)
      }
      try await ground.ask(people.mentor, as: people.trainee)
      // Held back, and ended with the others.
      try await ground.ask(people.mentor, as: people.other)
      try await ground.ask(people.second, as: people.trainee)
      try await ground.offer("2", as: faculty)
      #expect(try await ground.requests(as: people.other).map(\.state) == [.open])
      try await ground.offer("0", as: faculty)
      #expect(try await ground.requests(as: people.other).map(\.state) == [.lapsed])
      #expect(
        Set(try await ground.requests(as: people.trainee).map(\.state)) == [.lapsed, .open])
      #expect(try await ground.requests(as: people.surgeon).map(\.state) == [.open])
    }
  }
}

extension CapacityTests {
  @Test(arguments: Engine.available)
  func `a last place that is taken ends what waits for it in other cycles too`(
    _ engine: Engine
  ) async throws {
    try await withAsking(engine) { ground, people in
      let faculty = ground.cast.faculty
      let (next, offered) = try await ground.secondAsking()
      let waiting = try await ground.ask(people.mentor, as: people.trainee)
      try await ground.ask(offered, as: people.other)
      try await ground.accept(waiting, as: faculty)
      let left = try await ground.requests(as: people.other)
      #expect(left.map(\.state) == [.lapsed] && left.map(\.cycle) == [next])
    }
  }
}

extension Ground {
  /// Another cycle in which the other trainee may ask the faculty member, with their enrollment.
  fileprivate func secondAsking() async throws -> (ID<MentoringCycle>, ID<Enrollment>) {
    let (world, program) = (world, program)
    var plan = Ground.plan
    plan.mode = .requests
    let next = try await stage.act(as: cast.office) { [plan] office, writer in
      try MentoringCycle.begin(
        CycleDraft(title: "Spring", plan: plan), of: program, by: office, in: world,
        writer: writer)
    }
    try await take(cast.other, mentee(), in: next)
    let offered = try await take(cast.faculty, mentor(1), in: next)
    try await move(to: .matching, next)
    return (next, offered)
  }

  fileprivate func offer(_ typed: String, as person: PersonID) async throws {
    let world = world
    try await stage.act(as: person) { viewer, writer in
      try MentorCapacity.offer(typed, by: viewer, in: world, writer: writer)
    }
  }

  fileprivate func offered(by person: PersonID) async throws -> Int? {
    try await stage.see(as: person) { viewer, reader in
      try MentorCapacity.offered(viewer: viewer, reader: reader)
    }
  }
}
