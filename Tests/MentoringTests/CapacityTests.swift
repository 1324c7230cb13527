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

extension Ground {
  fileprivate func offer(_ typed: String, as person: PersonID) async throws {
    try await stage.act(as: person) { viewer, writer in
      try MentorCapacity.offer(typed, by: viewer, writer: writer)
    }
  }

  fileprivate func offered(by person: PersonID) async throws -> Int? {
    try await stage.see(as: person) { viewer, reader in
      try MentorCapacity.offered(viewer: viewer, reader: reader)
    }
  }
}
