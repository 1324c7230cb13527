import Kernel
import SQLStore
import StoreTestSupport
import Testing

@Suite struct JobTests {
  private let start = Instant(milliseconds: 1_782_900_000_000)

  private func world(at now: Instant) -> World {
    World(
      now: { now }, randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
  }

  @Test(arguments: Engine.available)
  func `of two processes one gets the job`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let world = world(at: start)
      try await store.write {
        _ = try Job.enqueue(Job.Order("test", payload: "x"), by: nil, in: world, to: $0)
      }
      let claims = try await withThrowingTaskGroup(of: Job?.self) { group in
        for _ in 0..<6 {
          group.addTask {
            try await store.write {
              try Job.claim(kinds: ["test"], leaseSeconds: 60, now: world.now(), writer: $0)
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(claims.compactMap { $0 }.count == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `a job whose process died is taken over, and the dead one cannot finish it`(
    engine: Engine
  ) async throws {
    try await withStore(engine) { store in
      let start = start
      let world = world(at: start)
      let later = start.adding(seconds: 61)
      let (first, early, second) = try await store.write { writer in
        _ = try Job.enqueue(Job.Order("test", payload: ""), by: nil, in: world, to: writer)
        let first = try Job.claim(kinds: ["test"], leaseSeconds: 60, now: start, writer: writer)
        let early = try Job.claim(
          kinds: ["test"], leaseSeconds: 60, now: start.adding(seconds: 59), writer: writer)
        let second = try Job.claim(kinds: ["test"], leaseSeconds: 60, now: later, writer: writer)
        try first?.finish(.done, outcome: "by the dead", now: later, writer: writer)
        return (first, early, second)
      }
      #expect(early == nil)
      #expect(second?.attempts == 2)
      let id = try #require(first?.id)
      let state = try await store.read { try Job.find(id, reader: $0)?.state }
      #expect(state == .running)
    }
  }

  @Test(arguments: Engine.available)
  func `a recurring job is planned once`(engine: Engine) async throws {
    try await withStore(engine) { store in
      let world = world(at: start)
      let start = start
      let count = try await store.write { writer in
        for _ in 0..<3 { try Job.plan("daily", dueAt: start, in: world, to: writer) }
        return try writer.number("SELECT count(*) FROM job")
      }
      #expect(count == 1)
    }
  }
}
